import { ok, type Result } from '@dossierkit/core';
import { compact, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { mod97 } from '../internal/mod97.js';
import { type IdentifierError, wrongCharacters, wrongCheckDigit, wrongLength } from './identifier-error.js';

/** A legal entity identifier. */
export interface Lei {
  readonly lei: string;
  /** The prefix of the issuer (LOU) that gave it out; the record may since have moved to another. */
  readonly issuerPrefix: string;
}

/**
 * Reads a legal entity identifier, and verifies its check digits.
 *
 * @returns the twenty characters, or `identifier-length`, `identifier-characters`, `identifier-check-digit`
 * @example
 * parseLei('529900T8BM49AURSDO55'); // value: { lei: '529900T8BM49AURSDO55', issuerPrefix: '5299' }
 * @see ISO 17442-1 (check digits by ISO 7064, MOD 97-10)
 */
export function parseLei(text: string): Result<Lei, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('lei', text.length, '20');
  const lei = compact(text);
  if (lei.length !== 20) return wrongLength('lei', lei.length, '20');
  if (!/^[0-9A-Z]{18}\d{2}$/.test(lei)) return wrongCharacters('lei');
  return mod97(lei) === 1 ? ok({ lei, issuerPrefix: lei.slice(0, 4) }) : wrongCheckDigit('lei');
}
