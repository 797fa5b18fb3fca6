import { addDays, addMonths, type PlainDate } from '@dossierkit/core';
import { createNir, createSiren, siretOf } from '../../identifiers.js';
import { logo, markSpecimen } from '../decoration.js';
import { decimal, FRENCH_MONTHS, frenchAmount, slashDate, spaced } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { COMPANIES } from './companies.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer } from './letter-parts.js';

const JOBS = [
  'Chargée de clientèle',
  'Technicien de maintenance',
  'Comptable',
  'Ingénieure d’études',
  'Vendeur',
  'Infirmière',
  'Cuisinier',
  'Assistante de direction',
] as const;

/** Bulletin de paie: one month's pay. */
export const drawFrenchPayslip: DrawPaper = (context) => {
  const { random, accent, typeface } = context;
  const values = valuesOf(context);
  const own = random.fork('payslip-layout');
  const sheet = createLetter(context, { size: 8 });
  const left = own.between(10, 15);
  const width = 210 - 2 * left;
  sheet.rect(left, 10, width, 12, { fill: accent, opacity: 0.14, radius: own.pick([0, 2]) });
  sheet.text(105, 17.8, own.pick(['BULLETIN DE PAIE', 'BULLETIN DE SALAIRE', 'Bulletin de paie']), {
    size: 14,
    bold: true,
    align: 'center',
    color: accent,
  });
  logo(sheet, own, left, 26, 11, accent);
  sheet.lines(
    left + 14,
    29,
    [
      values.employer,
      own.pick(['12 rue de l’Industrie', 'ZA des Peupliers', '4 place du Marché']),
      '69007 LYON',
    ],
    { size: 8.5, bold: true },
  );
  sheet.text(left + 14, 41, `SIRET : ${spaced(values.siret, 3, 3, 3, 5)}`, { size: 7.5, field: 'siret' });
  sheet.text(left + 14, 45, `Code APE : ${values.ape}     URSSAF : Rhône-Alpes`, { size: 7.5 });
  const month = FRENCH_MONTHS[Number(values.period.slice(5, 7)) - 1] ?? '';
  const period = own.chance(0.5)
    ? `${month[0]?.toUpperCase()}${month.slice(1)} ${values.period.slice(0, 4)}`
    : `du ${slashDate(values.periodStart)} au ${slashDate(values.periodEnd)}`;
  sheet.text(120, 29, 'Période de paie :', { size: 8.5 });
  sheet.text(146, 29, period, { size: 9, bold: true, field: 'period' });
  sheet.text(120, 33.6, `Date de paiement : ${slashDate(values.issueDate)}`, {
    size: 8.5,
    field: 'issueDate',
  });
  sheet.lines(120, 47, addressBlock(context, values.name), { size: 9.5, font: typeface.typed, maxWidth: 80 });
  employeeFacts(sheet, left, values);
  const end = payTable(context, sheet, left, width, values);
  totals(sheet, left, width, Math.max(end + 6, 214), values, accent);
  markSpecimen(sheet, own);
  footer(
    sheet,
    'Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée. Définition des termes sur le portail service public, rubrique cotisations sociales. SPECIMEN.',
    '1/1',
  );
  return { title: 'Bulletin de paie', sheets: [sheet], form: 'letter' };
};

type Values = ReturnType<typeof valuesOf>;

function valuesOf(context: PaperContext) {
  const { random, field, at, issuedOn, person } = context;
  const own = random.fork('payslip');
  const reference = issuedOn ?? addDays(at, -own.int(10, 20));
  const period = field('period', () => (issuedOn ?? addMonths(reference, -1)).slice(0, 7));
  const periodStart = `${period}-01` as PlainDate;
  const periodEnd = addDays(addMonths(periodStart, 1), -1);
  const issueDate = field('issueDate', () => issuedOn ?? periodEnd) as PlainDate;
  const gross = own.int(1_850, 6_400) * 100 + own.int(0, 99);
  const contributions = Math.round(gross * 0.2205);
  const netTaxable = gross - contributions + Math.round(gross * 0.0265);
  const tax = Math.round(netTaxable * 0.06);
  const siren = field('siren', () => createSiren(own));
  field('periodStart', () => periodStart);
  field('periodEnd', () => periodEnd);
  return {
    own,
    period,
    periodStart,
    periodEnd,
    issueDate,
    siren,
    employer: field('companyName', () => own.pick(COMPANIES)),
    siret: field('siret', () => siretOf(siren, own.int(1, 40))),
    ape: `${own.digits(4)}${own.pick(['A', 'B', 'Z'])}`,
    nir: field('socialSecurityNumber', () => createNir(own, person.sex, person.birthDate)),
    job: own.pick(JOBS),
    staffNumber: own.digits(5),
    entry: addDays(periodStart, -own.int(200, 6000)),
    gross: field('grossPay', () => decimal(gross)),
    contributions: decimal(contributions),
    netTaxable: field('netTaxable', () => decimal(netTaxable)),
    beforeTax: decimal(gross - contributions),
    tax: decimal(tax),
    netPay: field('netPay', () => decimal(gross - contributions - tax)),
    grossMinor: gross,
    month: Number(period.slice(5, 7)),
    name: letterName(context, { F: 'Mme', M: 'M.' }),
  };
}

