import { codeBars } from '../codes.js';
import { decimal, dotDate, slashDate } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { createSheet } from '../sheet.js';
import { issuedWithin } from './letter-parts.js';
import { itemsOf, totalOf } from './sale-parts.js';

const GROCERIES: Readonly<Record<string, readonly string[]>> = {
  FR: [
    'BAGUETTE TRADITION',
    'LAIT DEMI ÉCRÉMÉ 1L',
    'TOMATES GRAPPE',
    'CAFÉ MOULU 250G',
    'YAOURT NATURE X8',
    'BEURRE DOUX',
    'PÂTES 500G',
    'POMMES GOLDEN',
    'SAVON',
  ],
  DE: [
    'VOLLMILCH 3,5%',
    'ROGGENBROT',
    'GURKE STK',
    'KÄSE IN SCHEIBEN',
    'MINERALWASSER',
    'BUTTER 250G',
    'KAFFEE 500G',
    'APFEL ELSTAR',
    'SPÜLMITTEL',
  ],
  GB: [
    'SEMI SKIMMED MILK',
    'WHOLEMEAL LOAF',
    'CHEDDAR 350G',
    'TEA BAGS 80',
    'BANANAS LOOSE',
    'BAKED BEANS',
    'FREE RANGE EGGS',
    'BUTTER',
  ],
};

/** A till receipt: text like a document's, and none of them. */
export const drawReceipt: DrawPaper = (context) => {
  const { random, person, field } = context;
  const own = random.fork('receipt');
  const { country } = person.address;
  const items = itemsOf(own, GROCERIES[country] ?? [], own.int(5, 8));
  const issueDate = issuedWithin(context, 0, 60);
  const height = 92 + items.length * 5;
  const sheet = createSheet(72, height, {
    font: own.pick(['courier-prime', 'roboto-mono']),
    size: 7.6,
    color: '#333333',
  });
  const words = {
    FR: ['TICKET DE CAISSE', 'TOTAL', 'CARTE BANCAIRE', 'Merci de votre visite'],
    DE: ['KASSENBON', 'SUMME EUR', 'GIROCARD', 'Vielen Dank für Ihren Einkauf'],
    GB: ['RECEIPT', 'TOTAL', 'CARD PAYMENT', 'Thank you for shopping with us'],
  }[country] as [string, string, string, string];
  const amount = (minor: number): string =>
    country === 'GB' ? decimal(minor) : decimal(minor).replace('.', ',');
  sheet.text(36, 10, own.pick(['SUPER MODÈLE', 'MARKT MUSTER', 'SAMPLE STORES']), {
    size: 12,
    bold: true,
    align: 'center',
  });
  sheet.text(36, 15, person.address.town, { align: 'center', maxWidth: 62 });
  sheet.text(36, 22, words[0], { align: 'center' });
  sheet.text(
    6,
    28,
    `${country === 'DE' ? dotDate(issueDate) : slashDate(issueDate)}  ${own.int(8, 20)}:${own.int(10, 59)}  K${own.int(1, 9)}`,
    { field: 'issueDate' },
  );
  items.forEach(({ text, quantity, minor }, at) => {
    sheet.text(6, 36 + at * 5, `${quantity} ${text}`, { maxWidth: 44 });
    sheet.text(66, 36 + at * 5, amount(quantity * minor), { align: 'right' });
  });
  const y = 40 + items.length * 5;
  sheet.text(6, y, '-'.repeat(38), { maxWidth: 60 });
  sheet.text(6, y + 7, words[1], { size: 11, bold: true });
  sheet.text(66, y + 7, amount(Math.round(Number(field('amountDue', () => decimal(totalOf(items)))) * 100)), {
    size: 11,
    bold: true,
    align: 'right',
    field: 'amountDue',
  });
  sheet.text(6, y + 14, words[2]);
  sheet.text(36, y + 24, words[3], { align: 'center', maxWidth: 62 });
  codeBars(sheet, own, 14, y + 30, 44, 10);
  sheet.text(36, y + 46, 'SPECIMEN', { align: 'center', decoration: true });
  return { title: words[0], sheets: [sheet], form: 'card' };
};
