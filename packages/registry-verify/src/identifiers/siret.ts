import { ok, type Result } from '@dossierkit/core';
import { compact, isDigits, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { satisfiesLuhn } from '../internal/luhn.js';
import { type IdentifierError, wrongCharacters, wrongCheckDigit, wrongLength } from './identifier-error.js';

/** A SIRET: the 14-digit number of one establishment of a company registered in France. */
export interface Siret {
  readonly siret: string;
  /** The company's SIREN: the first 9 digits. */
  readonly siren: string;
  /** The establishment's internal number (NIC): the last 5 digits. */
  readonly nic: string;
}

/**
 * Reads a SIRET as people write it, and verifies its check digit: Luhn, and for the branches of La Poste their own rule.
 *
 * A valid number may still belong to no establishment: that is a question for a register.
 *
 * @returns the number in its parts, or `identifier-length`, `identifier-characters`, `identifier-check-digit`
 * @example
 * parseSiret('732 829 320 00074'); // value: { siret: '73282932000074', siren: '732829320', nic: '00074' }
 * @see INSEE, "Numéro SIRET", https://www.insee.fr/fr/metadonnees/definition/c1841
 */
export function parseSiret(text: string): Result<Siret, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('siret', text.length, '14');
  const digits = compact(text);
  if (!isDigits(digits)) return wrongCharacters('siret');
  if (digits.length !== 14) return wrongLength('siret', digits.length, '14');
  if (!hasValidCheckDigit(digits)) return wrongCheckDigit('siret');
  return ok({ siret: digits, siren: digits.slice(0, 9), nic: digits.slice(9) });
}

/** Writes a SIRET as INSEE prints it: `732 829 320 00074`. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
}

/**
 * La Poste ran out of NICs that satisfy Luhn. Its establishments, the head office aside, satisfy "digit sum divisible by
 * five" instead.
 */
function hasValidCheckDigit(siret: string): boolean {
  const isLaPosteBranch = siret.startsWith('356000000') && siret !== '35600000000048';
  return isLaPosteBranch ? digitSum(siret) % 5 === 0 : satisfiesLuhn(siret);
}

function digitSum(digits: string): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += digits.charCodeAt(at) - 48;
  return sum;
}
