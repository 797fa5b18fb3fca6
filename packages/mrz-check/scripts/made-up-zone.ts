import { addDays, dayNumber, type PlainDate, plainDate } from '@dossierkit/core';
import { formatMrz, type MadeUpDocument } from '../src/testing.js';
import type { Random } from './random.js';

const FORMATS = ['TD3', 'TD1', 'TD2', 'MRV-A', 'MRV-B'] as const;
const STATES = 'FRA D AUT CHE ITA ESP PRT BEL NLD POL ROU MAR DZA TUN TUR SEN GBR USA CHN IND UKR BRA'.split(
  ' ',
);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
/** Beginnings, middles and ends from which names of many tongues are put together. */
const PARTS = [
  'AL BER CHI DA EL FER GUI HA IBRA JO KO LAU MAR NGU OLI PE QUI RO SAN TSCH ULL VAL WIE XA YIL ZHE'.split(
    ' ',
  ),
  'A AN BI DE DRI E FFE GO HI I KA LE LLI MI NN O PPE RA SI TTE U VI WA YA ZI'.split(' '),
  'BERG CHEZ DOTTIR EN FF GNON HAN IC JEE KI LY MANN NA OV PIN QUE RD SKA TZ UX VA W X YN Z'.split(' '),
];

/** A made-up document, and the lines of its zone. */
export function madeUpZone(random: Random): {
  readonly format: MadeUpDocument['format'];
  readonly lines: string[];
} {
  const format = FORMATS[random.below(FORMATS.length)] as MadeUpDocument['format'];
  const state = pick(STATES, random);
  const document: MadeUpDocument = {
    format,
    issuingState: state,
    nationality: random.chance(0.85) ? state : pick(STATES, random),
    documentNumber: number(random),
    surname: name(random, 0.15),
    givenNames: name(random, 0.5),
    birthDate: day('1930-01-01', '2024-12-31', random),
    expiryDate: day('2020-01-01', '2036-05-01', random),
    sex: pick(['female', 'male', 'unspecified'] as const, random),
    optionalData: random.chance(0.3) ? text(DIGITS, 7, random) : '',
  };
  return { format, lines: formatMrz(document) };
}

const pick = <T>(list: readonly T[], random: Random): T => list[random.below(list.length)] as T;

function text(alphabet: string, length: number, random: Random): string {
  let out = '';
  while (out.length < length) out += alphabet[random.below(alphabet.length)];
  return out;
}

/** How states number documents: `9` stands for a digit, `A` for a letter, `C` for a consonant or digit, `?` for either. */
const NUMBERS =
  '999999999 99AA99999 AA9999999 A9999999 A99999999 CCCCCCCCC 999999999 AAA999999 A99A99999 ?????????'.split(
    ' ',
  );
const WITHOUT_VOWELS = 'CFGHJKLMNPRTVWXYZ0123456789';

function number(random: Random): string {
  const sets: Record<string, string> = { 9: DIGITS, A: LETTERS, C: WITHOUT_VOWELS, '?': DIGITS + LETTERS };
  return Array.from(pick(NUMBERS, random), (kind) => text(sets[kind] ?? DIGITS, 1, random)).join('');
}

function name(random: Random, another: number): string {
  const word = (): string =>
    random.chance(0.2)
      ? text(LETTERS, 3 + random.below(7), random)
      : PARTS.map((parts, i) => (i !== 1 || random.chance(0.7) ? pick(parts, random) : '')).join('');
  return random.chance(another) ? `${word()} ${word()}` : word();
}

function day(from: string, to: string, random: Random): PlainDate {
  const first = plainDate(from);
  return addDays(first, random.below(dayNumber(plainDate(to)) - dayNumber(first)));
}
