import { ok, type Result } from '@dossierkit/core';
import { isSEPACountry, isValidBIC } from 'ibantools';
import { compact, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { type IdentifierError, wrongFormat, wrongLength } from './identifier-error.js';

/** A business identifier code (SWIFT code) of a bank. */
export interface Bic {
  /** 8 or 11 characters, as given. */
  readonly bic: string;
  readonly bank: string;
  /** ISO 3166-1: `FR`. */
  readonly country: string;
  /** Absent or `XXX`: the head office. */
  readonly branch?: string;
  /** Whether the country takes part in SEPA. */
  readonly sepa: boolean;
}

/**
 * Reads a BIC. It has no check digit: only its form and its country can be verified.
 *
 * @returns the code in its parts, or `identifier-length`, `identifier-format`
 * @example
 * parseBic('AGRIFRPP882'); // value: { bank: 'AGRI', country: 'FR', branch: '882', … }
 * @see ISO 9362
 */
export function parseBic(text: string): Result<Bic, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('bic', text.length, '8 or 11');
  const bic = compact(text);
  if (bic.length !== 8 && bic.length !== 11) return wrongLength('bic', bic.length, '8 or 11');
  if (!isValidBIC(bic)) return wrongFormat('bic');
  const country = bic.slice(4, 6);
  const parts = { bic, bank: bic.slice(0, 4), country, sepa: isSEPACountry(country) };
  return ok(bic.length === 11 ? { ...parts, branch: bic.slice(8) } : parts);
}
