import { addDays, type PlainDate, partsOfDate, plainDate } from '@dossierkit/core';
import { codeSquare } from '../codes.js';
import { markSpecimen } from '../decoration.js';
import { decimal, frenchAmount, frenchDate, slashDate, spaced } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer, frenchRepublic } from './letter-parts.js';

/** Avis d'impôt sur les revenus: what the tax office decided. */
export const drawFrenchTaxNotice: DrawPaper = (context) => {
  const values = valuesOf(context);
  return {
    title: `Avis d’impôt ${values.noticeYear} sur les revenus de ${values.incomeYear}`,
    sheets: [firstPage(context, values), secondPage(context, values)],
    form: 'letter',
  };
};

type Values = ReturnType<typeof valuesOf>;

/** Notices of a year's income leave the printer from the end of July of the next year. */
function valuesOf(context: PaperContext) {
  const { random, field, person, at, issuedOn } = context;
  const own = random.fork('notice');
  const { year, month } = partsOfDate(issuedOn ?? at);
  const noticeYear = month >= 8 ? year : year - 1;
  const made = issuedOn ?? addDays(plainDate(`${noticeYear}-07-24`), own.int(0, 10));
  const issueDate = field('issueDate', () => made) as PlainDate;
  const incomeYear = field('incomeYear', () => String(noticeYear - 1));
  const salary = own.int(16_000, 92_000) * 100;
  const deduction = Math.round(salary / 1000) * 100;
  const reference = field('referenceIncome', () => decimal(salary - deduction));
  const tax = Math.max(0, Math.round(((salary - deduction - 1_129_400) * 0.11) / 100) * 100);
  return {
    own,
    issueDate,
    incomeYear,
    noticeYear: Number(incomeYear) + 1,
    reference,
    salary: decimal(salary),
    deduction: decimal(deduction),
    tax: field('taxAmount', () => decimal(tax)),
    withheld: decimal(Math.round((tax * 0.94) / 100) * 100),
    amountDue: field('amountDue', () => decimal(tax - Math.round((tax * 0.94) / 100) * 100)),
    dueDate: field('dueDate', () => `${partsOfDate(issueDate).year}-09-25`),
    collectionDate: field('collectionDate', () => addDays(issueDate, own.int(3, 7))),
    taxNumber: field('taxNumber', () => person.taxNumber),
    noticeReference: field(
      'noticeReference',
      () => `${String(noticeYear).slice(2)}${own.digits(2)}A${own.digits(8)}`,
    ),
    shares: field('familyShares', () => own.pick(['1', '1.5', '2', '2.5', '3'])),
    name: letterName(context, { F: 'MME', M: 'M' }),
  };
}

function firstPage(context: PaperContext, values: Values): Sheet {
  const { random, typeface, accent } = context;
  const own = random.fork('notice-layout');
  const sheet = createLetter(context);
  const left = own.between(12, 18);
  frenchRepublic(sheet, left, 10);
  sheet.text(left + 27, 15, 'DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES', { size: 7.5, bold: true });
  sheet.lines(
    left + 27,
    19,
    [`CENTRE DES FINANCES PUBLIQUES`, 'SIP SPÉCIMEN-VILLE', `${own.int(1, 40)} RUE DU TRÉSOR`],
    { size: 7 },
  );
  sheet.lines(
    own.between(108, 118),
    52,
    addressBlock(context, values.name).map((line) => line.toUpperCase()),
    { size: 9.5, font: typeface.typed, maxWidth: 85 },
  );
  const title = `AVIS D’IMPÔT ${values.noticeYear}`;
  const titleY = own.between(84, 92);
  const boxed = own.chance(0.5);
  if (boxed) sheet.rect(left, titleY - 8, 210 - 2 * left, 16, { fill: accent, opacity: 0.12, radius: 2 });
  sheet.text(105, titleY, title, { size: 17, bold: true, align: 'center', color: accent });
  sheet.text(
    105,
    titleY + 6,
    own.pick([
      `IMPÔT SUR LES REVENUS DE L’ANNÉE ${values.incomeYear}`,
      `Impôt et prélèvements sociaux sur les revenus de ${values.incomeYear}`,
    ]),
    { size: 11, bold: true, align: 'center' },
  );
  referenceBlock(sheet, left, 40, values);
  let y = titleY + 18;
  y = facts(
    sheet,
    left,
    y,
    178 - left / 2,
    [
      {
        label: 'Revenu fiscal de référence',
        value: `${frenchAmount(noCents(values.reference))} €`,
        field: 'referenceIncome',
      },
      { label: 'Nombre de parts', value: values.shares.replace('.', ','), field: 'familyShares' },
      {
        label: 'Impôt sur le revenu net',
        value: `${frenchAmount(noCents(values.tax))} €`,
        field: 'taxAmount',
      },
      { label: 'Prélèvement à la source déjà versé', value: `${frenchAmount(noCents(values.withheld))} €` },
      {
        label: own.pick(['Montant restant à payer', 'Il vous reste à payer', 'Solde à régler']),
        value: `${frenchAmount(noCents(values.amountDue))} €`,
        field: 'amountDue',
      },
    ],
    { size: 9.5 },
  );
  sheet.line(left, y + 1, 195, y + 1, { stroke: accent });
  y = sheet.paragraph(left, y + 9, 178, own.pick(LETTERS), { size: 8.6 });
  y = sheet.paragraph(
    left,
    y + 4,
    178,
    `La date limite de paiement est fixée au ${frenchDate(values.dueDate)}. Le montant sera prélevé sur le compte bancaire que vous avez communiqué à l’administration ; vous n’avez aucune démarche à effectuer.`,
    { size: 8.6 },
  );
  sheet.paragraph(
    left,
    y + 4,
    178,
    'Conservez cet avis : il justifie de vos revenus et de vos charges. Vous pouvez le consulter à tout moment dans votre espace particulier. Vous disposez d’un délai de réclamation qui court jusqu’au 31 décembre de la deuxième année suivant la mise en recouvrement.',
    { size: 8.6 },
  );
  codeSquare(sheet, own, 170, 232, 22);
  sheet.text(
    left,
    262,
    'Les organismes peuvent vérifier l’authenticité de cet avis en ligne (service de vérification des avis).',
    { size: 7 },
  );
  markSpecimen(sheet, own);
  footer(
    sheet,
    'Les données personnelles sont traitées par la direction générale des finances publiques. Droit d’accès et de rectification auprès de votre centre. SPECIMEN – document sans valeur.',
    '1/2',
  );
  return sheet;
}

