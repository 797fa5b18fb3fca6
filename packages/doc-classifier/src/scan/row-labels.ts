import type { PhraseHit } from '../text/phrase-index.js';
import type { Scene } from '../text/scene.js';

/** Rows are no phrases, so they have no number of their own. */
const NO_PHRASE = -1;

/**
 * Numbers that stand where a label would: the first word of a cell, with a dot or alone ("1. DUPONT", "4b 09.02.2033"). The dot
 * may be lost, but a bare number without a letter may be anything.
 *
 * @see Directive 2006/126/EC, annex I: the numbered fields of driving licences
 */
export function scanRowLabels(scene: Scene, rows: readonly string[]): PhraseHit[] {
  if (rows.length === 0) return [];
  return scene.cells.flatMap(({ first }) => {
    const text = scene.words[first]?.folded ?? '';
    const row = text.replace(/[.,:)]$/, '');
    const hasMark = row !== text;
    const isRow = rows.includes(row)
      ? hasMark || /[a-d]$/.test(row)
      : hasMark && rows.includes(withDigit(row));
    return isRow ? [{ phrase: NO_PHRASE, first, end: first + 1, cost: 0 }] : [];
  });
}

const AS_DIGIT: Readonly<Record<string, string>> = { d: '4', a: '4', l: '1', i: '1', z: '2', s: '5' };

/** "da." is how "4a." is misread. */
const withDigit = (row: string): string =>
  row.replace(/^[dalizs](?=[a-d]$)/, (letter) => AS_DIGIT[letter] ?? letter);
