import { ok, type Result } from '@dossierkit/core';
import { LONGEST_IDENTIFIER } from '../internal/compact.js';
import { type IdentifierError, wrongFormat, wrongLength } from './identifier-error.js';

/** The parts of the German register: commercial A and B, cooperatives, partnerships, associations, civil-law partnerships. */
export type GermanRegisterPart = 'HRA' | 'HRB' | 'GnR' | 'PR' | 'VR' | 'GsR';

/** A German register number. It means nothing without its court: every court counts from 1. */
export interface GermanRegisterNumber {
  readonly part: GermanRegisterPart;
  /** Digits, and the letters that some courts append: `12345 B`. */
  readonly number: string;
  /** The town of the register court (Amtsgericht): `Charlottenburg`, `Frankfurt am Main`. */
  readonly court: string;
}

const PARTS: readonly GermanRegisterPart[] = ['HRA', 'HRB', 'GnR', 'GsR', 'PR', 'VR'];
const NUMBER =
  /\b(HR\s?[AB]|GnR|GsR|PR|VR)[\s.:-]*(?:Nr\.?\s*)?(\d{1,6})(?:\s?([A-Z]{1,2})(?![A-Za-zÄÖÜäöüß]))?/iu;

/**
 * Reads a German register number with its court, as it stands on a letterhead: `Amtsgericht München, HRB 123456`.
 *
 * @returns the parts, or `identifier-length`, `identifier-format` (also where the court is missing)
 * @example
 * parseGermanRegisterNumber('HRB 12345 B, AG Charlottenburg');
 * // value: { part: 'HRB', number: '12345 B', court: 'Charlottenburg' }
 * @see HRV § 13, Handelsregisterverordnung
 */
export function parseGermanRegisterNumber(text: string): Result<GermanRegisterNumber, IdentifierError> {
  if (text.length > LONGEST_IDENTIFIER) return wrongLength('german-register-number', text.length, '5–80');
  const match = NUMBER.exec(text);
  const [all, partText = '', digits = '', suffix] = match ?? [];
  const part = PARTS.find((name) => name.toUpperCase() === partText.replace(/\s/g, '').toUpperCase());
  if (all === undefined || !part || Number(digits) === 0) return wrongFormat('german-register-number');
  const court = courtOf(text.replace(all, ' '));
  if (!court) return wrongFormat('german-register-number');
  const number = String(Number(digits)) + (suffix ? ` ${suffix.toUpperCase()}` : '');
  return ok({ part, number, court });
}

/** Writes a German register number as courts do: `HRB 12345 B, Amtsgericht Charlottenburg`. */
export function formatGermanRegisterNumber({ part, number, court }: GermanRegisterNumber): string {
  return `${part} ${number}, Amtsgericht ${court}`;
}

function courtOf(rest: string): string | undefined {
  const words = rest
    .replace(
      /\b(Amtsgerichts?|Registergerichts?|Handelsregister|AG|beim|des|am(?=\s+Amtsgericht)|Sitz)\b/giu,
      ' ',
    )
    .replace(/[,;:()/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /^\p{Lu}[\p{L}.\- ]*$/u.test(words) ? words : undefined;
}
