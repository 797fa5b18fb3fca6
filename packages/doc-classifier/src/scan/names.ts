import type { Box } from '@dossierkit/core';
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

/** Whether nothing but a number ("1."), a mark or something illegible stands before the label in its cell. */
function beginsCell(scene: Scene, { first }: Span): boolean {
  const begin = scene.cells[scene.cellOf[first] as number]?.first ?? first;
  return scene.words
    .slice(begin, first)
    .every(({ text, confidence }) => confidence < LEGIBLE || !/\p{L}/u.test(text));
}

/** OCR makes letters of pictures and ornaments beside the text, with less confidence than this. */
const LEGIBLE = 0.5;

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

/** The nearest cell in the label's column; readers do not always give lines from top to bottom. */
function cellUnder(scene: Scene, label: PhraseHit, labelWords: ReadonlySet<number>): Cell | undefined {
  const from = scene.cells[scene.cellOf[label.first] ?? -1];
  const word = scene.words[label.first];
  if (!from || !word) return undefined;
  let nearest: Cell | undefined;
  for (const cell of scene.cells) {
    if (cell.page !== from.page || !isUnder(from, word.box, cell)) continue;
    // Cells of one line may differ by a little: the first of them counts.
    if (!nearest || cell.box.y < nearest.box.y - 0.5 * cell.box.height) nearest = cell;
  }
  return nearest && !labelWords.has(nearest.first) ? nearest : undefined;
}

function isUnder(from: Cell, label: Box, { box }: Cell): boolean {
  const step = box.y - label.y;
  if (step > 4 * Math.max(label.height, box.height) || step < 0.5 * label.height) return false;
  const overlap = Math.min(box.x + box.width, from.box.x + from.box.width) - Math.max(box.x, label.x);
  return overlap > 0 || Math.abs(box.x - label.x) < 0.02;
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
