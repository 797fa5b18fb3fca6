import { checkDigitOver } from '../check-digit.js';
import type { MrzCheckLayout, MrzLayout, MrzRange } from '../layout.js';
import type { MrzCheckDigit } from '../reading.js';

/** Every check digit of a zone, those of long document numbers where they really stand. */
export function checkDigitsOf(
  { checks }: MrzLayout,
  lines: readonly string[],
  long: LongNumber | undefined,
): MrzCheckDigit[] {
  return checks.map((check) =>
    long && check.of === 'documentNumber' ? long.check : judge(check, lines, check.over),
  );
}

const DIGITS = '0123456789';

function judge(
  { of, line, at }: Pick<MrzCheckLayout, 'of' | 'line' | 'at'>,
  lines: readonly string[],
  over: readonly MrzRange[],
): MrzCheckDigit {
  const printed = (lines[line] as string)[at] as string;
  const expected = DIGITS[checkDigitOver(lines, over)] as string;
  const holds = printed === expected || (of === 'optionalData' && printed === '<' && isEmpty(lines, over));
  return { of, line, at, printed, expected, holds };
}

/** Where the optional data are empty, their check digit may be 0 or a filler: part 4, section 4.2.2. */
function isEmpty(lines: readonly string[], over: readonly MrzRange[]): boolean {
  return over.every(({ line, start, end }) => {
    for (let i = start; i < end; i++) if ((lines[line] as string).charCodeAt(i) !== 60) return false;
    return true;
  });
}

/** A document number of more than nine characters. */
export interface LongNumber {
  /** The part that stands in the optional data. */
  readonly tail: string;
  readonly check: MrzCheckDigit;
}

/**
 * Where a filler stands in place of the document number's check digit (TD1, TD2), the number goes on at the start of the
 * optional data; the check digit is the last character before the next filler.
 *
 * @see ICAO Doc 9303 part 5, section 4.2.2, note j; part 6, section 4.2.2, note j
 */
export function longNumber(layout: MrzLayout, lines: readonly string[]): LongNumber | undefined {
  const [line, slot, end] = layout.format === 'TD1' ? [0, 14, 30] : layout.format === 'TD2' ? [1, 9, 35] : [];
  if (line === undefined || slot === undefined || end === undefined) return undefined;
  const text = lines[line] as string;
  if (text.charCodeAt(slot) !== 60) return undefined;
  const start = layout.format === 'TD1' ? 15 : 28;
  const filler = text.indexOf('<', start);
  const at = (filler < 0 || filler > end ? end : filler) - 1;
  if (at <= start) return undefined;
  const number = { line, start: slot - 9, end: slot };
  const tail = { line, start, end: at };
  const plain = judge({ of: 'documentNumber', line, at }, lines, [number, tail]);
  // Some states count the filler in the check digit's slot as well; the standard does not say.
  const withFiller = judge({ of: 'documentNumber', line, at }, lines, [{ ...number, end: slot + 1 }, tail]);
  return { tail: text.slice(start, at), check: withFiller.holds ? withFiller : plain };
}
