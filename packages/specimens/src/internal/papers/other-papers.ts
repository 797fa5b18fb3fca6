import { addDays } from '@dossierkit/core';
import type { Random } from '../../random.js';
import { codeBars, logo, markSpecimen, signature } from '../decoration.js';
import {
  decimal,
  dotDate,
  englishDate,
  frenchAmount,
  frenchDate,
  germanAmount,
  germanDate,
  slashDate,
} from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import { createSheet } from '../sheet.js';
import { COMPANIES, GERMAN_COMPANIES } from './companies.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer, issuedWithin } from './letter-parts.js';

interface Item {
  readonly text: string;
  readonly quantity: number;
  readonly minor: number;
}

function itemsOf(random: Random, names: readonly string[], count: number): Item[] {
  return random
    .shuffle(names)
    .slice(0, count)
    .map((text) => ({ text, quantity: random.int(1, 3), minor: random.int(90, 4900) }));
}

const totalOf = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + item.quantity * item.minor, 0);

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

/** A page with nothing on it, not even the mark. */
export const drawBlank: DrawPaper = (context) => ({
  title: 'SPECIMEN',
  sheets: [createLetter(context)],
  form: 'letter',
});

const LETTERS = {
  FR: {
    place: 'le',
    subject: [
      'Objet : votre demande de renseignements',
      'Objet : réunion de copropriété',
      'Objet : invitation à la fête des voisins',
    ],
    greeting: 'Madame, Monsieur,',
    body: 'Nous vous remercions de votre courrier et vous prions de trouver ci-joint les éléments que vous avez demandés. La prochaine réunion se tiendra dans la salle des fêtes ; un verre de l’amitié sera offert à l’issue de la rencontre. N’hésitez pas à nous faire part de vos remarques avant la fin du mois.',
    end: 'Veuillez agréer nos salutations distinguées.',
  },
  DE: {
    place: 'den',
    subject: ['Betreff: Ihre Anfrage', 'Einladung zum Nachbarschaftsfest', 'Unsere neue Sommerkarte'],
    greeting: 'Sehr geehrte Damen und Herren,',
    body: 'vielen Dank für Ihr Schreiben. Anbei erhalten Sie die gewünschten Unterlagen. Wir freuen uns, Sie auf unserem Fest begrüßen zu dürfen; für Speisen und Getränke ist gesorgt. Bitte teilen Sie uns bis zum Monatsende mit, ob Sie teilnehmen.',
    end: 'Mit freundlichen Grüßen',
  },
  GB: {
    place: '',
    subject: ['Your enquiry', 'Invitation to our street party', 'News from the allotment society'],
    greeting: 'Dear neighbour,',
    body: 'Thank you for getting in touch. Please find enclosed the leaflets you asked for. We would be delighted to see you at the party in the village hall; tea and cake will be served all afternoon. Do let us know by the end of the month whether you can come.',
    end: 'Yours sincerely',
  },
} as const;

/** A letter about nothing that a dossier asks for. */
export const drawLetter: DrawPaper = (context) => {
  const { random, person, typeface } = context;
  const own = random.fork('letter');
  const { country } = person.address;
  const words = LETTERS[country];
  const issueDate = issuedWithin(context, 2, 400);
  const date = { FR: frenchDate, DE: germanDate, GB: englishDate }[country](issueDate);
  const sheet = createLetter(context, { size: 10.5 });
  const left = own.between(20, 26);
  sheet.lines(left, 50, addressBlock(context, letterName(context, undefined)), {
    font: typeface.typed,
    maxWidth: 90,
  });
  sheet.text(188, 82, `${person.address.town}${words.place ? `, ${words.place}` : ','} ${date}`, {
    align: 'right',
    field: 'issueDate',
  });
  sheet.text(left, 96, own.pick(words.subject), { bold: true });
  let y = 110;
  for (const text of [words.greeting, words.body, words.body.split('. ').reverse().join('. '), words.end])
    y = sheet.paragraph(left, y, 165, text, {}) + 4;
  signature(sheet, own, left, y + 14, own.pick(['A. Modèle', 'B. Muster', 'C. Sample']), 36);
  markSpecimen(sheet, own);
  return { title: 'SPECIMEN', sheets: [sheet], form: 'letter' };
};

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
