import { ok, type Result } from '@dossierkit/core';
import { countrySpecs } from 'ibantools';
import { compact, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { mod97 } from '../internal/mod97.js';
import {
  type IdentifierError,
  wrongCharacters,
  wrongCheckDigit,
  wrongCountry,
  wrongFormat,
  wrongLength,
} from './identifier-error.js';

/** An international bank account number. */
export interface Iban {
  /** Without spaces, upper case. */
  readonly iban: string;
  /** ISO 3166-1: `FR`. */
  readonly country: string;
  /** The national account number behind the check digits. */
  readonly bban: string;
}

interface IbanRule {
  readonly length: number;
  readonly bban: RegExp;
}

// Lengths and structures are ibantools'; the arithmetic is our own, four times as fast, with ibantools as its oracle.
const rules: ReadonlyMap<string, IbanRule> = new Map(
  Object.entries(countrySpecs).flatMap(([country, spec]) =>
    spec.IBANRegistry && spec.chars && spec.bban_regexp
      ? [[country, { length: spec.chars, bban: new RegExp(spec.bban_regexp) }] as const]
      : [],
  ),
);

/**
 * Reads an IBAN as people write it, and verifies country, length, structure and check digits.
 *
 * Countries outside the SWIFT registry are refused. That the account exists, or whose it is, no check digit can tell.
 *
 * @returns the number in its parts, or `identifier-length`, `identifier-characters`, `identifier-country`,
 *   `identifier-format`, `identifier-check-digit`
 * @example
 * parseIban('FR14 2004 1010 0505 0001 3M02 606'); // value: { country: 'FR', … }
 * @see ISO 13616-1; SWIFT IBAN registry, https://www.swift.com/standards/data-standards/iban
 */
export function parseIban(text: string): Result<Iban, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('iban', text.length, '15–34');
  const iban = compact(text);
  if (iban.length < 5 || iban.length > 34) return wrongLength('iban', iban.length, '15–34');
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]+$/.test(iban)) return wrongCharacters('iban');
  const country = iban.slice(0, 2);
  const rule = rules.get(country);
  if (!rule) return wrongCountry('iban', country);
  if (iban.length !== rule.length) return wrongLength('iban', iban.length, String(rule.length));
  if (!hasValidCheckDigits(iban)) return wrongCheckDigit('iban');
  const bban = iban.slice(4);
  return rule.bban.test(bban) ? ok({ iban, country, bban }) : wrongFormat('iban');
}

/** Writes an IBAN in groups of four, as on paper. */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}

/** ISO 7064 leaves 1 for the digits 00, 01 and 99 too, which no bank issues: 02 to 98 only. */
function hasValidCheckDigits(iban: string): boolean {
  const digits = iban.slice(2, 4);
  if (digits === '00' || digits === '01' || digits === '99') return false;
  return mod97(iban, 0, 4, mod97(iban, 4)) === 1;
}
