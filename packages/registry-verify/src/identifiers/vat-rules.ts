import { satisfiesLuhn } from '../internal/luhn.js';
import { mod97 } from '../internal/mod97.js';
import {
  checkDigitOf11,
  decimalsAt,
  digitAt,
  satisfiesMod11And10,
  weightedSum,
} from '../internal/weighted-sum.js';
import { isBulgarian, isCzech, isIrish, isLatvian, isLithuanian, isSpanish } from './vat-kinds.js';

/** The format of a state's VAT numbers behind the prefix, and whether the check digits agree. */
interface VatRule {
  readonly format: RegExp;
  readonly check: (number: string) => boolean;
}

/** Digits that, weighted and summed, leave nothing. */
const divisible = (format: RegExp, modulus: number, weights: readonly number[]): VatRule => ({
  format,
  check: (number) => weightedSum(number, weights) % modulus === 0,
});

/**
 * By VIES prefix; `FR` has a file of its own. Written out and not taken from `stdnum`, which is the oracle in
 * `vat-rules.prop.test.ts`: that reads the machine's clock, takes some wrong numbers and refuses some right ones (the
 * differences are listed in `vat-rules.test.ts`), and is slower.
 *
 * @see https://ec.europa.eu/taxation_customs/vies/#/faq (structure of the numbers)
 */
