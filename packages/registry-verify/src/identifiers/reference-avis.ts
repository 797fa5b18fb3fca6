import { ok, type Result } from '@dossierkit/core';
import { compact, LONGEST_IDENTIFIER } from '../internal/compact.js';
import { type IdentifierError, wrongCharacters, wrongFormat, wrongLength } from './identifier-error.js';

/** The reference of a French tax notice (référence de l'avis). */
export interface ReferenceAvis {
  readonly referenceAvis: string;
  /** The year in which the notice was made out, from the first two digits: 2018 for `18`. */
  readonly year: number;
}

/**
 * Reads the reference of a French tax notice: thirteen letters and digits, the first two the year. It has no check digit.
 *
 * @returns the reference, or `identifier-length`, `identifier-characters`, `identifier-format`
 * @see https://www.impots.gouv.fr/verifavis2-map
 */
export function parseReferenceAvis(text: string): Result<ReferenceAvis, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('reference-avis', text.length, '13');
  const reference = compact(text);
  if (!/^[0-9A-Z]*$/.test(reference)) return wrongCharacters('reference-avis');
  if (reference.length !== 13) return wrongLength('reference-avis', reference.length, '13');
  const year = Number(reference.slice(0, 2));
  if (!Number.isInteger(year)) return wrongFormat('reference-avis');
  return ok({ referenceAvis: reference, year: 2000 + year });
}
