import type {
  MrzAlphabet,
  MrzCheckedField,
  MrzCheckLayout,
  MrzFieldLayout,
  MrzFieldName,
  MrzFormat,
  MrzLayout,
  MrzRange,
} from './layout.js';

const range = (line: number, start: number, end: number): MrzRange => ({ line, start, end });

const field = (
  name: MrzFieldName,
  line: number,
  start: number,
  end: number,
  alphabet: MrzAlphabet,
): MrzFieldLayout => ({ name, line, start, end, alphabet });

const check = (of: MrzCheckedField, line: number, at: number, ...over: MrzRange[]): MrzCheckLayout => ({
  of,
  line,
  at,
  over,
});

const code = field('documentCode', 0, 0, 2, 'any');
const state = field('issuingState', 0, 2, 5, 'name');

/** The second line that TD2, TD3 and visas have in common. */
const secondLine: readonly MrzFieldLayout[] = [
  field('documentNumber', 1, 0, 9, 'any'),
  field('nationality', 1, 10, 13, 'name'),
  field('birthDate', 1, 13, 19, 'date'),
  field('sex', 1, 20, 21, 'sex'),
  field('expiryDate', 1, 21, 27, 'date'),
];
const secondLineChecks: readonly MrzCheckLayout[] = [
  check('documentNumber', 1, 9, range(1, 0, 9)),
  check('birthDate', 1, 19, range(1, 13, 19)),
  check('expiryDate', 1, 27, range(1, 21, 27)),
];

const TD1: MrzLayout = {
  format: 'TD1',
  lengths: [30, 30, 30],
  fields: [
    code,
    state,
    field('documentNumber', 0, 5, 14, 'any'),
    field('optionalData', 0, 15, 30, 'any'),
    field('birthDate', 1, 0, 6, 'date'),
    field('sex', 1, 7, 8, 'sex'),
    field('expiryDate', 1, 8, 14, 'date'),
    field('nationality', 1, 15, 18, 'name'),
    field('optionalData2', 1, 18, 29, 'any'),
    field('name', 2, 0, 30, 'name'),
  ],
  checks: [
    check('documentNumber', 0, 14, range(0, 5, 14)),
    check('birthDate', 1, 6, range(1, 0, 6)),
    check('expiryDate', 1, 14, range(1, 8, 14)),
    check('composite', 1, 29, range(0, 5, 30), range(1, 0, 7), range(1, 8, 15), range(1, 18, 29)),
  ],
};

const TD2: MrzLayout = {
  format: 'TD2',
  lengths: [36, 36],
  fields: [
    code,
    state,
    field('name', 0, 5, 36, 'name'),
    ...secondLine,
    field('optionalData', 1, 28, 35, 'any'),
  ],
  checks: [
    ...secondLineChecks,
    check('composite', 1, 35, range(1, 0, 10), range(1, 13, 20), range(1, 21, 35)),
  ],
};

const TD3: MrzLayout = {
  format: 'TD3',
  lengths: [44, 44],
  fields: [
    code,
    state,
    field('name', 0, 5, 44, 'name'),
    ...secondLine,
    field('optionalData', 1, 28, 42, 'any'),
  ],
  checks: [
    ...secondLineChecks,
    check('optionalData', 1, 42, range(1, 28, 42)),
    check('composite', 1, 43, range(1, 0, 10), range(1, 13, 20), range(1, 21, 43)),
  ],
};

const visa = (format: 'MRV-A' | 'MRV-B', length: number): MrzLayout => ({
  format,
  lengths: [length, length],
  fields: [
    code,
    state,
    field('name', 0, 5, length, 'name'),
    ...secondLine,
    field('optionalData', 1, 28, length, 'any'),
  ],
  checks: secondLineChecks,
});

const MRV_A: MrzLayout = visa('MRV-A', 44);
const MRV_B: MrzLayout = visa('MRV-B', 36);

const FRENCH_CNI: MrzLayout = {
  format: 'FRENCH-CNI',
  lengths: [36, 36],
  fields: [
    code,
    state,
    field('surname', 0, 5, 30, 'name'),
    field('administrativeCode', 0, 30, 36, 'any'),
    field('documentNumber', 1, 0, 12, 'any'),
    field('issueMonth', 1, 0, 4, 'digit'),
    field('givenNames', 1, 13, 27, 'name'),
    field('birthDate', 1, 27, 33, 'date'),
    field('sex', 1, 34, 35, 'sex'),
  ],
  checks: [
    check('documentNumber', 1, 12, range(1, 0, 12)),
    check('birthDate', 1, 33, range(1, 27, 33)),
    check('composite', 1, 35, range(0, 0, 36), range(1, 0, 35)),
  ],
};

const SWISS_DL: MrzLayout = {
  format: 'SWISS-DL',
  lengths: [9, 30, 30],
  fields: [
    field('administrativeCode', 0, 0, 6, 'any'),
    field('languageCode', 0, 6, 7, 'language'),
    field('filler', 0, 7, 9, 'filler'),
    field('documentCode', 1, 0, 2, 'letter'),
    field('issuingState', 1, 2, 5, 'letter'),
    field('documentNumber', 1, 5, 17, 'digit'),
    field('filler', 1, 17, 19, 'filler'),
    field('birthDate', 1, 19, 25, 'digit'),
    field('filler', 1, 25, 30, 'filler'),
    field('name', 2, 0, 30, 'name'),
  ],
  checks: [],
};

const FRENCH_DL: MrzLayout = {
  format: 'FRENCH-DL',
  lengths: [30],
  fields: [
    code,
    state,
    field('documentNumber', 0, 5, 14, 'any'),
    field('expiryDate', 0, 15, 21, 'digit'),
    field('surname', 0, 21, 29, 'name'),
  ],
  checks: [check('documentNumber', 0, 14, range(0, 0, 14)), check('composite', 0, 29, range(0, 0, 29))],
};

/**
 * Where every field and check digit of every format stands.
 *
 * @see ICAO Doc 9303, 8th edition: part 4 (TD3), part 5 (TD1), part 6 (TD2), part 7 (MRV-A, MRV-B)
 * @see Arrêté du 28 octobre 2009 (French card); ASTRA directive on the Swiss licence in credit-card format
 */
export const MRZ_LAYOUTS: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1,
  TD2,
  TD3,
  'MRV-A': MRV_A,
  'MRV-B': MRV_B,
  'FRENCH-CNI': FRENCH_CNI,
  'SWISS-DL': SWISS_DL,
  'FRENCH-DL': FRENCH_DL,
};

/** The format that lines of these lengths have; `first` is the first line. */
export function layoutOf(lengths: readonly number[], first: string): MrzLayout | undefined {
  const [a, b, c] = lengths;
  if (lengths.length === 3 && b === 30 && c === 30) return a === 30 ? TD1 : a === 9 ? SWISS_DL : undefined;
  if (lengths.length === 1) return a === 30 ? FRENCH_DL : undefined;
  if (lengths.length !== 2 || a !== b) return undefined;
  const isVisa = first.startsWith('V');
  if (a === 44) return isVisa ? MRV_A : TD3;
  if (a !== 36) return undefined;
  if (isVisa) return MRV_B;
  return first.startsWith('IDFRA') ? FRENCH_CNI : TD2;
}
