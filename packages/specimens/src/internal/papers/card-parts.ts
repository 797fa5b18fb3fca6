import { addDays, addMonths, type PlainDate } from '@dossierkit/core';
import type { Random } from '../../random.js';
import { textWidthMm } from '../fonts.js';
import type { PaperContext } from '../paper.js';
import type { Sheet, TextStyle } from '../sheet.js';

/** ID-1, the size of a bank card, in millimetres. @see ISO/IEC 7810 */
export const ID1 = { width: 85.6, height: 53.98, cornerMm: 3.18 } as const;

/** A state that issues papers here: the ICAO code, what the paper says, and the languages of its labels. */
export interface Issuer {
  readonly code: string;
  readonly state: string;
  readonly authority: readonly string[];
  readonly nationality: { readonly F: string; readonly M: string };
  readonly language: 'fr' | 'de' | 'en';
}

const UTOPIA: Issuer = {
  code: 'UTO',
  state: 'UTOPIA',
  authority: ['Ministry of the Interior', 'Passport Office Zenith', 'Registry of Eriksson'],
  nationality: { F: 'UTOPIAN', M: 'UTOPIAN' },
  language: 'en',
};

const STATES: Readonly<Record<string, Issuer>> = {
  FRA: {
    code: 'FRA',
    state: 'RÉPUBLIQUE FRANÇAISE',
    authority: ['Préfecture du Spécimen', 'Préfecture de l’Exemple', 'Sous-préfecture du Modèle'],
    nationality: { F: 'Française', M: 'Française' },
    language: 'fr',
  },
  DEU: {
    code: 'D',
    state: 'BUNDESREPUBLIK DEUTSCHLAND',
    authority: ['Stadt Musterstadt', 'Gemeinde Musterhausen', 'Stadt Beispiel'],
    nationality: { F: 'DEUTSCH', M: 'DEUTSCH' },
    language: 'de',
  },
  GBR: {
    code: 'GBR',
    state: 'UNITED KINGDOM',
    authority: ['HMPO SPECIMEN'],
    nationality: { F: 'BRITISH CITIZEN', M: 'BRITISH CITIZEN' },
    language: 'en',
  },
};

/** Utopia, ICAO's state for specimens, or the state of the person. A caller may name it as the field `issuingState`. */
export function issuerOf({ random, person, field }: PaperContext): Issuer {
  const own = STATES[person.nationality] ?? UTOPIA;
  const made = random.fork('issuer').chance(0.5) ? UTOPIA : own;
  const code = field('issuingState', () => made.code);
  return [UTOPIA, ...Object.values(STATES)].find((issuer) => issuer.code === code) ?? { ...UTOPIA, code };
}

/** When a paper that holds for `years` was issued, so that it still holds on the day it is handed in. */
export function validity(
  context: PaperContext,
  years: number,
): { issueDate: PlainDate; expiryDate: PlainDate } {
  const { random, at, issuedOn, field } = context;
  const age = random.fork('validity').int(40, Math.floor(years * 365 * 0.92));
  const issueDate = field('issueDate', () => issuedOn ?? addDays(at, -age)) as PlainDate;
  const expiryDate = field('expiryDate', () => addDays(addMonths(issueDate, years * 12), -1)) as PlainDate;
  return { issueDate, expiryDate };
}

const LETTERS = 'CFGHJKLMNPRTVWXYZ';

/** A document number as the state writes it. */
export function documentNumber(random: Random, issuer: Issuer, kind: 'passport' | 'card'): string {
  const letter = (): string => random.pick([...LETTERS]);
  const mixed = (length: number): string =>
    Array.from({ length }, () => (random.chance(0.4) ? letter() : String(random.int(0, 9)))).join('');
  if (issuer.code === 'FRA')
    return kind === 'passport'
      ? `${random.digits(2)}${letter()}${letter()}${random.digits(5)}`
      : `${letter()}${mixed(8)}`;
  if (issuer.code === 'D') return `${random.pick(['C', 'L', 'T'])}${mixed(8)}`;
  if (issuer.code === 'GBR') return random.digits(9);
  return `${letter()}${random.digits(8)}`;
}

