import { type Box, boxAround, type Place } from '@dossierkit/core';
import type { Line, Reading, Word } from './reading.js';

/** A range of words: `first` to one before `end`. */
export interface Span {
  readonly first: number;
  readonly end: number;
}

/** Words of one line with no wide gap between them: a table cell, a line of a column. */
export interface Cell extends Span {
  readonly page: number;
  readonly line: number;
  readonly box: Box;
}

/** A line's folded text for scanning, and which word each character belongs to. */
export interface LineText {
  /** Words with one space between them, a tab where the gap is wide. */
  readonly text: string;
  /** The same, letter for letter, with what OCR takes for digits read as digits in words that are mostly digits. */
  readonly digits: string;
  /** Where each word begins. */
  readonly starts: readonly number[];
  readonly first: number;
}

/** A reading with what scanners need from it, computed once. */
export interface Scene extends Reading {
  readonly lineTexts: readonly LineText[];
  readonly cells: readonly Cell[];
  /** The cell of each word. */
  readonly cellOf: readonly number[];
}

/** A gap of this many line heights parts two cells. */
const WIDE_GAP = 1.3;

/** Prepares a reading for scanning. */
export function sceneOf(reading: Reading): Scene {
  const cells: Cell[] = [];
  const cellOf: number[] = [];
  const lineTexts = reading.lines.map((line, index) => {
    for (const cell of cellsOf(reading, line, index)) {
      for (let word = cell.first; word < cell.end; word++) cellOf[word] = cells.length;
      cells.push(cell);
    }
    return lineTextOf(reading, line, cellOf);
  });
  return { ...reading, lineTexts, cells, cellOf };
}

function cellsOf({ words }: Reading, line: Line, index: number): Cell[] {
  const cells: Cell[] = [];
  let first = line.first;
  for (let at = line.first + 1; at <= line.end; at++) {
    if (at < line.end && !isWideGap(words[at - 1] as Word, words[at] as Word)) continue;
    const box = boxAround(words.slice(first, at).map((word) => word.box)) as Box;
    cells.push({ first, end: at, page: line.page, line: index, box });
    first = at;
  }
  return cells;
}

/** Page heights and widths are different units; a page is taken to be about 1.4 times as high as wide. */
const HEIGHT_IN_WIDTHS = 1.4;

function isWideGap(left: Word, right: Word): boolean {
  const gap = right.box.x - (left.box.x + left.box.width);
  const [low, high] = [left, right].map(({ box }) => box.height).sort((a, b) => a - b) as [number, number];
  // A dash is low, so the higher one counts; but what is much higher than a word beside it is no letter.
  const isWord = [left, right].every(({ folded }) => /[a-z\d]/.test(folded));
  const height = isWord && high > MUCH_HIGHER * low ? low : high;
  return gap > WIDE_GAP * height * HEIGHT_IN_WIDTHS;
}

const MUCH_HIGHER = 2;

function lineTextOf({ words }: Reading, line: Line, cellOf: readonly number[]): LineText {
  let text = '';
  let digits = '';
  const starts: number[] = [];
  for (let at = line.first; at < line.end; at++) {
    const { folded } = words[at] as Word;
    const gap = at === line.first ? '' : cellOf[at] === cellOf[at - 1] ? ' ' : '\t';
    text += gap;
    digits += gap;
    starts.push(text.length);
    text += folded;
    digits += digitsOf(folded);
  }
  return { text, digits, starts, first: line.first };
}

const AS_DIGIT: Readonly<Record<string, string>> = {
  o: '0',
  l: '1',
  i: '1',
  '|': '1',
  s: '5',
  b: '8',
  z: '2',
};

/** Reads O as 0 and so on, in words that are digits for the greater part. */
export function digitsOf(folded: string): string {
  let count = 0;
  let foreign = 0;
  for (const char of folded) {
    if (char >= '0' && char <= '9') count++;
    else if (char in AS_DIGIT) foreign++;
    else if (char >= 'a' && char <= 'z') return folded;
  }
  if (foreign === 0 || count <= foreign) return folded;
  return folded.replace(/[olisbz|]/g, (char) => AS_DIGIT[char] as string);
}

/** The words that the characters `from` to `to` of a line's text belong to. */
export function spanOf({ starts, first }: LineText, from: number, to: number): Span {
  let begin = 0;
  while (begin + 1 < starts.length && (starts[begin + 1] as number) <= from) begin++;
  let end = begin + 1;
  while (end < starts.length && (starts[end] as number) < to) end++;
  return { first: first + begin, end: first + end };
}

/** Where a range of words stands; of a range over two pages, the part on the first. */
export function placeOf(scene: Reading, span: Span): Place & { readonly box: Box } {
  const page = scene.words[span.first]?.page ?? 0;
  const boxes: Box[] = [];
  for (let at = span.first; at < span.end; at++) {
    const word = scene.words[at];
    if (word && word.page === page) boxes.push(word.box);
  }
  return { page, box: inside(boxAround(boxes) ?? { x: 0, y: 0, width: 1, height: 1 }) };
}

/** Where several ranges of words on one page stand together. */
export function placeOfAll(scene: Reading, spans: readonly Span[]): Place & { readonly box: Box } {
  const places = spans.map((span) => placeOf(scene, span));
  const first = places[0] as Place & { readonly box: Box };
  return { page: first.page, box: inside(boxAround(places.map(({ box }) => box)) ?? first.box) };
}

/** Sums of fractions may pass 1 by a rounding error. */
function inside({ x, y, width, height }: Box): Box {
  return { x, y, width: Math.min(width, 1 - x), height: Math.min(height, 1 - y) };
}

/** The text of a range of words as it was read. */
export function rawOf(scene: Reading, span: Span): string {
  return scene.words
    .slice(span.first, span.end)
    .map((word) => word.text)
    .join(' ');
}

/** The reader's own confidence in a range of words: that of the least certain. */
export function readConfidence(scene: Reading, span: Span): number {
  let least = 1;
  for (let at = span.first; at < span.end; at++) {
    least = Math.min(least, scene.words[at]?.confidence ?? 1);
  }
  return least;
}
