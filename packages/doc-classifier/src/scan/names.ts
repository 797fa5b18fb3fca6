import type { PhraseHit } from '../text/phrase-index.js';
import { type Cell, rawOf, type Scene, type Span } from '../text/scene.js';
import type { Candidate } from './candidate.js';

const TITLES = new Set(
  'm mm mr mrs ms miss mme mlle monsieur madame mademoiselle ou et herr herrn frau dr prof titulaire nom name'.split(
    ' ',
  ),
);
/** What stands beside the label of a person in the head of a table. */
const COLUMN_HEADS = new Set(['total', 'montant', 'ensemble', 'betrag', 'summe', 'gesamt', 'amount']);
const MAX_WORDS = 9;

/**
 * Names have no form of their own: what stands beside a label, or else under it, is one if it looks like one. Only labels
 * that begin a cell count: in a sentence "name" is no label. `labelWords` are words of labels, which are never names.
 */
export function scanNames(
  scene: Scene,
  labels: readonly PhraseHit[],
  type: 'person' | 'company' | 'text',
  labelWords: ReadonlySet<number>,
): Candidate<string>[] {
  return labels.flatMap((label) => {
    if (!beginsCell(scene, label)) return [];
    const beside = besideOf(scene, label, labelWords);
    const named = beside && nameIn(scene, beside, type, labelWords);
    if (named) return [named];
    const under = cellUnder(scene, label, labelWords);
    const lower = under && nameIn(scene, under, type, labelWords);
    return lower ? [lower] : [];
  });
}

/** Whether nothing but a number ("1.") or a mark stands before the label in its cell. */
function beginsCell(scene: Scene, { first }: Span): boolean {
  const begin = scene.cells[scene.cellOf[first] as number]?.first ?? first;
  for (let at = begin; at < first; at++) if (/\p{L}/u.test(scene.words[at]?.text ?? '')) return false;
  return true;
}

/** The rest of the label's cell, else the next cell on its line. */
function besideOf(scene: Scene, label: PhraseHit, labelWords: ReadonlySet<number>): Span | undefined {
  const cell = scene.cells[scene.cellOf[label.end - 1] ?? -1];
  if (!cell) return undefined;
  for (let first = label.end; first < cell.end; first++) {
    if (!labelWords.has(first) && /[\p{L}\d]/u.test(scene.words[first]?.text ?? '')) {
      return { first, end: cell.end };
    }
  }
  const next = scene.cells[(scene.cellOf[label.end - 1] as number) + 1];
  return next && next.line === cell.line && !labelWords.has(next.first) ? next : undefined;
}

function cellUnder(scene: Scene, label: PhraseHit, labelWords: ReadonlySet<number>): Cell | undefined {
  const at = scene.cellOf[label.first];
  const from = at === undefined ? undefined : scene.cells[at];
  const word = scene.words[label.first];
  if (!from || !word || at === undefined) return undefined;
  for (let next = at + 1; next < scene.cells.length; next++) {
    const cell = scene.cells[next] as Cell;
    if (cell.page !== from.page) return undefined;
    const step = cell.box.y - word.box.y;
    if (step > 4 * Math.max(word.box.height, cell.box.height)) return undefined;
    if (step < 0.5 * word.box.height) continue;
    const overlap =
      Math.min(cell.box.x + cell.box.width, from.box.x + from.box.width) - Math.max(cell.box.x, word.box.x);
    if (overlap > 0 || Math.abs(cell.box.x - word.box.x) < 0.02) {
      return labelWords.has(cell.first) ? undefined : cell;
    }
  }
  return undefined;
}

function nameIn(
  scene: Scene,
  span: Span,
  type: 'person' | 'company' | 'text',
  labelWords: ReadonlySet<number>,
): Candidate<string> | undefined {
  let { first } = span;
  let { end } = span;
  if (type === 'person') {
    while (first < end && isTitle(scene.words[first]?.folded ?? '')) first++;
    let stop = first;
    while (stop < end && !labelWords.has(stop) && isNameWord(scene.words[stop]?.text ?? '')) stop++;
    end = stop;
  }
  end = Math.min(end, first + (type === 'person' ? 6 : MAX_WORDS));
  if (end <= first) return undefined;
  const value = clean(rawOf(scene, { first, end }));
  if (type === 'person' && COLUMN_HEADS.has(value.toLowerCase())) return undefined;
  const letters = value.replace(/[^\p{L}]/gu, '').length;
  if (letters < 2 || (type !== 'text' && letters * 2 < value.length)) return undefined;
  // A label in turn ("Name: Vorname:") is no name.
  if (rawOf(scene, { first, end }).endsWith(':')) return undefined;
  return { first, end, value, certainty: 0.9 };
}

const isTitle = (folded: string): boolean =>
  TITLES.has(folded.replace(/[^a-z]/g, '')) || !/[a-z\d]/.test(folded);

function isNameWord(text: string): boolean {
  return /^[\p{L}][\p{L}\p{M}'’.\-‐‑–]*,?$/u.test(text);
}

function clean(text: string): string {
  return text.replace(/^[\s:;,.\-–—*]+|[\s:;,\-–—*]+$/gu, '').replace(/\s+/g, ' ');
}