function employeeFacts(sheet: Sheet, left: number, values: Values): void {
  facts(
    sheet,
    left,
    56,
    86,
    [
      { label: 'Matricule', value: values.staffNumber },
      {
        label: 'N° de sécurité sociale',
        value: spaced(values.nir, 1, 2, 2, 2, 3, 3, 2),
        field: 'socialSecurityNumber',
      },
      { label: 'Emploi', value: values.job },
      { label: 'Date d’entrée', value: slashDate(values.entry) },
      {
        label: 'Convention collective',
        value: values.own.pick(['Syntec', 'Commerce de détail', 'Métallurgie', 'Hôtels, cafés, restaurants']),
      },
    ],
    { size: 7.4 },
  );
}

function payTable(
  { random, accent, typeface }: PaperContext,
  sheet: Sheet,
  left: number,
  width: number,
  values: Values,
): number {
  const own = random.fork('payslip-table');
  const base = values.grossMinor;
  const part = (rate: number): string => frenchAmount(decimal(Math.round((base * rate) / 100)));
  const rate = (value: number): string => value.toFixed(4).replace('.', ',');
  const line = (label: string, mine: number, theirs: number): string[] => [
    label,
    frenchAmount(decimal(base)),
    mine ? rate(mine) : '',
    mine ? part(mine) : '',
    theirs ? part(theirs) : '',
  ];
  return sheet.table({
    x: left,
    y: 82,
    columns: [0.42, 0.16, 0.12, 0.15, 0.15].map((share, at) => ({
      width: width * share,
      align: at === 0 ? ('left' as const) : ('right' as const),
    })),
    rowHeight: own.between(5.2, 6),
    look: own.pick(['grid', 'lines', 'zebra']),
    accent,
    text: { size: 7.4, font: typeface.typed },
    head: ['Éléments de paie', 'Base', 'Taux %', 'Part salarié', 'Part employeur'],
    rows: [
      [
        'Salaire de base',
        '151,67',
        frenchAmount(decimal(Math.round(base / 151.67))),
        frenchAmount(values.gross),
        '',
      ],
      [
        { text: 'Salaire brut', bold: true },
        '',
        '',
        { text: frenchAmount(values.gross), bold: true, field: 'grossPay' },
        '',
      ],
      [{ text: 'Santé', bold: true }, '', '', '', ''],
      line('Sécurité sociale – maladie, maternité, invalidité, décès', 0, 7),
      line('Complémentaire santé', 0.9, 0.9),
      line('Accidents du travail', 0, 1.2),
      [{ text: 'Retraite', bold: true }, '', '', '', ''],
      line('Sécurité sociale plafonnée', 6.9, 8.55),
      line('Sécurité sociale déplafonnée', 0.4, 2.02),
      line('Complémentaire tranche 1', 4.01, 6.01),
      line('Famille', 0, 3.45),
      line('Assurance chômage', 0, 4.05),
      line('CSG déductible', 6.68, 0),
      line('CSG/CRDS non déductible', 2.85, 0),
      [
        { text: 'Total des cotisations et contributions', bold: true },
        '',
        '',
        { text: frenchAmount(values.contributions), bold: true },
        part(33.2),
      ],
    ],
  });
}

function totals(sheet: Sheet, left: number, width: number, y: number, values: Values, accent: string): void {
  const money = (amount: string): string => `${frenchAmount(amount)} €`;
  facts(
    sheet,
    left,
    y,
    width * 0.55,
    [
      { label: 'Net à payer avant impôt sur le revenu', value: money(values.beforeTax) },
      { label: 'Montant net social', value: money(values.beforeTax) },
      { label: 'Net imposable', value: money(values.netTaxable), field: 'netTaxable' },
      { label: 'Impôt prélevé à la source (taux 6,0 %)', value: money(values.tax) },
      {
        label: 'Cumul imposable de l’année',
        value: money(decimal(Math.round(Number(values.netTaxable) * 100) * values.month)),
      },
      { label: 'Congés payés : acquis 25,00 – pris 10,00', value: 'solde 15,00' },
    ],
    { size: 8 },
  );
  sheet.rect(left + width * 0.62, y - 4, width * 0.38, 18, { fill: accent, opacity: 0.14, stroke: accent });
  sheet.text(left + width * 0.64, y + 2, 'NET PAYÉ', { size: 9, bold: true });
  sheet.text(left + width * 0.98, y + 9.5, money(values.netPay), {
    size: 14,
    bold: true,
    align: 'right',
    field: 'netPay',
  });
  sheet.text(left + width * 0.62, y + 20, 'Paiement par virement', { size: 7.5 });
}
