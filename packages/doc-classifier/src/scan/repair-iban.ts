import { isIban } from './check-digits.js';

/** What a letter was where only a digit can stand, the likeliest first. Zeros with a stroke or a dot through them are read as E. */
const AS_DIGIT: Readonly<Record<string, string>> = {
  ...{ O: '0', Q: '0', D: '0', U: '0', E: '086', I: '1', L: '1', T: '17', Z: '2' },
  ...{ A: '4', S: '5', G: '69', B: '8' },
};
/** Where a country's IBAN has nothing but digits, as `[from, to)` after the two letters. ISO 13616 structures. */
const DIGIT_PLACES: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  FR: [
    [2, 14],
    [25, 27],
  ],
  MC: [
    [2, 14],
    [25, 27],
  ],
  DE: [[2, 22]],
  AT: [[2, 20]],
  BE: [[2, 16]],
  ES: [[2, 24]],
  CH: [[2, 9]],
  LU: [[2, 7]],
  GB: [
    [2, 4],
    [8, 22],
  ],
  NL: [
    [2, 4],
    [8, 18],
  ],
  IT: [
    [2, 4],
    [5, 15],
  ],
};
/** More letters among the digits than this are no misread IBAN. */
const MOST_LETTERS = 4;

/** An IBAN as it must have been printed, and how sure that is. */
export interface RepairedIban {
  readonly iban: string;
  readonly certainty: number;
}

/**
 * Reads letters as digits where only digits can stand; kept only where the check digits then agree, and for one reading alone. A
 * digit is never made another: of the digits that look alike, one in three numbers would find a wrong one that passes.
 */
export function repairIban(printed: string, country: string): RepairedIban | undefined {
  const plain = only(withDigits(printed, DIGIT_PLACES[country] ?? [[2, 4]]).filter(isIban));
  if (plain) return { iban: plain, certainty: 0.85 };
  const account = only(withDigits(printed, [[2, printed.length]]).filter(isIban));
  return account === undefined ? undefined : { iban: account, certainty: 0.8 };
}

/** Every reading in which the letters in some places are digits. */
function withDigits(printed: string, places: readonly (readonly [number, number])[]): string[] {
  const isDigitPlace = (at: number): boolean => places.some(([from, to]) => at >= from && at < to);
  const letters = [...printed].filter((char, at) => isDigitPlace(at) && char >= 'A');
  if (letters.length > MOST_LETTERS) return [];
  let readings = [''];
  for (const [at, char] of [...printed].entries()) {
    const options = isDigitPlace(at) && char >= 'A' ? (AS_DIGIT[char] ?? char) : char;
    readings = readings.flatMap((reading) => [...options].map((option) => reading + option));
  }
  return readings;
}

/** The one there is; nothing where several would do. */
function only(found: readonly string[]): string | undefined {
  return new Set(found).size === 1 ? found[0] : undefined;
}
