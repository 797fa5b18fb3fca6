import { ok, type Result } from '@dossierkit/core';
import { compact, isDigits, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { satisfiesLuhn } from '../internal/luhn.js';
import { type IdentifierError, wrongCharacters, wrongCheckDigit, wrongLength } from './identifier-error.js';

/** A SIREN: the 9-digit number of a company, association or sole trader registered in France. */
export interface Siren {
  readonly siren: string;
}

/**
 * Reads a SIREN as people write it, and verifies its check digit (Luhn).
 *
 * @returns the nine digits, or `identifier-length`, `identifier-characters`, `identifier-check-digit`
 * @example
 * parseSiren('732 829 320'); // { ok: true, value: { siren: '732829320' } }
 * @see INSEE, "Numéro SIREN", https://www.insee.fr/fr/metadonnees/definition/c2047
 */
export function parseSiren(text: string): Result<Siren, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('siren', text.length, '9');
  const digits = compact(text);
  if (!isDigits(digits)) return wrongCharacters('siren');
  if (digits.length !== 9) return wrongLength('siren', digits.length, '9');
  return satisfiesLuhn(digits) ? ok({ siren: digits }) : wrongCheckDigit('siren');
}

/** Writes a SIREN as INSEE prints it: `732 829 320`. */
export function formatSiren(siren: string): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
}
