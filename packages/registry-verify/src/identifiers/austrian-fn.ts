import { ok, type Result } from '@dossierkit/core';
import { compact, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { type IdentifierError, wrongCheckDigit, wrongFormat, wrongLength } from './identifier-error.js';

/** A number of the Austrian Firmenbuch. */
export interface AustrianFn {
  /** One to six digits and the check letter: `122119m`. */
  readonly fn: string;
}

const WEIGHTS = [6, 4, 14, 15, 10, 1];
const CHECK_LETTERS = 'abdfghikmpstvwxyz';

/**
 * Reads an Austrian Firmenbuch number, and verifies its check letter: the weighted digits modulo 17.
 *
 * @returns the number, or `identifier-length`, `identifier-format`, `identifier-check-digit`
 * @example
 * parseAustrianFn('FN 122119 m'); // value: { fn: '122119m' }
 * @see Firmenbuchgesetz § 28, https://www.ris.bka.gv.at
 */
export function parseAustrianFn(text: string): Result<AustrianFn, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('austrian-fn', text.length, '2–7');
  const number = compact(text).replace(/^FN/, '');
  if (number.length < 2 || number.length > 7) return wrongLength('austrian-fn', number.length, '2–7');
  const parts = /^(\d{1,6})([A-Z])$/.exec(number);
  const [digits, letter] = [parts?.[1], parts?.[2]?.toLowerCase()];
  if (!digits || !letter || !CHECK_LETTERS.includes(letter)) return wrongFormat('austrian-fn');
  const padded = digits.padStart(6, '0');
  let sum = 0;
  for (let at = 0; at < 6; at++) sum += (padded.charCodeAt(at) - 48) * (WEIGHTS[at] ?? 0);
  if (CHECK_LETTERS[sum % 17] !== letter) return wrongCheckDigit('austrian-fn');
  return ok({ fn: String(Number(digits)) + letter });
}

/** Writes an Austrian Firmenbuch number as the court does: `FN 122119 m`. */
export function formatAustrianFn(fn: string): string {
  return `FN ${fn.slice(0, -1)} ${fn.slice(-1)}`;
}
