import type { TextLine, TextWord } from '@dossierkit/core';
import { lineOf } from './text-layout.js';

/** A run of words as the engine gives it: a cell of a table, a line of a column. Boxes in fractions of the page. */
export interface OcrCell {
  readonly words: readonly TextWord[];
  /** How far its base line sinks from one side of the page to the other, in page heights. Absent for a few letters. */
  readonly slope?: number;
}

/** Two cells are on one line if they share this much of the lower one's height. */
const SHARED = 0.55;
/** What is so much higher than its neighbour is a title beside it. */
const HIGHER = 2;
/** Words may cover each other by this share of the narrower one: boxes of italics do. */
const COVER = 0.1;
/** Lines of one column follow each other at this many of their heights, or they are two columns' lines. */
const STEP = 2.2;

interface Row {
  readonly cells: OcrCell[];
  readonly top: number;
  readonly bottom: number;
}

/**
 * Puts cells that stand side by side into one line, also where the page lies a little askew, and the lines into the order in
 * which they are read: a column to its end before the one beside it.
 */
export function joinCells(cells: readonly OcrCell[]): TextLine[] {
  const slope = median(cells.flatMap((cell) => cell.slope ?? [])) ?? 0;
  const rows: Row[] = [];
  const level = cells
    .filter(({ words }) => words.length > 0)
    .map((cell) => ({ cells: [cell], ...extentOf(cell, slope) }))
    .sort((a, b) => a.top - b.top);
  for (const cell of level) {
    const at = rows.findLastIndex((row) => goesOn(row, cell));
    const row = rows[at];
    if (row) row.cells.push(...cell.cells);
    else rows.push(cell);
  }
  return inColumns(rows).map(({ cells: parts }) =>
    lineOf(parts.flatMap(({ words }) => words).sort((a, b) => a.box.x - b.box.x)),
  );
}

/** Where a cell stands on the levelled page: by its middle word, as a speck taken for a letter may lie anywhere. */
function extentOf({ words }: OcrCell, slope: number): { readonly top: number; readonly bottom: number } {
  const byBottom = words.toSorted((a, b) => a.box.y + a.box.height - b.box.y - b.box.height);
  const { x, y, width, height } = (byBottom[words.length >> 1] as TextWord).box;
  const sunk = slope * (x + width / 2);
  return { top: y - sunk, bottom: y + height - sunk };
}

function goesOn(row: Row, cell: Row): boolean {
  const [low, high] = [row.bottom - row.top, cell.bottom - cell.top].sort((a, b) => a - b) as [
    number,
    number,
  ];
  const shared = Math.min(row.bottom, cell.bottom) - Math.max(row.top, cell.top);
  if (shared < SHARED * low || high > HIGHER * low) return false;
  const words = row.cells.flatMap((part) => part.words);
  return cell.cells.every((part) => part.words.every((word) => words.every((other) => !cover(word, other))));
}

function cover({ box: a }: TextWord, { box: b }: TextWord): boolean {
  const common = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  return common > COVER * Math.min(a.width, b.width);
}

/** Rows from top to bottom become columns: a row goes below the last one that it stands under. */
function inColumns(rows: readonly Row[]): Row[] {
  const columns: Row[][] = [];
  for (const row of rows.toSorted((a, b) => a.top - b.top)) {
    const column = columns.findLast((open) => isUnder(open.at(-1) as Row, row));
    if (column) column.push(row);
    else columns.push([row]);
  }
  return columns.flat();
}

function isUnder(above: Row, row: Row): boolean {
  if (row.top - above.top > STEP * Math.max(above.bottom - above.top, row.bottom - row.top)) return false;
  const [a, b] = [spanOf(above), spanOf(row)];
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0;
}

function spanOf({ cells }: Row): { readonly left: number; readonly right: number } {
  const boxes = cells.flatMap(({ words }) => words.map(({ box }) => box));
  return {
    left: Math.min(...boxes.map(({ x }) => x)),
    right: Math.max(...boxes.map(({ x, width }) => x + width)),
  };
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
