import { addDays, dayNumber, type PlainDate, plainDate } from '@dossierkit/core';
import { checkDigitOver, mrzCheckDigit } from '../src/check-digit.js';
import type { MrzFormat } from '../src/layout.js';
import { MRZ_LAYOUTS } from '../src/layouts.js';
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
export function madeUpZone(random: Random): { readonly format: MrzFormat; readonly lines: string[] } {
  const kind = random.next();
  if (kind < 0.1) return { format: 'FRENCH-CNI', lines: frenchCard(random) };
  if (kind < 0.13) return { format: 'FRENCH-DL', lines: frenchLicence(random) };
  if (kind < 0.15) return { format: 'SWISS-DL', lines: swissLicence(random) };
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

/** The French identity card of 1995–2021. */
function frenchCard(random: Random): string[] {
  const office = random.chance(0.5) ? text(DIGITS, 6, random) : '';
  const first = `IDFRA${field(name(random, 0.15), 25)}${field(office, 6)}`;
  const issued = yymmdd(day('2004-01-01', '2021-07-31', random)).slice(0, 4);
  const number = `${issued}${text(DIGITS, 8, random)}`;
  const birth = yymmdd(day('1930-01-01', '2005-12-31', random));
  const given = field(name(random, 0.3).replace(' ', '<<'), 14);
  const second = `${number}${mrzCheckDigit(number)}${given}${birth}${mrzCheckDigit(birth)}${pick(['M', 'F'], random)}0`;
  const composite = MRZ_LAYOUTS['FRENCH-CNI'].checks.find(({ of }) => of === 'composite')?.over ?? [];
  return [first, second.slice(0, 35) + checkDigitOver([first, second], composite)];
}

function frenchLicence(random: Random): string[] {
  const number = `D1FRA${text(DIGITS, 2, random)}${text(LETTERS, 2, random)}${text(DIGITS, 5, random)}`;
  const until = yymmdd(day('2026-06-01', '2036-05-01', random));
  const line = `${number}${mrzCheckDigit(number)}${until}${field(name(random, 0), 8)}`;
  return [line + mrzCheckDigit(line)];
}

function swissLicence(random: Random): string[] {
  const state = random.chance(0.9) ? 'CHE' : 'LIE';
  return [
    `${text(LETTERS, 3, random)}${text(DIGITS, 3, random)}${pick(['D', 'F', 'I', 'R'], random)}<<`,
    `FA${state}${text(DIGITS, 12, random)}<<${yymmdd(day('1930-01-01', '2008-05-01', random))}<<<<<`,
    field(`${name(random, 0.15)}<<${name(random, 0.5)}`, 30),
  ];
}

const field = (words: string, length: number): string =>
  words.replaceAll(' ', '<').slice(0, length).padEnd(length, '<');
const yymmdd = (date: PlainDate): string => date.slice(2).replaceAll('-', '');

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
