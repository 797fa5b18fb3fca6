import { addDays, type PlainDate } from '@dossierkit/core';
import { createSiren } from '../../identifiers.js';
import { codeSquare } from '../codes.js';
import { markSpecimen } from '../decoration.js';
import { frenchAmount, frenchDate, slashDate, spaced } from '../format.js';
import type { DrawPaper, PaperContext } from '../paper.js';
import type { Sheet } from '../sheet.js';
import { COMPANIES } from './companies.js';
import { addressOf } from './holder.js';
import { createLetter, footer, issuedWithin } from './letter-parts.js';

const FORMS: Readonly<Record<string, string>> = {
  SAS: 'Société par actions simplifiée',
  SASU: 'Société par actions simplifiée à associé unique',
  SARL: 'Société à responsabilité limitée',
  SA: 'Société anonyme',
  SELARL: 'Société d’exercice libéral à responsabilité limitée',
};
const COURTS = [
  'LYON',
  'NANTERRE',
  'BORDEAUX',
  'LILLE MÉTROPOLE',
  'RENNES',
  'TOULOUSE MÉTROPOLE',
  'MARSEILLE',
] as const;

/** Extrait Kbis: who a company is and who acts for it, according to the register. */
export const drawFrenchCompanyExtract: DrawPaper = (context) => {
  const { random, field, accent } = context;
  const own = random.fork('kbis');
  const issueDate = issuedWithin(context, 3, 80);
  const court = own.pick(COURTS);
  const sheet = createLetter(context, { size: 8.4 });
  const left = own.between(14, 20);
  sheet.text(
    left,
    16,
    field('issuer', () => `Greffe du Tribunal de commerce de ${titleCase(court)}`),
    { size: 10, bold: true, field: 'issuer' },
  );
  sheet.lines(
    left,
    21,
    [
      '1 place du Palais',
      'BP 99',
      own.pick(['Code de vérification : ', 'N° de vérification : ']) + own.digits(10),
    ],
    { size: 7.6 },
  );
  codeSquare(sheet, own, 178, 11, 18);
  sheet.rect(left, 39, 210 - 2 * left, 15, { fill: accent, opacity: 0.12 });
  sheet.text(105, 45.5, own.pick(['EXTRAIT KBIS', 'Extrait Kbis']), {
    size: 15,
    bold: true,
    align: 'center',
    color: accent,
  });
  sheet.text(105, 51.3, 'EXTRAIT D’IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIÉTÉS', {
    size: 8.6,
    bold: true,
    align: 'center',
    maxWidth: 168,
  });
  sheet.text(105, 60, `à jour au ${frenchDate(issueDate)}`, {
    size: 9.5,
    align: 'center',
    field: 'issueDate',
  });
  let y = 72;
  for (const [title, rows] of sectionsOf(context, court, issueDate)) {
    sheet.text(left, y, title, { size: 9, bold: true, color: accent });
    sheet.line(left, y + 1.4, 210 - left, y + 1.4, { stroke: accent });
    y = drawRows(sheet, left, y + 7, rows, own.chance(0.5)) + 4;
  }
  sheet.text(130, Math.min(y + 8, 262), 'Le Greffier', { size: 9 });
  sheet.text(105, Math.min(y + 16, 272), 'FIN DE L’EXTRAIT', { size: 9, bold: true, align: 'center' });
  markSpecimen(sheet, own);
  footer(
    sheet,
    `R.C.S. ${titleCase(court)} – ${slashDate(issueDate)}. Toute modification ou falsification du présent extrait expose à des poursuites pénales. SPECIMEN – document sans valeur.`,
    'page 1/1',
  );
  return { title: 'Extrait Kbis', sheets: [sheet], form: 'letter' };
};

type Row = readonly [label: string, value: string, field?: string];

function sectionsOf(
  context: PaperContext,
  court: string,
  issueDate: PlainDate,
): readonly (readonly [string, readonly Row[]])[] {
  const { random, field, person } = context;
  const own = random.fork('kbis-values');
  const siren = field('siren', () => createSiren(own));
  const full = field('companyName', () => own.pick(COMPANIES));
  const legal = full.split(' ').at(-1) ?? 'SAS';
  const capital = field('shareCapital', () => `${own.pick([1, 5, 10, 38, 50, 150]) * 1000}.00`);
  const registered = field('registrationDate', () => addDays(issueDate, -own.int(300, 9000)));
  const { line1, line2, postcode, town } = addressOf(context);
  const family = field('familyName', () => person.familyName);
  const given = field('givenNames', () => person.givenNames.join(' '));
  const address = `${line2 ? `${line2} ` : ''}${line1} ${postcode} ${titleCase(town)}`;
  return [
    [
      'IDENTIFICATION DE LA PERSONNE MORALE',
      [
        ['Immatriculation au RCS, numéro', `${spaced(siren, 3, 3, 3)} R.C.S. ${titleCase(court)}`, 'siren'],
        ['Date d’immatriculation', slashDate(registered), 'registrationDate'],
        ['Dénomination ou raison sociale', full, 'companyName'],
        ['Forme juridique', FORMS[legal] ?? 'Société par actions simplifiée'],
        ['Capital social', `${frenchAmount(capital)} Euros`, 'shareCapital'],
        ['Adresse du siège', address, 'addressLine1'],
        [
          'Activités principales',
          own.pick([
            'Conseil pour les affaires et la gestion',
            'Fabrication et vente de pain et de pâtisserie',
            'Transport routier de marchandises',
            'Impression numérique et édition',
          ]),
        ],
        ['Durée de la personne morale', `Jusqu’au ${slashDate(addDays(registered as PlainDate, 36_159))}`],
        ['Date de clôture de l’exercice social', '31 décembre'],
      ],
    ],
    [
      'GESTION, DIRECTION, ADMINISTRATION, CONTRÔLE, ASSOCIÉS OU MEMBRES',
      [
        [legal.startsWith('SA') && legal !== 'SARL' ? 'Président' : 'Gérant', ''],
        ['Nom, prénoms', `${family.toUpperCase()} ${given}`, 'familyName'],
        [
          'Date et lieu de naissance',
          `Le ${slashDate(field('birthDate', () => person.birthDate))} à ${person.birthPlace}`,
          'birthDate',
        ],
        ['Nationalité', 'Française'],
        ['Domicile personnel', address],
      ],
    ],
    [
      'RENSEIGNEMENTS RELATIFS À L’ACTIVITÉ ET À L’ÉTABLISSEMENT PRINCIPAL',
      [
        ['Adresse de l’établissement', address],
        ['Date de commencement d’activité', slashDate(addDays(registered as PlainDate, -12))],
        ['Origine du fonds ou de l’activité', 'Création'],
        ['Mode d’exploitation', 'Exploitation directe'],
      ],
    ],
  ];
}

function drawRows(sheet: Sheet, left: number, y: number, rows: readonly Row[], dotted: boolean): number {
  let at = y;
  for (const [label, value, field] of rows) {
    sheet.text(left + 2, at, label, { size: 8.2, color: '#333333', maxWidth: 62 });
    if (dotted && value)
      sheet.line(left + 2, at + 1, left + 64, at + 1, {
        dash: [0.3, 0.8],
        stroke: '#aaaaaa',
        lineWidth: 0.15,
      });
    sheet.text(left + 67, at, value, {
      size: 8.4,
      bold: true,
      maxWidth: 196 - left - 67,
      ...(field ? { field } : {}),
    });
    at += 5.4;
  }
  return at;
}

const titleCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
