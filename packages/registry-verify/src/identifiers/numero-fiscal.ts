import { ok, type Result } from '@dossierkit/core';
import { compact, isDigits, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { type IdentifierError, wrongCharacters, wrongFormat, wrongLength } from './identifier-error.js';

/** A French tax number (numéro fiscal, SPI) of a person. Personal data. */
export interface NumeroFiscal {
  readonly numeroFiscal: string;
  /**
   * Whether the last three digits are the first ten modulo 511. The rule is observed, not published, and anonymised
   * specimens break it: a mismatch is a reason to look twice, never to refuse.
   */
  readonly keyAgrees: boolean;
}

/**
 * Reads a French tax number: thirteen digits, the first 0 to 3.
 *
 * @returns the number, or `identifier-length`, `identifier-characters`, `identifier-format`
 * @see https://www.impots.gouv.fr, "Où trouver mon numéro fiscal ?"
 */
export function parseNumeroFiscal(text: string): Result<NumeroFiscal, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('numero-fiscal', text.length, '13');
  const digits = compact(text);
  if (!isDigits(digits)) return wrongCharacters('numero-fiscal');
  if (digits.length !== 13) return wrongLength('numero-fiscal', digits.length, '13');
  if (digits.charCodeAt(0) > 51) return wrongFormat('numero-fiscal');
  const keyAgrees = Number(digits.slice(0, 10)) % 511 === Number(digits.slice(10));
  return ok({ numeroFiscal: digits, keyAgrees });
}

/** Writes a French tax number as notices do: `12 34 567 890 123`. */
export function formatNumeroFiscal(numeroFiscal: string): string {
  return numeroFiscal.replace(/^(\d{2})(\d{2})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4 $5');
}
