import { addDays, addMonths, type PlainDate } from '@dossierkit/core';
import { logo, markSpecimen } from '../decoration.js';
import { decimal, dotDate, GERMAN_MONTHS, germanAmount, spaced } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import { GERMAN_COMPANIES } from './companies.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer } from './letter-parts.js';

/** Gehaltsabrechnung: one month's pay. */
export const drawGermanPayslip: DrawPaper = (context) => {
  const { random, field, person, typeface, accent } = context;
  const values = valuesOf(context);
  const own = random.fork('lohn-layout');
  const sheet = createLetter(context, { size: 8 });
  const left = own.between(12, 18);
  const month = `${GERMAN_MONTHS[Number(values.period.slice(5, 7)) - 1]} ${values.period.slice(0, 4)}`;
  logo(sheet, own, left, 10, 11, accent);
  sheet.text(left + 15, 17, values.employer, { size: 11, bold: true });
  sheet.text(
    left,
    34,
    own.pick([
      `Abrechnung der Brutto/Netto-Bezüge für ${month}`,
      `Gehaltsabrechnung ${month}`,
      `Entgeltabrechnung für ${month}`,
      `Lohn- und Gehaltsabrechnung ${month}`,
    ]),
    { size: 13, bold: true, color: accent, field: 'period' },
  );
  sheet.lines(left, 48, addressBlock(context, letterName(context, { F: 'Frau', M: 'Herrn' })), {
    size: 10,
    font: typeface.typed,
    maxWidth: 80,
  });
  facts(
    sheet,
    115,
    44,
    80,
    [
      { label: 'Personalnummer', value: own.digits(5) },
      {
        label: 'Geburtsdatum',
        value: dotDate(field('birthDate', () => person.birthDate)),
        field: 'birthDate',
      },
      { label: 'Eintritt', value: dotDate(values.entry) },
      { label: 'Steuerklasse', value: own.pick(['1', '3', '4', '5']) },
      { label: 'Kinderfreibeträge', value: own.pick(['0,0', '0,5', '1,0', '2,0']) },
      { label: 'Konfession', value: own.pick(['--', 'rk', 'ev']) },
      {
        label: 'Steuer-ID',
        value: spaced(
          field('taxNumber', () => person.taxNumber),
          2,
          3,
          3,
          3,
        ),
        field: 'taxNumber',
      },
      {
        label: 'SV-Nummer',
        value: `${own.digits(2)} ${dotDate(person.birthDate).replaceAll('.', '').slice(0, 4)}${person.birthDate.slice(2, 4)} M ${own.digits(3)}`,
      },
      { label: 'Krankenkasse', value: 'BKK Muster' },
      { label: 'Druckdatum', value: dotDate(values.issueDate), field: 'issueDate' },
    ],
    { size: 7.4 },
  );
  const money = (minor: number): string => germanAmount(decimal(minor));
  const { gross } = values;
  const rows = [
    ['1000', 'Grundgehalt', '', '', money(gross - 4000)],
    ['1210', 'VWL-Zuschuss Arbeitgeber', '', '', money(4000)],
    ['', 'Gesamtbrutto', '', '', money(gross)],
    ['', 'Lohnsteuer laufend', money(gross), '', `${money(values.tax)}-`],
    ['', 'Krankenversicherung', money(gross), '8,15 %', `${money(values.health)}-`],
    ['', 'Rentenversicherung', money(gross), '9,30 %', `${money(values.pension)}-`],
    ['', 'Arbeitslosenversicherung', money(gross), '1,30 %', `${money(values.unemployment)}-`],
    ['', 'Pflegeversicherung', money(gross), '2,30 %', `${money(values.care)}-`],
    ['', 'Summe der gesetzlichen Abzüge', '', '', `${money(values.deductions)}-`],
  ];
  const y = sheet.table({
    x: left,
    y: 94,
    columns: [
      { width: 16 },
      { width: 76 },
      { width: 30, align: 'right' },
      { width: 22, align: 'right' },
      { width: 186 - 2 * (left - 12) - 144, align: 'right' },
    ],
    look: own.pick(['grid', 'lines', 'zebra']),
    accent,
    head: ['LA', 'Bezeichnung', 'Bemessung', 'Satz', 'Betrag €'],
    text: { font: typeface.typed, size: 8 },
    rows: rows.map((row, at) =>
      row.map((text, column) => ({
        text,
        bold: at === 2 || at === 8,
        ...(at === 2 && column === 4 ? { field: 'grossPay' } : {}),
      })),
    ),
  });
  sheet.rect(left, y + 6, 186 - 2 * (left - 12), 20, { stroke: accent, lineWidth: 0.5 });
  sheet.text(left + 4, y + 13, 'Netto-Verdienst', { size: 9 });
  sheet.text(190 - (left - 12), y + 13, money(values.net), {
    size: 10,
    bold: true,
    align: 'right',
    field: 'netPay',
  });
  sheet.text(left + 4, y + 21, own.pick(['Auszahlungsbetrag', 'Überweisung', 'Auszahlung']), {
    size: 10,
    bold: true,
  });
  sheet.text(190 - (left - 12), y + 21, `${money(values.net)} €`, {
    size: 12,
    bold: true,
    align: 'right',
    field: 'netPay',
  });
  facts(
    sheet,
    left,
    y + 36,
    90,
    [
      { label: 'Steuer-Brutto laufendes Jahr', value: money(gross * values.month) },
      { label: 'Lohnsteuer laufendes Jahr', value: money(values.tax * values.month) },
      { label: 'SV-Brutto laufendes Jahr', value: money(gross * values.month) },
      { label: 'Urlaub Rest in Tagen', value: String(own.int(2, 28)) },
    ],
    { size: 7.6 },
  );
  markSpecimen(sheet, own);
  footer(
    sheet,
    'Bescheinigung nach § 108 Abs. 3 Satz 1 der Gewerbeordnung. Keine Gewähr für Daten Dritter. SPECIMEN.',
    'Seite 1',
  );
  return { title: `Gehaltsabrechnung ${month}`, sheets: [sheet], form: 'letter' };
};

function valuesOf({ random, field, at, issuedOn }: PaperContext) {
  const own = random.fork('lohn');
  const reference = issuedOn ?? addMonths(addDays(at, -own.int(10, 20)), -1);
  const period = field('period', () => reference.slice(0, 7));
  const periodStart = field('periodStart', () => `${period}-01`) as PlainDate;
  const periodEnd = field('periodEnd', () => addDays(addMonths(periodStart, 1), -1)) as PlainDate;
  const gross = own.int(2_200, 7_200) * 100;
  const part = (percent: number): number => Math.round((gross * percent) / 100);
  const amounts = {
    tax: part(own.between(9, 21)),
    health: part(8.15),
    pension: part(9.3),
    unemployment: part(1.3),
    care: part(2.3),
  };
  const deductions = Object.values(amounts).reduce((sum, value) => sum + value, 0);
  field('grossPay', () => decimal(gross));
  const net = field('netPay', () => decimal(gross - deductions));
  return {
    ...amounts,
    gross,
    deductions,
    period,
    month: Number(period.slice(5, 7)),
    entry: addDays(periodStart, -own.int(150, 7000)),
    net: Math.round(Number(net) * 100),
    issueDate: field('issueDate', () => issuedOn ?? addDays(periodEnd, -own.int(0, 5))),
    employer: field('companyName', () => own.pick(GERMAN_COMPANIES)),
  };
}
