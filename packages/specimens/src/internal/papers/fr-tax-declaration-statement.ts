import { addDays, type PlainDate, partsOfDate, plainDate } from '@dossierkit/core';
import { codeSquare } from '../codes.js';
import { markSpecimen } from '../decoration.js';
import { decimal, frenchAmount, frenchDate, slashDate, spaced } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, facts, footer, frenchRepublic } from './letter-parts.js';

/** Avis de situation déclarative (ASDIR): what was declared online, before the notice. Often handed in instead of the notice. */
export const drawFrenchDeclarationStatement: DrawPaper = (context) => {
  const { random, field, person, at, issuedOn, accent, typeface } = context;
  const own = random.fork('asdir');
  const { year, month } = partsOfDate(issuedOn ?? at);
  const filingYear = month >= 5 ? year : year - 1;
  const made = issuedOn ?? addDays(plainDate(`${filingYear}-04-15`), own.int(0, 45));
  const issueDate = field('issueDate', () => made) as PlainDate;
  const incomeYear = field('incomeYear', () => String(filingYear - 1));
  const reference = field('referenceIncome', () => decimal(own.int(14_000, 80_000) * 100));
  const sheet = createLetter(context);
  const left = own.between(12, 18);
  frenchRepublic(sheet, left, 10);
  sheet.text(left + 27, 15, 'DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES', { size: 7.5, bold: true });
  sheet.lines(
    112,
    50,
    addressBlock(context, letterName(context, { F: 'MME', M: 'M' })).map((line) => line.toUpperCase()),
    { size: 9.5, font: typeface.typed, maxWidth: 85 },
  );
  sheet.text(105, 88, 'AVIS DE SITUATION DÉCLARATIVE', {
    size: 15,
    bold: true,
    align: 'center',
    color: accent,
  });
  sheet.text(105, 95, `À L’IMPÔT SUR LE REVENU ${filingYear}`, {
    size: 12,
    bold: true,
    align: 'center',
    color: accent,
  });
  sheet.text(105, 101, `établi à partir de votre déclaration des revenus de l’année ${incomeYear}`, {
    size: 9,
    align: 'center',
  });
  const y = facts(
    sheet,
    left,
    114,
    172,
    [
      {
        label: 'Numéro fiscal',
        value: spaced(
          field('taxNumber', () => person.taxNumber),
          2,
          2,
          3,
          3,
          3,
        ),
        field: 'taxNumber',
      },
      {
        label: 'Référence de l’avis',
        value: field(
          'noticeReference',
          () => `${String(filingYear).slice(2)}${own.digits(2)}D${own.digits(8)}`,
        ),
        field: 'noticeReference',
      },
      { label: 'Déclaration validée le', value: slashDate(issueDate), field: 'issueDate' },
      { label: 'Nombre de parts', value: own.pick(['1', '1,5', '2', '2,5']) },
      {
        label: 'Revenu fiscal de référence',
        value: `${frenchAmount(reference.replace(/\.00$/, ''))} €`,
        field: 'referenceIncome',
      },
    ],
    { size: 9.5 },
  );
  sheet.paragraph(
    left,
    y + 8,
    174,
    `Ce document fait suite à la déclaration que vous avez validée le ${frenchDate(issueDate)}. Il ne vaut pas avis d’impôt : votre avis d’impôt sera disponible à partir de la fin du mois de juillet.`,
    { size: 9 },
  );
  codeSquare(sheet, own, 170, 232, 22);
  markSpecimen(sheet, own);
  footer(
    sheet,
    'Avis établi sous réserve de contrôle par l’administration. SPECIMEN – document sans valeur.',
    '1/1',
  );
  return { title: 'Avis de situation déclarative', sheets: [sheet], form: 'letter' };
};
