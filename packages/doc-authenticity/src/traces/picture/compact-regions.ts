import type { Box } from '@dossierkit/core';

/** Evidence for each cell of a grid over the picture. */
export interface EvidenceGrid {
  readonly columns: number;
  readonly rows: number;
  /** Positive speaks for, negative against. */
  readonly score: Float32Array;
  /** How many observations stand behind it. */
  readonly evidence: Float32Array;
}

export interface Region {
  /** In fractions of the grid. */
  readonly box: Box;
  readonly score: number;
  readonly evidence: number;
  readonly cells: number;
}

/** A region that is larger than this part of the picture is no patch in it. */
const MOST_PART = 0.35;
const MOST_REGIONS = 5;

/**
 * Connected places where the evidence of a neighbourhood (5 × 5 cells) speaks for it on the whole, the strongest first. What
 * single cells say by chance cancels out.
 */
export function compactRegions({ columns, rows, score, evidence }: EvidenceGrid): Region[] {
  const smooth = neighbourhoodSums(score, columns, rows);
  const seen = new Uint8Array(columns * rows);
  const regions: Region[] = [];
  for (let start = 0; start < smooth.length; start++) {
    if (seen[start] || (smooth[start] as number) <= 0) continue;
    const cells = flood(smooth, seen, start, columns);
    if (cells.length > columns * rows * MOST_PART) continue;
    const sum = (values: Float32Array): number =>
      cells.reduce((all, cell) => all + (values[cell] as number), 0);
    const box = boxOf(cells, columns, rows);
    regions.push({ box, score: sum(score), evidence: sum(evidence), cells: cells.length });
  }
  return regions.sort((a, b) => b.score - a.score).slice(0, MOST_REGIONS);
}

const REACH = 2;

function neighbourhoodSums(values: Float32Array, columns: number, rows: number): Float32Array {
  const across = new Float32Array(values.length);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let k = Math.max(0, x - REACH); k <= Math.min(columns - 1, x + REACH); k++)
        sum += values[y * columns + k] as number;
      across[y * columns + x] = sum;
    }
  const out = new Float32Array(values.length);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let k = Math.max(0, y - REACH); k <= Math.min(rows - 1, y + REACH); k++)
        sum += across[k * columns + x] as number;
      out[y * columns + x] = sum;
    }
  return out;
}

function flood(values: Float32Array, seen: Uint8Array, start: number, columns: number): number[] {
  const cells = [start];
  seen[start] = 1;
  for (let k = 0; k < cells.length; k++) {
    const cell = cells[k] as number;
    const x = cell % columns;
    const neighbours = [cell - columns, cell + columns];
    if (x > 0) neighbours.push(cell - 1);
    if (x < columns - 1) neighbours.push(cell + 1);
    for (const next of neighbours) {
      if (next < 0 || next >= values.length || seen[next] || (values[next] as number) <= 0) continue;
      seen[next] = 1;
      cells.push(next);
    }
  }
  return cells;
}

function boxOf(cells: readonly number[], columns: number, rows: number): Box {
  let [left, top, right, bottom] = [columns, rows, 0, 0];
  for (const cell of cells) {
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { x: left / columns, y: top / rows, width: (right - left) / columns, height: (bottom - top) / rows };
}
