import { fit } from './find-chains.js';
import { type LineScores, STRIDE, scoreLine } from './glyph-net.js';
import { CAP, CLASSES, GLYPHS, PITCH, WINDOW } from './glyph-net-shape.js';
import { at, type LineGeometry, normalised, type Quadratic, sampleStrip } from './line-geometry.js';
import { findPaths, findRuns, type LinePath } from './line-path.js';
import type { Pyramid } from './pyramid.js';

/** One line as it was read, for one possible length. */
export interface ReadLine {
  /** Cell 0 is the first character. */
  readonly line: LineGeometry;
  /** How much more likely glyphs than gaps stand here. */
  readonly score: number;
  /** Natural logarithms of the probabilities of the glyphs, `GLYPHS.length` a cell. */
  readonly glyphs: Float32Array;
}

const GLYPH_COUNT = GLYPHS.length;

/** What a run of cells scores on average where the line's pitch and phase are right. */
const CLEAR_RUN = 4;
/** What it scores at least where only the phase may be wrong. */
const HOPEFUL_RUN = -1;

/**
 * Reads cells `from` to `to` of a line, as if it had each of these lengths: exactly at the line's cells where that gives a
 * clear run, else wherever the cells lie best.
 */
export function readLine(
  pyramid: Pyramid,
  line: LineGeometry,
  from: number,
  to: number,
  lengths: readonly number[],
): Map<number, ReadLine> {
  const atCells = lookAtCells(pyramid, line, from, to);
  const runs = findRuns(atCells, lengths);
  for (const [length, run] of runs) {
    if (run.score >= CLEAR_RUN * length) return readsOf(atCells, runs, line, (p) => from + p);
  }
  if (![...runs].some(([length, run]) => run.score >= HOPEFUL_RUN * length)) return new Map();
  const level = pyramid.levelFor(line);
  const strip = sampleStrip(level.grey, level.scaled(line), from, to);
  const scores = scoreLine(normalised(strip), strip.width);
  return readsOf(scores, findPaths(scores, lengths), line, (p) => from + (p * STRIDE + WINDOW / 2) / PITCH);
}

/** The scores of the windows at cells `from`, `from + 1`, … up to `to`. */
export function lookAtCells(pyramid: Pyramid, line: LineGeometry, from: number, to: number): LineScores {
  const level = pyramid.levelFor(line);
  const before = WINDOW / 2 / PITCH;
  const strip = sampleStrip(level.grey, level.scaled(line), from - before, to + before);
  return scoreLine(normalised(strip), strip.width, PITCH / STRIDE);
}

function readsOf(
  scores: LineScores,
  paths: ReadonlyMap<number, LinePath>,
  line: LineGeometry,
  cellOf: (position: number) => number,
): Map<number, ReadLine> {
  const found = new Map<number, ReadLine>();
  for (const [length, path] of paths) {
    const glyphs = new Float32Array(length * GLYPH_COUNT);
    path.positions.forEach((p, cell) => {
      glyphs.set(
        scores.logProbabilities.subarray(p * CLASSES, p * CLASSES + GLYPH_COUNT),
        cell * GLYPH_COUNT,
      );
    });
    const places = Array.from(path.positions, (p, cell) => ({ cell, t: cellOf(p) }));
    found.set(length, {
      line: resettled(
        line,
        fit(places, (place) => place.t, 2),
      ),
      score: path.score,
      glyphs,
    });
  }
  return found;
}

/** The line whose cell `k` lies where cell `along(k)` of the old one did. */
function resettled(line: LineGeometry, along: Quadratic): LineGeometry {
  const [a, b] = along;
  const through = (q: Quadratic): Quadratic => [at(q, a), (q[1] + 2 * q[2] * a) * b, q[2] * b * b];
  return { x: through(line.x), y: through(line.y), cap: line.cap };
}

/** Looks once more at the cells, as `line` has them, and takes the mean of both looks. */
export function lookAgain(pyramid: Pyramid, read: ReadLine, line: LineGeometry): ReadLine {
  const length = read.glyphs.length / GLYPH_COUNT;
  const { logProbabilities } = lookAtCells(pyramid, line, 0, length);
  const glyphs = new Float32Array(read.glyphs.length);
  for (let cell = 0; cell < length; cell++) {
    for (let g = 0; g < GLYPH_COUNT; g++) {
      const i = cell * GLYPH_COUNT + g;
      glyphs[i] = ((logProbabilities[cell * CLASSES + g] as number) + (read.glyphs[i] as number)) / 2;
    }
  }
  return { line, score: read.score, glyphs };
}

const TALL = 41;

/**
 * Measures where between its neighbours the line really lies and how high its capitals are, from where the ink changes
 * most along the line.
 *
 * @returns the corrected line, or the same where nothing stands out
 */
export function settleHeight(pyramid: Pyramid, line: LineGeometry, from: number, to: number): LineGeometry {
  const level = pyramid.levelFor(line);
  const strip = sampleStrip(level.grey, level.scaled(line), from, to, TALL);
  const energy = rowEnergy(strip.grey, strip.width, TALL);
  const band = bandAround(energy, TALL >> 1);
  if (!band) return line;
  const rowPx = line.cap / CAP;
  const middle = (band.top + band.bottom) / 2 - TALL / 2;
  const cap = ((band.bottom - band.top) * rowPx) / 1.06; // digits stand out a little
  const length = Math.hypot(line.x[1], line.y[1]) || 1;
  const down = middle * rowPx;
  return {
    x: [line.x[0] - (line.y[1] / length) * down, line.x[1], line.x[2]],
    y: [line.y[0] + (line.x[1] / length) * down, line.y[1], line.y[2]],
    cap: Math.min(line.cap * 1.35, Math.max(line.cap * 0.65, cap)),
  };
}

/** How much the brightness changes along each row. */
export function rowEnergy(grey: Float32Array, width: number, rows: number): Float32Array {
  const energy = new Float32Array(rows);
  for (let y = 0; y < rows; y++) {
    let sum = 0;
    for (let i = y * width + 2; i < (y + 1) * width; i++)
      sum += Math.abs((grey[i] as number) - (grey[i - 2] as number));
    energy[y] = sum / width;
  }
  return energy;
}

/** The rows around `middle` whose energy is above half of the way from the quietest to the liveliest row nearby. */
export function bandAround(
  energy: Float32Array,
  middle: number,
): { readonly top: number; readonly bottom: number } | undefined {
  const near = energy.subarray(Math.max(0, middle - 16), middle + 17);
  const sorted = Float32Array.from(near).sort();
  const quiet = sorted[3] as number;
  const lively = sorted[Math.floor(sorted.length * 0.85)] as number;
  const limit = quiet + (lively - quiet) * 0.45;
  if (lively < quiet * 1.3 + 1) return undefined;
  let start = middle;
  for (let by = 0; by <= 6; by++) {
    const hit = [middle - by, middle + by].find((row) => (energy[row] ?? 0) > limit);
    if (hit !== undefined) {
      start = hit;
      break;
    }
  }
  if ((energy[start] as number) <= limit) return undefined;
  let top = start;
  while (top > 0 && (energy[top - 1] as number) > limit) top--;
  let bottom = start;
  while (bottom < energy.length - 1 && (energy[bottom + 1] as number) > limit) bottom++;
  const edge = (inside: number, outside: number): number => {
    const a = energy[inside] as number;
    const b = energy[outside] ?? 0;
    return a === b ? 0 : Math.min(1, Math.max(0, (a - limit) / (a - b)));
  };
  return { top: top + 0.5 - edge(top, top - 1), bottom: bottom + 0.5 + edge(bottom, bottom + 1) };
}