/** The words of a card's labels, in three languages; a card shows one or two of them. */
export const LABELS = {
  familyName: { fr: 'Nom', de: 'Name', en: 'Surname' },
  givenNames: { fr: 'Prénoms', de: 'Vornamen', en: 'Given names' },
  nationality: { fr: 'Nationalité', de: 'Staatsangehörigkeit', en: 'Nationality' },
  birthDate: { fr: 'Date de naissance', de: 'Geburtstag', en: 'Date of birth' },
  birthPlace: { fr: 'Lieu de naissance', de: 'Geburtsort', en: 'Place of birth' },
  sex: { fr: 'Sexe', de: 'Geschlecht', en: 'Sex' },
  issueDate: { fr: 'Date de délivrance', de: 'Ausstellungsdatum', en: 'Date of issue' },
  expiryDate: { fr: 'Date d’expiration', de: 'Gültig bis', en: 'Date of expiry' },
  documentNumber: { fr: 'N° du document', de: 'Dokumentennummer', en: 'Document No.' },
  passportNumber: { fr: 'Passeport n°', de: 'Pass-Nr.', en: 'Passport No.' },
  authority: { fr: 'Autorité', de: 'Behörde', en: 'Authority' },
  address: { fr: 'Adresse', de: 'Anschrift', en: 'Address' },
  height: { fr: 'Taille', de: 'Größe', en: 'Height' },
  signature: { fr: 'Signature du titulaire', de: 'Unterschrift', en: 'Holder’s signature' },
  permitType: { fr: 'Type de titre', de: 'Art des Titels', en: 'Type of permit' },
  type: { fr: 'Type', de: 'Typ', en: 'Type' },
  code: { fr: 'Code du pays', de: 'Kode', en: 'Country code' },
  remarks: { fr: 'Remarques', de: 'Anmerkungen', en: 'Remarks' },
} as const;

export type LabelName = keyof typeof LABELS;

/** How the labels of one card look. */
export interface CardLook {
  label(name: LabelName): string;
  readonly labelStyle: TextStyle;
  readonly valueStyle: TextStyle;
}

/** Labels in the state's language, with a second one behind a stroke on most cards. */
export function cardLook(
  { random, typeface, accent }: PaperContext,
  issuer: Issuer,
  valueSize = 7.5,
): CardLook {
  const own = random.fork('labels');
  const first = issuer.language;
  const second = own.pick([undefined, first === 'en' ? 'fr' : 'en', first === 'en' ? 'fr' : 'en'] as const);
  const upper = own.chance(0.3);
  const write = (text: string): string => (upper ? text.toUpperCase() : text);
  const numbers = own.chance(0.3);
  const order: string[] = [];
  const numbered = (name: string): string => {
    if (!numbers) return '';
    if (!order.includes(name)) order.push(name);
    return `${order.indexOf(name) + 1}. `;
  };
  return {
    label: (name) =>
      numbered(name) +
      write(second ? `${LABELS[name][first]} / ${LABELS[name][second]}` : LABELS[name][first]),
    labelStyle: { font: typeface.body, size: own.between(4.4, 5.2), color: own.pick([accent, '#333333']) },
    valueStyle: { font: typeface.typed, size: valueSize, bold: own.chance(0.6), color: '#101010' },
  };
}

/** A label with its value under it. */
export function labelled(
  sheet: Sheet,
  look: CardLook,
  x: number,
  y: number,
  name: LabelName,
  value: string,
  more: TextStyle = {},
): void {
  sheet.text(x, y, look.label(name), {
    ...look.labelStyle,
    maxWidth: more.maxWidth ?? 24,
  });
  sheet.text(x, y + 3.2, value, {
    ...look.valueStyle,
    field: name === 'passportNumber' ? 'documentNumber' : name,
    ...more,
  });
}

/** Lines of OCR-B at the standard's pitch of ten characters an inch. @see ICAO 9303-3, 4.7 */
export function writeMrz(sheet: Sheet, x: number, y: number, lines: readonly string[], gapMm = 4.23): void {
  const pitch = 2.54;
  const tracking = pitch - textWidthMm('ocr-b', '0', 10);
  lines.forEach((line, at) => {
    sheet.text(x, y + at * gapMm, line, {
      font: 'ocr-b',
      size: 10,
      tracking,
      color: '#0a0a0a',
      field: 'mrz',
    });
  });
}
