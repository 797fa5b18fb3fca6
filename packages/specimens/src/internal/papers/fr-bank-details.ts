import { groupIban } from '../../identifiers.js';
import { logo, markSpecimen } from '../decoration.js';
import { frenchDate, slashDate } from '../format.js';
import type { DrawPaper } from '../paper.js';
import { createSheet } from '../sheet.js';
import { addressBlock, letterName } from './holder.js';
import { createLetter, issuedWithin } from './letter-parts.js';

const BANKS = [
  ['Banque du Spécimen', 'BSPC'],
  ['Crédit Exemplaire', 'CREX'],
  ['Caisse Modèle', 'CMDL'],
  ['Banque des Deux Rives', 'BDRV'],
  ['Société Bancaire de Démonstration', 'SBDM'],
] as const;

/** Relevé d'identité bancaire: who holds which account. */
export const drawFrenchBankDetails: DrawPaper = (context) => {
  const { random, field, person, typeface, accent } = context;
  const own = random.fork('rib');
  const [bankMade, code] = own.pick(BANKS);
  const bank = field('issuer', () => bankMade);
  const iban = field('iban', () => person.iban);
  const bic = field('bic', () => `${code}FR${own.pick(['PP', 'P1', '2A'])}${own.pick(['', 'XXX'])}`);
  const holderName = letterName(context, { F: 'Mme', M: 'M.' });
  const issueDate = issuedWithin(context, 3, 900);
  const compact = own.chance(0.4);
  const sheet = compact ? createSheet(210, 148.5, { font: typeface.body }) : createLetter(context);
  const left = own.between(14, 22);
  logo(sheet, own, left, 12, 13, accent);
  sheet.text(left + 17, 21, bank, { size: 14, bold: true, color: accent });
  sheet.text(
    105,
    40,
    own.pick([
      'RELEVÉ D’IDENTITÉ BANCAIRE',
      'Relevé d’Identité Bancaire (RIB)',
      'RELEVÉ D’IDENTITÉ BANCAIRE – IBAN',
    ]),
    { size: 14, bold: true, align: 'center' },
  );
  const right = own.chance(0.5);
  const [holderX, branchX] = right ? [112, left] : [left, 112];
  sheet.text(holderX, 52, own.pick(['Titulaire du compte', 'Intitulé du compte', 'Titulaire']), {
    size: 7.5,
    color: accent,
    bold: true,
  });
  sheet.lines(holderX, 57.5, addressBlock(context, holderName), {
    size: 9.5,
    font: typeface.typed,
    maxWidth: 80,
  });
  sheet.text(branchX, 52, 'Domiciliation', { size: 7.5, color: accent, bold: true });
  sheet.lines(
    branchX,
    57.5,
    [bank.toUpperCase(), `AGENCE ${person.address.town.toUpperCase()}`, 'Tél. 01 99 00 00 00'],
    { size: 8.5, maxWidth: 75 },
  );
  const digits = iban.replace(/\s/g, '').slice(4);
  const parts = [digits.slice(0, 5), digits.slice(5, 10), digits.slice(10, 21), digits.slice(21, 23)];
  sheet.table({
    x: left,
    y: 84,
    columns: [35, 35, 60, 25].map((width) => ({ width, align: 'center' as const })),
    rowHeight: 7.5,
    look: own.pick(['grid', 'lines', 'zebra']),
    accent,
    head: ['Code banque', 'Code guichet', 'N° de compte', 'Clé RIB'],
    rows: [parts],
    text: { size: 9.5, font: typeface.typed },
  });
  sheet.text(
    left,
    109,
    own.pick(['IBAN (International Bank Account Number)', 'Identifiant international de compte – IBAN']),
    { size: 7.5, color: accent, bold: true },
  );
  sheet.text(left, 115.5, own.chance(0.85) ? groupIban(iban) : iban, {
    size: 12,
    bold: true,
    font: typeface.typed,
    field: 'iban',
  });
  sheet.text(left, 124, own.pick(['BIC (Bank Identifier Code)', 'Code BIC – SWIFT']), {
    size: 7.5,
    color: accent,
    bold: true,
  });
  sheet.text(left, 130, bic, { size: 12, bold: true, font: typeface.typed, field: 'bic' });
  sheet.text(
    195,
    130,
    `${own.pick(['Édité le', 'Date d’édition :', 'Le'])} ${own.chance(0.5) ? slashDate(issueDate) : frenchDate(issueDate)}`,
    { size: 8, align: 'right', field: 'issueDate' },
  );
  sheet.paragraph(
    left,
    138,
    174,
    'Ce relevé est destiné à vos créanciers ou débiteurs, pour vos virements et prélèvements. Son utilisation vous garantit le bon enregistrement des opérations. SPECIMEN.',
    { size: 7 },
  );
  if (!compact) sheet.line(left, 148.5, 196, 148.5, { dash: [2, 2], stroke: '#777777' });
  markSpecimen(sheet, own);
  return { title: 'Relevé d’identité bancaire', sheets: [sheet], form: 'letter' };
};
