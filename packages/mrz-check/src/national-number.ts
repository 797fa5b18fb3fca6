/** A national number that a state prints into the optional data of its documents. */
export interface NationalNumber {
  readonly value: string;
  /** What the state calls it. */
  readonly name: string;
  /** Whether the number's own check digit holds. */
  readonly valid: boolean;
}

interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly isValid: (digits: string) => boolean;
}

const digitsOf = (text: string): number[] => [...text].map(Number);

const weighted = (text: string, weights: readonly number[]): number => {
  const digits = digitsOf(text);
  return weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0);
};

const lastDigit = (text: string): number => Number(text.at(-1));

/** Rijksregisternummer: the last two digits are 97 minus the rest modulo 97; from 2000 on with a 2 in front. */
const isBelgian = (text: string): boolean =>
  ['', '2'].some((century) => 97 - (Number(century + text.slice(0, 9)) % 97) === Number(text.slice(9)));

/** Estonia and Lithuania: a second row of weights where the first gives 10. */
const isBaltic = (text: string): boolean => {
  const first = weighted(text, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
  const digit = first === 10 ? (weighted(text, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11) % 10 : first;
  return digit === lastDigit(text);
};

/** Turkey: two check digits. */
const isTurkish = (text: string): boolean => {
  const d = digitsOf(text) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const tenth = ((((d[0] + d[2] + d[4] + d[6] + d[8]) * 7 - (d[1] + d[3] + d[5] + d[7])) % 10) + 10) % 10;
  return d[9] === tenth && d.slice(0, 10).reduce((a, b) => a + b, 0) % 10 === d[10];
};

const baltic = (name: string): Rule => ({ name, pattern: /^[1-6]\d{10}$/, isValid: isBaltic });

/** By issuing state. Only states whose number and check digit are published; others print what this package cannot judge. */
const RULES: Readonly<Record<string, Rule | undefined>> = {
  BEL: { name: 'Rijksregisternummer', pattern: /^\d{11}$/, isValid: isBelgian },
  BGR: {
    name: 'ЕГН',
    pattern: /^\d{10}$/,
    isValid: (text) => (weighted(text, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === lastDigit(text),
  },
  ESP: {
    name: 'DNI',
    pattern: /^\d{8}[A-Z]$/,
    isValid: (text) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(text.slice(0, 8)) % 23] === text[8],
  },
  EST: baltic('isikukood'),
  LTU: baltic('asmens kodas'),
  NLD: {
    name: 'BSN',
    pattern: /^\d{9}$/,
    isValid: (text) => weighted(text, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  },
  POL: {
    name: 'PESEL',
    pattern: /^\d{11}$/,
    isValid: (text) => (10 - (weighted(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === lastDigit(text),
  },
  ROU: {
    name: 'CNP',
    pattern: /^[1-9]\d{12}$/,
    isValid: (text) => {
      const rest = weighted(text, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
      return (rest === 10 ? 1 : rest) === lastDigit(text);
    },
  },
  SRB: {
    name: 'ЈМБГ',
    pattern: /^\d{13}$/,
    isValid: (text) => {
      const rest = 11 - (weighted(text, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
      return (rest > 9 ? 0 : rest) === lastDigit(text);
    },
  },
  TUR: { name: 'T.C. kimlik no', pattern: /^[1-9]\d{10}$/, isValid: isTurkish },
};

/** Portugal's card number is the civil number, its check digit, two letters of the version and another check digit. */
function portuguese(documentNumber: string): NationalNumber | undefined {
  const match = /^(\d{8})(\d)[A-Z0-9]{2}\d$/.exec(documentNumber.replaceAll('<', ''));
  if (!match?.[1]) return undefined;
  const rest = 11 - (weighted(match[1], [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
  const valid = (rest > 9 ? 0 : rest) === Number(match[2]);
  return { value: match[1], name: 'número de identificação civil', valid };
}

/** The national number that a document of `state` carries, where the state's way to print it is known. */
export function findNationalNumber(
  state: string,
  optional: readonly string[],
  documentNumber: string,
): NationalNumber | undefined {
  if (state === 'PRT') return portuguese(documentNumber);
  const rule = RULES[state];
  if (!rule) return undefined;
  const value = optional.find((text) => rule.pattern.test(text));
  return value === undefined ? undefined : { value, name: rule.name, valid: rule.isValid(value) };
}
