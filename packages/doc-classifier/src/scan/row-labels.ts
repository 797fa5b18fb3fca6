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
    const marked = row !== text || /[a-d]$/.test(row);
    return marked && rows.includes(row) ? [{ phrase: NO_PHRASE, first, end: first + 1, cost: 0 }] : [];
  });
}
