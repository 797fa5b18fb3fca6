import { addDays, addMonths, type PlainDate } from '@dossierkit/core';
import { codeBars } from '../codes.js';
import { logo, markSpecimen } from '../decoration.js';
import { decimal, FRENCH_MONTHS, frenchAmount, frenchDate, slashDate, spaced } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer, issuedWithin } from './letter-parts.js';

const SUPPLIERS = [
  'Électricité du Val',
  'Lumière & Réseaux',
  'Volt Citoyen',
  'Énergie Spécimen',
  'Ampère Services',
  'Hydro-Loire Énergies',
] as const;

/** Facture d'électricité: the usual proof of address in France. */
export const drawFrenchElectricityBill: DrawPaper = (context) => {
  const values = valuesOf(context);
  const { random, accent, typeface } = context;
  const own = random.fork('bill-layout');
  const sheet = createLetter(context);
  const left = own.between(12, 18);
  logo(sheet, own, left, 11, 15, accent);
  sheet.text(left + 19, 20, values.supplier, { size: 17, bold: true, color: accent });
  sheet.text(
    left + 19,
    25,
    own.pick(['l’énergie de tous les jours', 'électricité et services', 'votre fournisseur d’électricité']),
    { size: 7.5, color: '#555555' },
  );
  const name = letterName(context, { F: 'Mme', M: 'M.' });
  sheet.lines(own.between(105, 116), own.between(46, 54), addressBlock(context, name), {
    size: 10,
    font: typeface.typed,
    maxWidth: 85,
  });
  const title = own.pick(['Votre facture d’électricité', 'FACTURE D’ÉLECTRICITÉ', 'Facture d’électricité']);
  sheet.text(left, 82, `${title} du ${frenchDate(values.issueDate)}`, {
    size: 14,
    bold: true,
    color: accent,
    field: 'issueDate',
  });
  references(sheet, left, 40, values);
  summary(sheet, own.chance(0.5), left, values, accent);
  details(context, sheet, left, values);
  contactBlock(sheet, left, values);
  codeBars(sheet, own, 130, 262, 60, 9);
  markSpecimen(sheet, own);
  footer(
    sheet,
    `${values.supplier}, société anonyme au capital de 1 000 000 € – RCS Spécimen-Ville 999 999 999 – siège : 1 place du Modèle. En cas de retard de paiement : pénalités au taux légal. SPECIMEN – document sans valeur.`,
    '1/2',
  );
  return { title: 'Facture d’électricité', sheets: [sheet], form: 'letter' };
};

type Values = ReturnType<typeof valuesOf>;

function valuesOf(context: PaperContext) {
  const { random, field } = context;
  const own = random.fork('bill');
  const issueDate = issuedWithin(context, 4, 55);
  const months = own.pick([1, 2, 2, 6]);
  const periodEnd = field('periodEnd', () => addDays(issueDate, -own.int(2, 8))) as PlainDate;
  const periodStart = field('periodStart', () => addDays(addMonths(periodEnd, -months), 1)) as PlainDate;
  const kwh = own.int(90, 520) * months;
  const energy = kwh * 20;
  const standing = 1290 * months;
  const taxes = Math.round((energy + standing) * 0.17);
  return {
    own,
    issueDate,
    periodStart,
    periodEnd,
    kwh,
    supplier: field('issuer', () => own.pick(SUPPLIERS)),
    energy: decimal(energy),
    standing: decimal(standing),
    taxes: decimal(taxes),
    amountDue: field('amountDue', () => decimal(energy + standing + taxes)),
    dueDate: field('dueDate', () => addDays(issueDate, own.int(14, 21))),
    customerNumber: field('customerNumber', () => own.digits(10)),
    invoiceNumber: field('invoiceNumber', () => own.digits(11)),
    deliveryPoint: field('deliveryPoint', () => own.digits(14)),
    contractDate: addDays(issueDate, -own.int(400, 4000)),
  };
}

