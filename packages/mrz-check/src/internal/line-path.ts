import { type LineScores, STRIDE } from './glyph-net.js';
import { CLASSES, NONE, PITCH } from './glyph-net-shape.js';

/** The cells of one line as they lie best. */
export interface LinePath {
  /** How much more likely glyphs than gaps stand on these cells; grows with every glyph. */
  readonly score: number;
  /** The window of each cell. */
  readonly positions: Int16Array;
}

const PER_CELL = PITCH / STRIDE;
/** What one window may count at most, for or against a glyph: nothing is quite certain. */
const MOST = 5;
const UNEVEN = 0.8;

/** The best places for exactly `length` cells, for each of the wanted lengths: dynamic programming over the windows. */
export function findPaths(
  { positions, logProbabilities }: LineScores,
  lengths: readonly number[],
): Map<number, LinePath> {
  const gains = new Float32Array(positions);
  for (let p = 0; p < positions; p++) gains[p] = gainOf(logProbabilities[p * CLASSES + NONE] as number);
  const longest = Math.max(...lengths);
  const cameFrom = new Int8Array(positions * longest);
  const paths = new Map<number, LinePath>();
  let scores = gains.slice();
  for (let cell = 0; cell < longest; cell++) {
    if (cell > 0)
      scores = advance(scores, gains, cameFrom.subarray(cell * positions, (cell + 1) * positions));
    if (!lengths.includes(cell + 1)) continue;
    let best = 0;
    for (let p = 1; p < positions; p++) if ((scores[p] as number) > (scores[best] as number)) best = p;
    const score = scores[best] as number;
    if (Number.isFinite(score))
      paths.set(cell + 1, { score, positions: traceBack(cameFrom, positions, cell, best) });
  }
  return paths;
}

/** The best run of cells where the windows are one cell apart already, for each of the wanted lengths. */
export function findRuns(
  { positions, logProbabilities }: LineScores,
  lengths: readonly number[],
): Map<number, LinePath> {
  const sums = new Float64Array(positions + 1);
  for (let p = 0; p < positions; p++) {
    sums[p + 1] = (sums[p] as number) + gainOf(logProbabilities[p * CLASSES + NONE] as number);
  }
  const runs = new Map<number, LinePath>();
  for (const length of lengths) {
    let score = Number.NEGATIVE_INFINITY;
    let start = 0;
    for (let p = 0; p + length <= positions; p++) {
      const sum = (sums[p + length] as number) - (sums[p] as number);
      if (sum <= score) continue;
      score = sum;
      start = p;
    }
    if (score > Number.NEGATIVE_INFINITY) {
      runs.set(length, { score, positions: Int16Array.from({ length }, (_, cell) => start + cell) });
    }
  }
  return runs;
}

/** One cell further: the pitch is four windows, give or take one. */
function advance(before: Float32Array, gains: Float32Array, cameFrom: Int8Array): Float32Array<ArrayBuffer> {
  const after = new Float32Array(before.length).fill(Number.NEGATIVE_INFINITY);
  for (let p = PER_CELL - 1; p < before.length; p++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let step = PER_CELL - 1; step <= PER_CELL + 1; step++) {
      const from = p - step;
      if (from < 0) continue;
      const score = (before[from] as number) - (step === PER_CELL ? 0 : UNEVEN);
      if (score > best) {
        best = score;
        cameFrom[p] = step;
      }
    }
    after[p] = best + (gains[p] as number);
  }
  return after;
}

function traceBack(cameFrom: Int8Array, positions: number, last: number, end: number): Int16Array {
  const path = new Int16Array(last + 1);
  let p = end;
  for (let cell = last; cell >= 0; cell--) {
    path[cell] = p;
    p -= cameFrom[cell * positions + p] as number;
  }
  return path;
}

/** The logarithm of the odds that a glyph is centred here. */
export function gainOf(logNone: number): number {
  const none = Math.exp(logNone);
  const gain = Math.log(Math.max(1e-4, 1 - none)) - Math.max(-9, logNone);
  return gain > MOST ? MOST : gain < -MOST ? -MOST : gain;
}
