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

/** Codes of capitals and digits with at least three digits in them: document numbers, references. */
export function scanCodes(scene: Scene): Candidate<string>[] {
  return scene.words.flatMap((word, at) => {
    const code = word.text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
    const digits = code.replace(/\D/g, '').length;
    if (digits < 3 || code.length > 30 || !/^[A-Za-z0-9][A-Za-z0-9\-/.]{2,29}$/.test(code)) return [];
    if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(code)) return [];
    return [{ first: at, end: at + 1, value: code, certainty: 0.9 }];
  });
}