function references(sheet: Sheet, left: number, y: number, values: Values): void {
  facts(
    sheet,
    left,
    y,
    76,
    [
      { label: 'N° client', value: spaced(values.customerNumber, 3, 3, 4), field: 'customerNumber' },
      { label: 'N° de facture', value: spaced(values.invoiceNumber, 3, 4, 4), field: 'invoiceNumber' },
      {
        label: 'Point de livraison',
        value: spaced(values.deliveryPoint, 2, 3, 3, 3, 3),
        field: 'deliveryPoint',
      },
      { label: 'Contrat souscrit le', value: slashDate(values.contractDate) },
      { label: 'Date de facture', value: slashDate(values.issueDate), field: 'issueDate' },
    ],
    { size: 7.6 },
  );
}

function summary(sheet: Sheet, filled: boolean, left: number, values: Values, accent: string): void {
  sheet.rect(
    left,
    90,
    180,
    27,
    filled ? { fill: accent, radius: 3 } : { stroke: accent, lineWidth: 0.6, radius: 3 },
  );
  const color = filled ? '#ffffff' : '#111111';
  sheet.text(left + 6, 98, 'Montant total à payer (TTC)', { size: 10, color });
  sheet.text(left + 6, 108, `${frenchAmount(values.amountDue)} €`, {
    size: 19,
    bold: true,
    color,
    field: 'amountDue',
  });
  sheet.text(left + 98, 98, 'À régler avant le', { size: 9, color });
  sheet.text(left + 98, 104.5, frenchDate(values.dueDate), { size: 12, bold: true, color, field: 'dueDate' });
  sheet.text(left + 98, 112, 'Prélèvement automatique sur votre compte', { size: 7.5, color });
}

function details({ random, accent }: PaperContext, sheet: Sheet, left: number, values: Values): void {
  const own = random.fork('bill-table');
  sheet.text(left, 127, `Période du ${slashDate(values.periodStart)} au ${slashDate(values.periodEnd)}`, {
    size: 9,
    bold: true,
    field: 'periodEnd',
  });
  const rows = [
    ['Abonnement 6 kVA', '', '', values.standing],
    ['Consommation (heures pleines et creuses)', `${values.kwh} kWh`, '0,2000', values.energy],
    ['Taxes et contributions (accise, CTA)', '', '', decimal(0)],
    ['TVA (5,5 % et 20 %)', '', '', values.taxes],
    ['Total TTC', '', '', values.amountDue],
  ] as const;
  const end = sheet.table({
    x: left,
    y: 131,
    columns: [
      { width: 92 },
      { width: 30, align: 'right' },
      { width: 26, align: 'right' },
      { width: 32, align: 'right' },
    ],
    look: own.pick(['grid', 'lines', 'zebra', 'plain']),
    accent,
    rowHeight: 6.6,
    head: ['Désignation', 'Quantité', 'Prix unitaire €', 'Montant €'],
    rows: rows.map(([label, quantity, price, amount], at) => [
      { text: label, bold: at === 4 },
      quantity,
      price,
      { text: frenchAmount(amount), bold: at === 4 },
    ]),
  });
  sheet.text(left, end + 9, 'Votre consommation en kWh', { size: 9, bold: true });
  for (let at = 0; at < 13; at++) {
    const height = own.between(4, 22);
    const month = (Number(values.periodEnd.slice(5, 7)) + at) % 12;
    sheet.rect(left + at * 13.4, end + 37 - height, 8, height, { fill: at === 12 ? accent : '#b8c0c8' });
    sheet.text(left + at * 13.4 + 4, end + 41, (FRENCH_MONTHS[month] ?? '').slice(0, 4), {
      size: 5.5,
      align: 'center',
    });
  }
}

function contactBlock(sheet: Sheet, left: number, values: Values): void {
  sheet.text(left, 225, 'Nous contacter', { size: 9, bold: true });
  sheet.lines(
    left,
    230,
    [
      'Service clients : 09 69 00 00 00 (appel non surtaxé), du lundi au samedi de 8 h à 20 h',
      'Urgence dépannage : 09 72 00 00 00',
      `Prochaine facture vers le ${frenchDate(addMonths(values.issueDate, 2))}`,
      'Cette facture peut servir de justificatif de domicile.',
    ],
    { size: 7.8, leading: 1.5 },
  );
}
