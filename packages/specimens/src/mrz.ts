// Writes machine-readable zones. The reader of such zones is another package; this one must not share its mistakes.
import { type PlainDate, partsOfDate } from '@dossierkit/core';

/** What goes into a machine-readable zone. Names are given as printed, with accents; they are transliterated here. */
export interface MrzData {
  /** `P`, `ID`, `V`, `AR` …: one or two letters. */
  readonly documentCode: string;
  /** ICAO code: `UTO`, `FRA`, `D` … */
  readonly issuingState: string;
  readonly documentNumber: string;
  readonly nationality: string;
  readonly familyName: string;
  readonly givenNames: readonly string[];
  /** `YYYY-MM-DD`; parts that are not known are written as `<<`. */
  readonly birthDate: PlainDate;
  readonly unknownBirth?: 'day' | 'month-and-day';
  readonly sex: 'F' | 'M' | 'X';
  readonly expiryDate: PlainDate;
  readonly optional?: string;
  readonly optional2?: string;
}

/** TD1: three lines of 30. A document number longer than 9 continues in the optional data. @see ICAO 9303-5, 4.2 */
export function td1(data: MrzData): string[] {
  const number = data.documentNumber;
  const long = number.length > 9;
  const optional = long
    ? `${number.slice(9)}${checkDigit(number)}<${data.optional ?? ''}`
    : (data.optional ?? '');
  const numberField = fit(number.slice(0, 9), 9) + (long ? '<' : checkDigit(fit(number, 9)));
  const first = fit(data.documentCode, 2) + fit(data.issuingState, 3) + numberField + fit(optional, 15);
  const birth = birthField(data);
  const expiry = dateField(data.expiryDate);
  const middle = `${birth}${checkDigit(birth)}${sexField(data)}${expiry}${checkDigit(expiry)}${fit(data.nationality, 3)}${fit(data.optional2 ?? '', 11)}`;
  const composite = checkDigit(
    first.slice(5, 30) + middle.slice(0, 7) + middle.slice(8, 15) + middle.slice(18, 29),
  );
  return [first, middle + composite, nameField(data, 30)];
}

/** TD2 (2 × 36) and TD3 (2 × 44), the passport. @see ICAO 9303-4, 4.2 and 9303-6, 4.2 */
export function td2(data: MrzData): string[] {
  return twoLines(data, 36, true);
}

export function td3(data: MrzData): string[] {
  return twoLines(data, 44, true);
}

/** Visas: MRV-A (2 × 44) and MRV-B (2 × 36), which have no composite check digit. @see ICAO 9303-7, 4.2 */
export function mrvA(data: MrzData): string[] {
  return twoLines(data, 44, false);
}

export function mrvB(data: MrzData): string[] {
  return twoLines(data, 36, false);
}

function twoLines(data: MrzData, length: 36 | 44, composite: boolean): string[] {
  const first = fit(data.documentCode, 2) + fit(data.issuingState, 3) + nameField(data, length - 5);
  const number = fit(data.documentNumber, 9);
  const birth = birthField(data);
  const expiry = dateField(data.expiryDate);
  const head = `${number}${checkDigit(number)}${fit(data.nationality, 3)}${birth}${checkDigit(birth)}${sexField(data)}${expiry}${checkDigit(expiry)}`;
  if (!composite) return [first, head + fit(data.optional ?? '', length - 28)];
  const optional = fit(data.optional ?? '', length === 44 ? 14 : 7);
  // Only the TD3's optional data has a digit of its own; `<` where there is no data.
  const optionalCheck = length === 44 ? (data.optional ? checkDigit(optional) : '<') : '';
  const second = head + optional + optionalCheck;
  const checked = second.slice(0, 10) + second.slice(13, 20) + second.slice(21);
  return [first, second + checkDigit(checked)];
}

/** What the zone of the old French card (until 2021) says: number, names, birth, and no expiry. */
export interface OldFrenchMrzData {
  readonly familyName: string;
  readonly givenNames: readonly string[];
  readonly birthDate: PlainDate;
  readonly sex: 'F' | 'M';
  readonly issueDate: PlainDate;
  /** Three characters: the department that issued it. */
  readonly department: string;
  /** Three characters: the office. Some cards name neither department nor office in the first line. */
  readonly office?: string;
  /** Five digits: the card of that office and month. */
  readonly serial: string;
}

/** The old French identity card: 2 × 36 in a layout of its own. @see arrêté du 1er octobre 2003, CNIS; 12-digit number */
export function oldFrenchCard(data: OldFrenchMrzData): string[] {
  const family = fit(transliterate(data.familyName), 25);
  const place = data.office ? fit(data.department, 3) + fit(data.office, 3) : fit('', 6);
  const first = `IDFRA${family}${place}`;
  const number = oldFrenchNumber(data);
  const given = fit(data.givenNames.map(transliterate).join('<<'), 14);
  const birth = dateField(data.birthDate);
  const second = `${number}${checkDigit(number)}${given}${birth}${checkDigit(birth)}${data.sex}`;
  return [first, second + checkDigit(first + second)];
}

/** The 12 digits printed on the old French card: year, month, department, serial. */
export function oldFrenchNumber({ issueDate, department, serial }: OldFrenchMrzData): string {
  return `${issueDate.slice(2, 4)}${issueDate.slice(5, 7)}${department}${serial}`;
}

/** Weights 7-3-1, `<` is 0, A is 10. @see ICAO 9303-3, 4.9 */
export function checkDigit(text: string): string {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    sum += value * ([7, 3, 1][at % 3] as number);
  }
  return String(sum % 10);
}

/** A name in the alphabet of the zone: `Müller-Lüdenscheidt` is `MUELLER<LUEDENSCHEIDT`. @see ICAO 9303-3, section 6 */
export function transliterate(name: string): string {
  const upper = name.toUpperCase();
  let text = '';
  for (const letter of upper) text += SPECIAL[letter] ?? letter;
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’.,]/g, '')
    .replace(/[^A-Z]+/g, '<')
    .replace(/^<+|<+$/g, '');
}

const SPECIAL: Readonly<Record<string, string>> = {
  ...{ Ä: 'AE', Ö: 'OE', Ü: 'UE', ß: 'SS', ẞ: 'SS', Æ: 'AE', Œ: 'OE', Ø: 'OE', Å: 'AA', Ñ: 'N', Þ: 'TH' },
  ...{ Ð: 'D', Đ: 'D', Ł: 'L', Ħ: 'H', Ŧ: 'T', Ŋ: 'N', ı: 'I', İ: 'I', Ĳ: 'IJ' },
};

/** Family name, `<<`, given names; cut where it does not fit, so that at least one given name begins to show. */
function nameField({ familyName, givenNames }: MrzData, length: number): string {
  const family = transliterate(familyName);
  const given = givenNames.map(transliterate).join('<');
  if (given === '') return fit(family, length);
  const room = Math.max(length - 2 - given.length, length - 2 - Math.min(given.length, 5));
  return fit(`${family.slice(0, room)}<<${given}`, length);
}

const fit = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');
const dateField = (day: PlainDate): string => day.slice(2).replaceAll('-', '');
const sexField = ({ sex }: MrzData): string => (sex === 'X' ? '<' : sex);

function birthField({ birthDate, unknownBirth }: MrzData): string {
  const year = String(partsOfDate(birthDate).year % 100).padStart(2, '0');
  if (unknownBirth === 'month-and-day') return `${year}<<<<`;
  return unknownBirth === 'day' ? `${year}${birthDate.slice(5, 7)}<<` : dateField(birthDate);
}
