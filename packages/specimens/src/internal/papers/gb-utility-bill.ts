import { addDays, addMonths, type PlainDate } from '@dossierkit/core';
import { codeBars } from '../codes.js';
import { logo, markSpecimen } from '../decoration.js';
import { britishAmount, decimal, englishDate, slashDate, spaced } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import { BRITISH_COMPANIES } from './companies.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer, issuedWithin } from './letter-parts.js';

/** A British electricity or gas bill, the usual proof of address. */
export const drawBritishUtilityBill: DrawPaper = (context) => {
  const { random, accent, typeface } = context;
  const values = valuesOf(context);
  const own = random.fork('gb-layout');
  const sheet = createLetter(context);
  const left = own.between(14, 20);
  const money = (amount: string): string => `£${britishAmount(amount)}`;
  logo(sheet, own, own.pick([left, 178]), 11, 15, accent);
  sheet.text(105, 20, values.supplier, {
    size: 15,
    bold: true,
    color: accent,
    align: 'center',
    field: 'issuer',
  });
  sheet.lines(left, 46, addressBlock(context, letterName(context, { F: 'Ms', M: 'Mr' })), {
    size: 10,
    font: typeface.typed,
    maxWidth: 85,
  });
  facts(
    sheet,
    118,
    44,
    76,
    [
      { label: 'Account number', value: spaced(values.account, 4, 4, 4), field: 'customerNumber' },
      {
        label: own.pick(['Bill date', 'Date of bill', 'Statement date']),
        value: englishDate(values.issueDate),
        field: 'issueDate',
      },
      {
        label: 'Billing period',
        value: `${slashDate(values.periodStart)} – ${slashDate(values.periodEnd)}`,
        field: 'periodEnd',
      },
      { label: 'Bill number', value: values.invoice, field: 'invoiceNumber' },
      { label: 'MPAN', value: own.digits(13) },
    ],
    { size: 8 },
  );
  sheet.text(
    left,
    90,
    own.pick([
      `Your ${values.fuel} bill`,
      `${values.fuel[0]?.toUpperCase()}${values.fuel.slice(1)} bill`,
      `Your ${values.fuel} statement`,
    ]),
    { size: 18, bold: true, color: accent },
  );
  sheet.rect(left, 96, 176 - (left - 14), 22, { fill: accent, opacity: 0.14, radius: own.pick([0, 3]) });
  sheet.text(left + 6, 105, own.pick(['Amount to pay', 'Total amount due', 'What you owe']), { size: 11 });
  sheet.text(left + 6, 113.5, money(values.amountDue), { size: 17, bold: true, field: 'amountDue' });
  sheet.text(left + 90, 105, 'Please pay by', { size: 9.5 });
  sheet.text(left + 90, 112, englishDate(values.dueDate), { size: 13, bold: true, field: 'dueDate' });
  const end = sheet.table({
    x: left,
    y: 126,
    columns: [{ width: 100 }, { width: 40, align: 'right' }, { width: 32, align: 'right' }],
    look: own.pick(['lines', 'grid', 'zebra', 'plain']),
    accent,
    rowHeight: 7,
    head: ['Your charges', 'Units', 'Amount'],
    rows: [
      [`Energy used at ${own.pick(['24.86p', '27.03p'])} per kWh`, `${values.kwh} kWh`, money(values.energy)],
      ['Standing charge', `${values.days} days`, money(values.standing)],
      ['VAT at 5%', '', money(values.vat)],
      [
        { text: 'Total charges this period', bold: true },
        '',
        { text: money(values.amountDue), bold: true, field: 'amountDue' },
      ],
    ],
  });
  let y = sheet.paragraph(
    left,
    end + 10,
    172,
    `Your next bill is due around ${englishDate(addMonths(values.issueDate, 3))}. Meter readings: previous ${own.digits(5)} (actual), latest ${own.digits(5)} (estimated). Supply address as above unless stated otherwise.`,
    { size: 8.8 },
  );
  y = sheet.paragraph(
    left,
    y + 4,
    172,
    'If you have difficulty paying, call us free on 0800 000 0000, Monday to Friday 8am–8pm. If we cannot agree within eight weeks you may turn to the ombudsman. Power cut? Call 105.',
    { size: 8.8 },
  );
  codeBars(sheet, own, left, 240, 80, 11);
  sheet.line(left, 233, 196, 233, { dash: [1.5, 1.5], stroke: '#666666' });
  sheet.text(left, 238, 'Bank giro credit – payment slip', { size: 7.5 });
  markSpecimen(sheet, own);
  footer(
    sheet,
    `${values.supplier}. Registered in England and Wales no. 00000000. Registered office: 1 Sample Street, Modeltown. SPECIMEN – not a real bill.`,
    'Page 1 of 2',
  );
  return { title: `Your ${values.fuel} bill`, sheets: [sheet], form: 'letter' };
};

function valuesOf(context: PaperContext) {
  const { random, field } = context;
  const own = random.fork('gb');
  const issueDate = issuedWithin(context, 4, 70);
  const periodEnd = field('periodEnd', () => addDays(issueDate, -own.int(1, 6))) as PlainDate;
  const days = own.pick([30, 91]);
  const kwh = own.int(180, 330) * (days > 60 ? 3 : 1);
  const [energy, standing] = [kwh * 25, days * 61];
  const vat = Math.round((energy + standing) * 0.05);
  return {
    issueDate,
    periodEnd,
    days,
    kwh,
    fuel: own.pick(['electricity', 'gas', 'energy']),
    periodStart: field('periodStart', () => addDays(periodEnd, 1 - days)),
    supplier: field('issuer', () => own.pick(BRITISH_COMPANIES)),
    energy: decimal(energy),
    standing: decimal(standing),
    vat: decimal(vat),
    amountDue: field('amountDue', () => decimal(energy + standing + vat)),
    dueDate: field('dueDate', () => addDays(issueDate, own.int(14, 24))),
    account: field('customerNumber', () => own.digits(12)),
    invoice: field('invoiceNumber', () => own.digits(9)),
  };
}
