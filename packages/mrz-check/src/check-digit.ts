import type { MrzRange } from './layout.js';

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

/** What each character counts at a place of weight 7, then of weight 3, then of weight 1: 128 of each. */
const WORTH: Uint8Array = Uint8Array.from({ length: 3 * 128 }, (_, i) => {
  const value = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(String.fromCharCode(i & 127));
  return Math.max(0, value) * ([7, 3, 1][i >> 7] as number);
});

function weigh(text: string, start: number, end: number, firstPlace: number): number {
  let sum = 0;
  let weight = (firstPlace % 3) << 7;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) sum += WORTH[weight | code] as number;
    weight = weight === 256 ? 0 : weight + 128;
  }
  return sum;
}
