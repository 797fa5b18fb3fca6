import { stdnum } from 'stdnum';
import { isDigits } from '../internal/compact.js';

/** The format of a state's VAT numbers behind the prefix, and whether the check digits agree. */
interface VatRule {
  readonly format: RegExp;
  readonly check: (number: string) => boolean;
}

const rule = (format: RegExp, country: string, name: string): VatRule => ({
  format,
  check: (number) => passes(country, name, number),
});

/** A validator that stdnum does not have passes nothing; `vat-rules.test.ts` has a good number of every state. */
function passes(country: string, name: string, number: string): boolean {
  return stdnum[country]?.[name]?.validate(number).isValid === true;
}

/**
 * By VIES prefix; `FR` has a file of its own. The check digits are those of stdnum, with three corrections that
 * `vat-rules.test.ts` shows: Bulgarian numbers that start with 4 to 8, Czech numbers of legal persons from before 1954's
 * numbering (9 digits, first a 6), and Latvian personal codes since 2017, which carry no birth date.
 *
 * @see https://ec.europa.eu/taxation_customs/vies/#/faq (structure of the numbers)
 */
export const vatRules: Readonly<Record<Exclude<VatCountry, 'FR'>, VatRule>> = {
  AT: rule(/^U\d{8}$/, 'AT', 'uid'),
  BE: rule(/^[01]\d{9}$/, 'BE', 'vat'),
  BG: { format: /^\d{9,10}$/, check: checkBulgarian },
  CY: rule(/^\d{8}[A-Z]$/, 'CY', 'vat'),
  CZ: { format: /^\d{8,10}$/, check: checkCzech },
  DE: rule(/^[1-9]\d{8}$/, 'DE', 'vat'),
  DK: rule(/^\d{8}$/, 'DK', 'cvr'),
  EE: rule(/^\d{9}$/, 'EE', 'kmkr'),
  EL: rule(/^\d{9}$/, 'GR', 'vat'),
  ES: rule(/^[0-9A-Z]\d{7}[0-9A-Z]$/, 'ES', 'nif'),
  FI: rule(/^\d{8}$/, 'FI', 'alv'),
  HR: rule(/^\d{11}$/, 'HR', 'oib'),
  HU: rule(/^\d{8}$/, 'HU', 'anum'),
  IE: rule(/^\d[0-9A-Z+*]\d{5}[A-W][A-I]?$/, 'IE', 'vat'),
  IT: rule(/^\d{11}$/, 'IT', 'iva'),
  LT: rule(/^(\d{9}|\d{12})$/, 'LT', 'pvm'),
  LU: rule(/^\d{8}$/, 'LU', 'tva'),
  LV: { format: /^\d{11}$/, check: (number) => number.startsWith('32') || passes('LV', 'pvn', number) },
  MT: rule(/^\d{8}$/, 'MT', 'vat'),
  NL: rule(/^\d{9}B\d{2}$/, 'NL', 'btw'),
  PL: rule(/^\d{10}$/, 'PL', 'nip'),
  PT: rule(/^\d{9}$/, 'PT', 'nif'),
  RO: rule(/^[1-9]\d{1,9}$/, 'RO', 'cif'),
  SE: rule(/^\d{12}$/, 'SE', 'vat'),
  SI: rule(/^[1-9]\d{7}$/, 'SI', 'ddv'),
  SK: rule(/^[1-9]\d{9}$/, 'SK', 'dph'),
  XI: rule(/^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/, 'GB', 'vat'),
};

/** A prefix that VIES answers for. */
export type VatCountry =
  | ('AT' | 'BE' | 'BG' | 'CY' | 'CZ' | 'DE' | 'DK' | 'EE' | 'EL' | 'ES' | 'FI' | 'FR' | 'HR' | 'HU')
  | ('IE' | 'IT' | 'LT' | 'LU' | 'LV' | 'MT' | 'NL' | 'PL' | 'PT' | 'RO' | 'SE' | 'SI' | 'SK' | 'XI');

/** Whether VIES answers for this prefix. */
export function isVatCountry(prefix: string): prefix is VatCountry {
  return prefix === 'FR' || Object.hasOwn(vatRules, prefix);
}

/** stdnum knows the first digits 0–3 and 9 only; the UIC/BULSTAT of companies from before 2008 often starts with 8. */
function checkBulgarian(number: string): boolean {
  if (number.length === 10) return passes('BG', 'vat', number) || checkBulgarianOther(number);
  const sum = (weights: (at: number) => number): number => weighted(number.slice(0, 8), weights) % 11;
  const first = sum((at) => at + 1);
  const check = first === 10 ? sum((at) => at + 3) % 10 : first;
  return check === Number(number[8]);
}

/** Numbers of ten digits that are neither a citizen's nor a foreigner's. */
function checkBulgarianOther(number: string): boolean {
  const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2];
  const check = (11 - (weighted(number.slice(0, 9), (at) => weights[at] ?? 0) % 11)) % 11;
  return check !== 10 && check === Number(number[9]);
}

/** Nine digits that start with a 6 follow a rule of their own. */
function checkCzech(number: string): boolean {
  if (passes('CZ', 'dic', number)) return true;
  if (number.length !== 9 || !number.startsWith('6') || !isDigits(number)) return false;
  const remainder = weighted(number.slice(1, 8), (at) => 8 - at) % 11;
  return 8 - ((10 - remainder) % 11) === Number(number[8]);
}

function weighted(digits: string, weight: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += (digits.charCodeAt(at) - 48) * weight(at);
  return sum;
}
