import { type Box, type TextWord, wordsOf } from '@dossierkit/core';
import type { PaintedText } from '../../internal/pdf/paint.js';
import type { PdfTraceFinding } from '../findings.js';
import { areaOf, groupBoxes, overlapArea } from './boxes.js';
import type { PdfTraceRule } from './examination.js';

/** Only words that were read with that much confidence are held against what is hidden. */
const SURE = 0.9;
/** Only what has enough characters to be told from a misreading. */
const LONG_ENOUGH = 4;
/** Two readings of one word differ in a letter or two; more than that part is another word. */
const OTHER_WORD = 0.4;
const MOST_PLACES = 8;

/**
 * Text that is there for searching only, where it says something else than what was read from the pixels. Numbers count
 * digit by digit; words must differ by much, because both come from a text recognition that errs.
 */
export const hiddenText: PdfTraceRule = ({ file, pages, readings }) =>
  pages.flatMap(({ index, items }): PdfTraceFinding[] => {
    const reading = readings.find(({ page, source }) => page === index && source === 'ocr');
    if (!reading) return [];
    const hidden = items.filter((item): item is PaintedText => item.type === 'text' && item.invisible);
    const words = wordsOf(reading);
    const disagree = (word: PaintedText): Box[] =>
      file.budget.take(words.length) ? disagreeing(word, words) : [];
    return groupBoxes(hidden.flatMap(disagree))
      .slice(0, MOST_PLACES)
      .map((box) => ({
        code: 'doc-authenticity/pdf-hidden-text',
        outcome: 'failed',
        severity: 'warning',
        params: {},
        where: { page: index, box },
      }));
  });

function disagreeing(hidden: PaintedText, words: readonly TextWord[]): Box[] {
  const seen = wordAt(hidden.box, words);
  if (!seen || seen.confidence < SURE) return [];
  const [one, other] = [plain(hidden.text), plain(seen.text)];
  if (one.length < LONG_ENOUGH || other.length < LONG_ENOUGH || one === other) return [];
  const isNumber = /^\d+$/.test(one) && /^\d+$/.test(other);
  const differs = isNumber
    ? one.length === other.length && distance(one, other) >= 2
    : distance(one, other) > OTHER_WORD * Math.max(one.length, other.length);
  return differs ? [hidden.box] : [];
}

/** The word that was read at the same place, of about the same size. */
function wordAt(box: Box, words: readonly TextWord[]): TextWord | undefined {
  return words.find((word) => overlapArea(word.box, box) > 0.5 * Math.max(areaOf(word.box), areaOf(box)));
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** How many characters have to be changed, put in or left out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
