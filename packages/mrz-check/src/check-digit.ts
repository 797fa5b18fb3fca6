import type { MrzRange } from './layouts.js';

/**
 * The check digit of a text: each character's value (digits as they are, A 10 to Z 35, `<` 0) times 7, 3, 1, 7, 3, 1, …,
 * summed, modulo 10. Characters outside the alphabet count as `<`.
 *
 * @example
 * mrzCheckDigit('D23145890'); // 7
 * @see ICAO Doc 9303 part 3, section 4.9
 */
export function mrzCheckDigit(text: string): number {
  return weigh(text, 0, text.length, 0) % 10;
}

/** The check digit over several parts of a zone, one after the other. */
export function checkDigitOver(lines: readonly string[], ranges: readonly MrzRange[]): number {
  let sum = 0;
  let place = 0;
  for (const { line, start, end } of ranges) {
    sum += weigh(lines[line] as string, start, end, place);
    place += end - start;
  }
  return sum % 10;
}

/** What a character counts in a check digit. */
function characterValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 90 ? code - 55 : 0;
}

function weigh(text: string, start: number, end: number, firstPlace: number): number {
  let sum = 0;
  let third = firstPlace % 3;
  for (let i = start; i < end; i++) {
    const value = characterValue(text.charCodeAt(i));
    sum += third === 0 ? value * 7 : third === 1 ? value * 3 : value;
    third = third === 2 ? 0 : third + 1;
  }
  return sum;
}
