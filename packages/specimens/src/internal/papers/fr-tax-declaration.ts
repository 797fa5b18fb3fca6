import { addDays, type PlainDate, partsOfDate, plainDate } from '@dossierkit/core';
import { markSpecimen, signature } from '../decoration.js';
import { decimal, frenchAmount, slashDate } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, footer, frenchRepublic } from './letter-parts.js';

/** Déclaration des revenus, form 2042: what the taxpayer stated. It is not a notice. */
export const drawFrenchTaxDeclaration: DrawPaper = (context) => {
  const { random, field, person, at, issuedOn, accent, typeface } = context;
  const own = random.fork('declaration');
  const { year, month } = partsOfDate(issuedOn ?? at);
  const filingYear = month >= 4 ? year : year - 1;
  const made = issuedOn ?? addDays(plainDate(`${filingYear}-04-12`), own.int(0, 50));
  const issueDate = field('issueDate', () => made) as PlainDate;
  const incomeYear = field('incomeYear', () => String(filingYear - 1));
  const taxNumber = field('taxNumber', () => person.taxNumber);
  const online = own.chance(0.5);
  const sheet = createLetter(context);
  const left = own.between(12, 17);
  frenchRepublic(sheet, left, 10);
  sheet.text(105, 18, `DÉCLARATION DES REVENUS ${incomeYear}`, {
    size: 16,
    bold: true,
    align: 'center',
    color: accent,
  });
  sheet.text(
    105,
    25,
    online
      ? 'Déclaration en ligne – récapitulatif de votre saisie'
      : 'Déclaration complète – à retourner à votre centre',
    { size: 9, align: 'center' },
  );
  sheet.rect(172, 10, 24, 12, { stroke: accent, lineWidth: 0.5 });
  sheet.text(184, 15, 'N° 2042', { size: 11, bold: true, align: 'center' });
  sheet.text(184, 19.6, 'N° Cerfa 10330', { size: 5.5, align: 'center' });
  const name = letterName(context, { F: 'MME', M: 'M' });
  sheet.lines(
    112,
    44,
    addressBlock(context, name).map((line) => line.toUpperCase()),
    { size: 9, font: typeface.typed, maxWidth: 85 },
  );
  sheet.text(left, 44, 'Numéro fiscal (déclarant 1)', { size: 7.5 });
  digitBoxes(sheet, left, 46, taxNumber);
  sheet.text(left, 60, own.pick(['Date de dépôt', 'Déclaration transmise le', 'Fait le']), { size: 7.5 });
  sheet.text(left + 45, 60, slashDate(issueDate), { size: 8.5, bold: true, field: 'issueDate' });
  drawBoxes(context, sheet, left, issueDate);
  markSpecimen(sheet, own);
  footer(
    sheet,
    'Ce document reprend les éléments que vous déclarez. Il ne constitue pas un avis d’imposition et ne peut en tenir lieu. SPECIMEN – document sans valeur.',
    '1/4',
  );
  return { title: `Déclaration des revenus ${incomeYear}`, sheets: [sheet], form: 'letter' };
};

function digitBoxes(sheet: Sheet, x: number, y: number, digits: string): void {
  [...digits].forEach((_, at) => {
    sheet.rect(x + at * 5, y, 4.6, 6, { stroke: '#888888', lineWidth: 0.2 });
  });
  sheet.text(x + 1.3, y + 4.6, digits, {
    font: 'roboto-mono',
    size: 10,
    tracking: 5 - 10 * 0.3528 * 0.6,
    field: 'taxNumber',
  });
}

function drawBoxes(context: PaperContext, sheet: Sheet, left: number, issueDate: string): void {
  const { random, field, person, accent } = context;
  const own = random.fork('boxes');
  const salary = field('declaredSalary', () => decimal(own.int(16_000, 92_000) * 100));
  const section = (y: number, title: string): void => {
    sheet.rect(left, y - 4.6, 210 - 2 * left, 6.4, { fill: accent, opacity: 0.15 });
    sheet.text(left + 2, y, title, { size: 9, bold: true });
  };
  section(76, 'A | SITUATION DU FOYER FISCAL');
  sheet.lines(
    left + 2,
    83,
    [
      `Nom de naissance : ${(person.birthName ?? person.familyName).toUpperCase()}     Prénom : ${person.givenNames[0]}`,
      `Date de naissance : ${slashDate(field('birthDate', () => person.birthDate))}     Lieu : ${person.birthPlace}`,
      `Situation au 31 décembre : ${own.pick(['[X] Célibataire', '[X] Marié(e)', '[X] Pacsé(e)', '[X] Divorcé(e)'])}     Personnes à charge : ${own.int(0, 3)}`,
    ],
    { size: 8.5, leading: 1.7 },
  );
  section(106, '1 | TRAITEMENTS, SALAIRES, PENSIONS ET RENTES');
  const amount = (value: string): string => frenchAmount(value.replace(/\.00$/, ''));
  sheet.table({
    x: left,
    y: 110,
    columns: [
      { width: 112 },
      { width: 14, align: 'center' },
      { width: 30, align: 'right' },
      { width: 14, align: 'center' },
    ],
    rowHeight: 7,
    look: 'grid',
    accent,
    head: ['Vous déclarez', 'Case', 'Montant', ''],
    rows: [
      [
        'Revenus d’activité connus',
        '1AJ',
        { text: amount(salary), bold: true, field: 'declaredSalary' },
        '€',
      ],
      ['Heures supplémentaires exonérées', '1GH', amount(String(own.int(0, 900))), '€'],
      ['Frais réels', '1AK', '', '€'],
      ['Pensions, retraites, rentes', '1AS', '', '€'],
      ['Pensions alimentaires perçues', '1AO', '', '€'],
    ],
  });
  section(164, '2 | REVENUS DES VALEURS ET CAPITAUX MOBILIERS');
  sheet.table({
    x: left,
    y: 168,
    columns: [
      { width: 112 },
      { width: 14, align: 'center' },
      { width: 30, align: 'right' },
      { width: 14, align: 'center' },
    ],
    rowHeight: 7,
    look: 'grid',
    accent,
    rows: [
      ['Revenus des actions et parts', '2DC', String(own.int(0, 400)), '€'],
      ['Intérêts et autres produits', '2TR', String(own.int(0, 250)), '€'],
    ],
  });
  section(196, '7 | RÉDUCTIONS ET CRÉDITS D’IMPÔT');
  sheet.lines(
    left + 2,
    203,
    [
      'Dons aux œuvres (7UD) : ........     Emploi à domicile (7DB) : ........     Frais de garde (7GA) : ........',
    ],
    { size: 8.5 },
  );
  sheet.paragraph(
    left + 2,
    222,
    175,
    'Je certifie sur l’honneur l’exactitude des renseignements portés sur cette déclaration. Toute déclaration inexacte expose à des pénalités.',
    { size: 8 },
  );
  sheet.text(left + 2, 236, `À ${person.address.town}, le ${slashDate(issueDate)}`, { size: 8.5 });
  sheet.text(130, 236, 'Signature :', { size: 8 });
  signature(sheet, own, 132, 248, person.familyName, 34);
}
