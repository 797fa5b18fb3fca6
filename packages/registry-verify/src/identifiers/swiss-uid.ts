import { ok, type Result } from '@dossierkit/core';
import { compact, isDigits, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { type IdentifierError, wrongCheckDigit, wrongFormat, wrongLength } from './identifier-error.js';

/** A Swiss enterprise number (UID, IDE, IDI). */
export interface SwissUid {
  /** `CHE` and nine digits. */
  readonly uid: string;
  /** Whether it was written with the VAT suffix `MWST`, `TVA` or `IVA`. */
  readonly vat: boolean;
}

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4];

/**
 * Reads a Swiss enterprise number, and verifies its check digit (modulo 11).
 *
 * @returns the number, or `identifier-length`, `identifier-format`, `identifier-check-digit`
 * @example
 * parseSwissUid('CHE-107.787.577 MWST'); // value: { uid: 'CHE107787577', vat: true }
 * @see eCH-0097; Bundesamt für Statistik, UID-Register
 */
export function parseSwissUid(text: string): Result<SwissUid, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('swiss-uid', text.length, '12');
  const all = compact(text);
  const uid = all.replace(/(MWST|TVA|IVA|HR|RC)$/, '');
  if (uid.length !== 12) return wrongLength('swiss-uid', uid.length, '12');
  const digits = uid.slice(3);
  if (!uid.startsWith('CHE') || !isDigits(digits)) return wrongFormat('swiss-uid');
  let sum = 0;
  for (let at = 0; at < 8; at++) sum += (digits.charCodeAt(at) - 48) * (WEIGHTS[at] ?? 0);
  // A remainder of 1 would need the check digit 10: such numbers are not given out.
  const check = (11 - (sum % 11)) % 11;
  return check === digits.charCodeAt(8) - 48
    ? ok({ uid, vat: /(MWST|TVA|IVA)$/.test(all) })
    : wrongCheckDigit('swiss-uid');
}

/** Writes a Swiss enterprise number as on paper: `CHE-107.787.577`. */
export function formatSwissUid(uid: string): string {
  return uid.replace(/^CHE(\d{3})(\d{3})(\d{3})$/, 'CHE-$1.$2.$3');
}