export const vatRules: Readonly<Record<Exclude<VatCountry, 'FR'>, VatRule>> = {
  AT: { format: /^U\d{8}$/, check: isAustrian },
  BE: { format: /^[01]\d{9}$/, check: (n) => 97 - (decimalsAt(n, 0, 8) % 97) === decimalsAt(n, 8, 10) },
  BG: { format: /^\d{9,10}$/, check: isBulgarian },
  CY: { format: /^\d{8}[A-Z]$/, check: isCypriot },
  CZ: { format: /^\d{8,10}$/, check: isCzech },
  DE: { format: /^[1-9]\d{8}$/, check: satisfiesMod11And10 },
  DK: divisible(/^\d{8}$/, 11, [2, 7, 6, 5, 4, 3, 2, 1]),
  EE: divisible(/^\d{9}$/, 10, [3, 7, 1, 3, 7, 1, 3, 7, 1]),
  EL: {
    format: /^\d{9}$/,
    check: (n) => (weightedSum(n, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === digitAt(n, 8),
  },
  ES: { format: /^[0-9A-Z]\d{7}[0-9A-Z]$/, check: isSpanish },
  FI: divisible(/^\d{8}$/, 11, [7, 9, 10, 5, 8, 4, 2, 1]),
  HR: { format: /^\d{11}$/, check: satisfiesMod11And10 },
  HU: divisible(/^\d{8}$/, 10, [9, 7, 3, 1, 9, 7, 3, 1]),
  IE: { format: /^\d[0-9A-Z+*]\d{5}[A-W][A-I]?$/, check: isIrish },
  IT: { format: /^\d{11}$/, check: (n) => isItalianOffice(decimalsAt(n, 7, 10)) && satisfiesLuhn(n) },
  LT: { format: /^(\d{9}|\d{12})$/, check: isLithuanian },
  LU: { format: /^\d{8}$/, check: (n) => decimalsAt(n, 0, 6) % 89 === decimalsAt(n, 6, 8) },
  LV: { format: /^\d{11}$/, check: isLatvian },
  MT: divisible(/^\d{8}$/, 37, [3, 4, 6, 7, 8, 9, 10, 1]),
  NL: { format: /^\d{9}B\d{2}$/, check: isDutch },
  PL: divisible(/^\d{10}$/, 11, [6, 5, 7, 2, 3, 4, 5, 6, 7, -1]),
  PT: {
    format: /^[1-9]\d{8}$/,
    check: (n) => checkDigitOf11(weightedSum(n, [9, 8, 7, 6, 5, 4, 3, 2])) % 10 === digitAt(n, 8),
  },
  RO: { format: /^[1-9]\d{1,9}$/, check: isRomanian },
  SE: { format: /^\d{10}01$/, check: (n) => satisfiesLuhn(n.slice(0, 10)) },
  SI: { format: /^[1-9]\d{7}$/, check: isSlovenian },
  // The third digit tells how the number was given out.
  SK: { format: /^[1-9]\d[2-47-9]\d{7}$/, check: (n) => decimalsAt(n, 0, 10) % 11 === 0 },
  XI: { format: /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/, check: isNorthernIrish },
};

/** A prefix that VIES answers for. */
export type VatCountry =
  | ('AT' | 'BE' | 'BG' | 'CY' | 'CZ' | 'DE' | 'DK' | 'EE' | 'EL' | 'ES' | 'FI' | 'FR' | 'HR' | 'HU')
  | ('IE' | 'IT' | 'LT' | 'LU' | 'LV' | 'MT' | 'NL' | 'PL' | 'PT' | 'RO' | 'SE' | 'SI' | 'SK' | 'XI');

/** Whether VIES answers for this prefix. */
export function isVatCountry(prefix: string): prefix is VatCountry {
  return prefix === 'FR' || Object.hasOwn(vatRules, prefix);
}

/** Luhn over the digits behind the `U`, with 4 added to the sum. */
function isAustrian(number: string): boolean {
  let sum = 4;
  for (let at = 1; at < 8; at++) {
    const digit = digitAt(number, at);
    sum += at % 2 === 1 ? digit : Math.floor(digit / 5) + ((2 * digit) % 10);
  }
  return (10 - (sum % 10)) % 10 === digitAt(number, 8);
}

const CYPRIOT_VALUES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

function isCypriot(number: string): boolean {
  let sum = 0;
  for (let at = 0; at < 8; at++) {
    const digit = digitAt(number, at);
    sum += at % 2 === 0 ? (CYPRIOT_VALUES[digit] ?? 0) : digit;
  }
  return (sum % 26) + 65 === number.charCodeAt(8);
}

/** Of the province that gave the number out; 120 and 121 are foreign companies, 888 and 999 administrative. */
const isItalianOffice = (office: number): boolean =>
  (office >= 1 && office <= 100) || office === 120 || office === 121 || office === 888 || office === 999;

/** Companies by weights; since 2020 sole traders have numbers that satisfy ISO 7064 with their prefix instead. */
function isDutch(number: string): boolean {
  return (
    weightedSum(number, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 || mod97(number, 0, 12, DUTCH_PREFIX) === 1
  );
}

/** `NL` as mod 97 starts with it: N is 23, L is 21. */
const DUTCH_PREFIX = 2321 % 97;

const ROMANIAN_WEIGHTS = [7, 5, 3, 2, 1, 7, 5, 3, 2];

/** Weights belong to the places from the right: shorter numbers have fewer of them. */
function isRomanian(number: string): boolean {
  const last = number.length - 1;
  let sum = 0;
  for (let at = 0; at < last; at++) sum += digitAt(number, at) * (ROMANIAN_WEIGHTS[9 - last + at] ?? 0);
  return ((sum * 10) % 11) % 10 === digitAt(number, last);
}

/** A remainder of 0 would need the check digit 11: such numbers are not given out. */
function isSlovenian(number: string): boolean {
  const remainder = weightedSum(number, [8, 7, 6, 5, 4, 3, 2]) % 11;
  return remainder !== 0 && (11 - remainder) % 10 === digitAt(number, 7);
}

/** Numbers from 100… may follow the rule of before or of after 2010 (9755). Authorities have only three digits. */
function isNorthernIrish(number: string): boolean {
  if (number.length === 5) return true;
  const remainder = weightedSum(number, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
  return remainder === 0 || (number[0] !== '0' && (remainder === 42 || remainder === 55));
}
