import {
  type CodedErrorsOf,
  codedError,
  err,
  ok,
  type PlainDate,
  type Result,
  type Timestamp,
} from '@dossierkit/core';
import { checkDigitsOf, longNumber } from './internal/check-digits.js';
import { detailsOf, isWellFormed } from './internal/details.js';
import { fieldsOf } from './internal/fields.js';
import { areClean, linesOfText, MAX_TEXT } from './internal/mrz-text.js';
import { layoutOf } from './layouts.js';
import type { MrzReading } from './reading.js';

/** Why a text is no MRZ. */
export type MrzError = CodedErrorsOf<{
  /** Longer than any zone; it was not read. */
  'mrz-check/text-too-long': { readonly length: number; readonly limit: number };
  /** A character that no zone contains; `line` and `column` count from 1, `character` is `U+0416`. */
  'mrz-check/text-character': { readonly line: number; readonly column: number; readonly character: string };
  /** No format has lines of these lengths. */
  'mrz-check/text-shape': { readonly lengths: readonly number[] };
}>;

/** Options of {@link parseMrz}. */
export interface ParseMrzOptions {
  /** The day that tells 1926 from 2026. */
  readonly at: Timestamp | PlainDate;
}

/**
 * Reads a machine-readable zone from text: fields, places, dates with their century, and every check digit.
 *
 * Lower case, spaces, invisible marks and glued lines are put right; a wrong check digit, date or state is *reported in the
 * reading* (`valid`, `checkDigits`, `details`) and never corrected.
 *
 * @param text the zone with line breaks, or its lines; over 400 characters are refused without being read
 * @returns the reading, or why there is none: `mrz-check/text-too-long`, `text-character`, `text-shape`
 * @example
 * const mrz = parseMrz('I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<', {
 *   at: plainDate('2026-05-03'),
 * });
 * @see ICAO Doc 9303, 8th edition, parts 3 to 7
 */
export function parseMrz(
  text: string | readonly string[],
  { at }: ParseMrzOptions,
): Result<MrzReading, MrzError> {
  const today = at.slice(0, 10) as PlainDate;
  if (typeof text !== 'string' && areClean(text)) {
    const reading = readLines(text, today);
    if (reading) return ok(reading);
  }
  const whole = typeof text === 'string' ? text : joined(text);
  if (whole.length > MAX_TEXT) {
    return err(codedError('mrz-check/text-too-long', { length: whole.length, limit: MAX_TEXT }));
  }
  const read = linesOfText(whole);
  if (!read.ok) {
    const character = `U+${read.code.toString(16).toUpperCase().padStart(4, '0')}`;
    return err(
      codedError('mrz-check/text-character', { line: read.line + 1, column: read.column + 1, character }),
    );
  }
  const reading = readLines(read.lines, today);
  if (reading) return ok(reading);
  return err(codedError('mrz-check/text-shape', { lengths: read.lines.map((line) => line.length) }));
}

/** Stops joining where it is too long already. */
function joined(lines: readonly string[]): string {
  let whole = '';
  for (const line of lines) {
    if (whole.length > MAX_TEXT) break;
    whole += whole === '' ? line : `\n${line}`;
  }
  return whole;
}

/** The reading of clean lines, or nothing where no format has their lengths. */
export function readLines(lines: readonly string[], today: PlainDate): MrzReading | undefined {
  const layout = layoutOf(
    lines.map((line) => line.length),
    lines[0] ?? '',
  );
  if (!layout) return undefined;
  const long = longNumber(layout, lines);
  const checkDigits = checkDigitsOf(layout, lines, long);
  const fields = fieldsOf(layout, lines, today, long);
  const details = detailsOf(layout, lines, fields);
  const valid =
    checkDigits.length > 0 && checkDigits.every(({ holds }) => holds) && details.every(isWellFormed);
  return { format: layout.format, lines, fields, details, checkDigits, valid };
}
