import { addDays } from '@dossierkit/core';
import { createVatNumber } from '../../identifiers.js';
import { logo, markSpecimen } from '../decoration.js';
import { decimal, dotDate, englishDate, frenchAmount, germanAmount, slashDate } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import { COMPANIES, GERMAN_COMPANIES } from './companies.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer, issuedWithin } from './letter-parts.js';
import { itemsOf, totalOf } from './sale-parts.js';

const GOODS = {
  FR: ['Table de salon en chêne', 'Chaise pliante', 'Lampe de bureau', 'Étagère murale', 'Tapis tissé'],
  DE: ['Esstisch Eiche', 'Klappstuhl', 'Schreibtischlampe', 'Wandregal', 'Webteppich'],
  GB: ['Oak coffee table', 'Folding chair', 'Desk lamp', 'Wall shelf', 'Woven rug'],
} as const;

const SALE_WORDS = {
  FR: {
    invoice: 'FACTURE',
    order: 'CONFIRMATION DE COMMANDE',
    number: 'N°',
    date: 'Date',
    vat: 'N° TVA',
    columns: ['Désignation', 'Qté', 'Prix unitaire', 'Montant'],
    total: 'Total TTC',
    invoiceText: 'Facture à régler avant le',
    orderText:
      'Nous accusons réception de votre commande. Ce document n’est pas une facture : elle vous sera envoyée après la livraison, prévue vers le',
  },
  DE: {
    invoice: 'RECHNUNG',
    order: 'AUFTRAGSBESTÄTIGUNG',
    number: 'Nr.',
    date: 'Datum',
    vat: 'USt-IdNr.',
    columns: ['Bezeichnung', 'Menge', 'Einzelpreis', 'Betrag'],
    total: 'Gesamtbetrag',
    invoiceText: 'Bitte überweisen Sie den Rechnungsbetrag bis zum',
    orderText:
      'Vielen Dank für Ihre Bestellung. Diese Auftragsbestätigung ist keine Rechnung; sie folgt nach der Lieferung, voraussichtlich am',
  },
  GB: {
    invoice: 'INVOICE',
    order: 'ORDER CONFIRMATION',
    number: 'No.',
    date: 'Date',
    vat: 'VAT No.',
    columns: ['Description', 'Qty', 'Unit price', 'Amount'],
    total: 'Total incl. VAT',
    invoiceText: 'Please pay by',
    orderText:
      'Thank you for your order. This is not an invoice; you will receive it after delivery, expected around',
  },
} as const;

/** An invoice for furniture. */
export const drawInvoice: DrawPaper = (context) => drawSale(context, 'invoice');

/** The confirmation of an order: often handed in instead of the invoice. */
export const drawOrderConfirmation: DrawPaper = (context) => drawSale(context, 'order');

function drawSale(context: PaperContext, kind: 'invoice' | 'order'): ReturnType<DrawPaper> {
  const { random, person, field, accent, typeface } = context;
  const own = random.fork(`sale/${kind}`);
  const { country } = person.address;
  const words = SALE_WORDS[country];
  const issueDate = issuedWithin(context, 2, 120);
  const items = itemsOf(own, GOODS[country], own.int(2, 4)).map((item) => ({
    ...item,
    minor: item.minor * 9,
  }));
  const write = (minor: number): string =>
    ({ FR: frenchAmount, DE: germanAmount, GB: (text: string) => text })[country](decimal(minor));
  const day = { FR: slashDate, DE: dotDate, GB: englishDate }[country];
  const sheet = createLetter(context);
  const left = own.between(16, 22);
  const company = field('companyName', () => own.pick(country === 'DE' ? GERMAN_COMPANIES : COMPANIES));
  logo(sheet, own, left, 11, 14, accent);
  sheet.text(left + 18, 20, company, { size: 13, bold: true, color: accent, field: 'companyName' });
  sheet.lines(own.pick([left, 112]), 48, addressBlock(context, letterName(context, undefined)), {
    size: 10,
    font: typeface.typed,
    maxWidth: 82,
  });
  sheet.text(left, 86, words[kind], { size: 17, bold: true, color: accent });
  facts(
    sheet,
    left,
    94,
    70,
    [
      {
        label: words.number,
        value: field('invoiceNumber', () => `${issueDate.slice(0, 4)}-${own.digits(5)}`),
        field: 'invoiceNumber',
      },
      { label: words.date, value: day(issueDate), field: 'issueDate' },
      {
        label: words.vat,
        value: field('vatNumber', () => createVatNumber(own, country)),
        field: 'vatNumber',
      },
    ],
    { size: 9 },
  );
  const total = field('amountDue', () => decimal(totalOf(items)));
  const end = sheet.table({
    x: left,
    y: 112,
    columns: [
      { width: 84 },
      { width: 18, align: 'right' },
      { width: 34, align: 'right' },
      { width: 36, align: 'right' },
    ],
    look: own.pick(['grid', 'lines', 'zebra']),
    accent,
    rowHeight: 7,
    head: [...words.columns],
    rows: [
      ...items.map(({ text, quantity, minor }) => [
        text,
        String(quantity),
        write(minor),
        write(minor * quantity),
      ]),
      [
        { text: words.total, bold: true },
        '',
        '',
        { text: write(Math.round(Number(total) * 100)), bold: true, field: 'amountDue' },
      ],
    ],
  });
  sheet.paragraph(
    left,
    end + 12,
    170,
    `${kind === 'invoice' ? words.invoiceText : words.orderText} ${day(addDays(issueDate, own.int(14, 30)))}.`,
    { size: 9.5 },
  );
  markSpecimen(sheet, own);
  footer(sheet, `${company} – SPECIMEN.`, '1/1');
  return { title: words[kind], sheets: [sheet], form: 'letter' };
}