const LETTERS = [
  'Madame, Monsieur, vous trouverez ci-après le détail du calcul de votre impôt, établi d’après les éléments que vous avez déclarés.',
  'Cet avis présente le calcul de votre impôt sur le revenu et des contributions sociales. Il tient compte de votre déclaration et des sommes prélevées à la source.',
] as const;

const noCents = (amount: string): string => amount.replace(/\.00$/, '');

function referenceBlock(sheet: Sheet, left: number, y: number, values: Values): void {
  sheet.text(left, y, 'Vos références', { size: 9, bold: true });
  facts(
    sheet,
    left,
    y + 5,
    78,
    [
      {
        label: 'Numéro fiscal du déclarant 1',
        value: spaced(values.taxNumber, 2, 2, 3, 3, 3),
        field: 'taxNumber',
      },
      {
        label: 'Référence de l’avis',
        value: spaced(values.noticeReference, 2, 2, 7, 2),
        field: 'noticeReference',
      },
      { label: 'Date d’établissement', value: slashDate(values.issueDate), field: 'issueDate' },
      {
        label: 'Date de mise en recouvrement',
        value: slashDate(values.collectionDate),
        field: 'collectionDate',
      },
    ],
    { size: 7.4 },
  );
}

function secondPage(context: PaperContext, values: Values): Sheet {
  const { random, accent } = context;
  const own = random.fork('notice-detail');
  const sheet = createLetter(context);
  sheet.text(15, 18, `Détail du calcul – revenus de ${values.incomeYear}`, {
    size: 12,
    bold: true,
    color: accent,
  });
  const rows = [
    ['Traitements et salaires', values.salary],
    ['Déduction 10 % ou frais réels', values.deduction],
    ['Salaires, pensions, rentes nets', values.reference],
    ['Revenu brut global', values.reference],
    ['Revenu imposable', values.reference],
    ['Impôt soumis au barème', values.tax],
    ['Impôt net avant corrections', values.tax],
    ['Prélèvement à la source – retenue employeur', values.withheld],
    ['Solde', values.amountDue],
    ['Revenu fiscal de référence', values.reference],
  ] as const;
  sheet.table({
    x: 15,
    y: 26,
    columns: [{ width: 110 }, { width: 35, align: 'right' }, { width: 35, align: 'right' }],
    look: own.pick(['grid', 'lines', 'zebra']),
    accent,
    head: ['Rubrique', 'Déclarant 1', 'Total'],
    rows: rows.map(([label, amount]) => [
      label,
      frenchAmount(noCents(amount)),
      { text: frenchAmount(noCents(amount)), bold: true },
    ]),
  });
  sheet.paragraph(
    15,
    112,
    180,
    'Comment est calculé votre impôt ? Le revenu imposable est divisé par le nombre de parts, puis soumis au barème progressif par tranches de 0 %, 11 %, 30 %, 41 % et 45 %. Le résultat est multiplié par le nombre de parts.',
    { size: 8.4 },
  );
  markSpecimen(sheet, own);
  footer(sheet, 'SPECIMEN – document sans valeur.', '2/2');
  return sheet;
}
