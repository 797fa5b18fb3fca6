import { type Scene, spanOf } from '../text/scene.js';
import type { Candidate } from './candidate.js';

/** Four-digit years from 1990 to 2099 that stand alone. */
export function scanYears(scene: Scene): Candidate<number>[] {
  return scene.lineTexts.flatMap((line) =>
    [...line.digits.matchAll(/(?<![\d.,/a-z-])(199\d|20\d{2})(?!\d|[.,/]\d)/g)].map((match) => {
      const from = match.index as number;
      return { ...spanOf(line, from, from + 4), value: Number(match[0]), certainty: 1 };
    }),
  );
}

/**
 * Codes of letters and digits with at least three digits in them: document numbers, references. With `lengths` only
 * codes of one of these lengths, also where they are printed in groups.
 */
export function scanCodes(scene: Scene, lengths: readonly number[]): Candidate<string>[] {
  return scene.words.flatMap((_, first) => {
    let code = '';
    let end = first;
    let best: Candidate<string> | undefined;
    while (end < scene.words.length && scene.cellOf[end] === scene.cellOf[first] && code.length <= 30) {
      const part = codePart(scene.words[end]?.text ?? '');
      // A day that follows a number is no part of it.
      if (part === '' || (end > first && isDay(part))) break;
      // A group after the first is a group of digits, so that no word is taken into a number.
      if (end > first && !/^\d{2,}$/.test(part) && !(lengths.length > 0 && /\d/.test(part))) break;
      code += part;
      end++;
      const long = code.replace(/\D/g, '').length >= 3 && code.length <= 30;
      if (long && (lengths.length === 0 || lengths.includes(code.length))) {
        best = { first, end, value: code, certainty: lengths.length > 0 ? 1 : 0.9 };
      }
    }
    return best && !isDay(best.value) ? [best] : [];
  });
}

function codePart(text: string): string {
  const code = text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
  return /^[A-Za-z0-9][A-Za-z0-9\-/.]{0,29}$/.test(code) ? code : '';
}

const isDay = (code: string): boolean => /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(code);
