import { fit } from './fit.js';
import { type LineScores, STRIDE, scoreLine } from './glyph-net.js';
import { CLASSES, GLYPHS, NONE, PITCH, WINDOW } from './glyph-net-shape.js';
import { at, type Cubic, type LineGeometry, moved, normalised, sampleStrip } from './line-geometry.js';
import { findPaths, findRuns, type LinePath } from './line-path.js';
import type { Pyramid } from './pyramid.js';
import { sharpenStrip } from './sharpen-strip.js';

/** One line as it was read, for one possible length. */
export interface ReadLine {
  /** Cell 0 is the first character. */
  readonly line: LineGeometry;
  /** How much more likely glyphs than gaps stand here, less how unclear they are; about 5 a cell at best. */
  readonly score: number;
  /** Natural logarithms of the probabilities of the glyphs, `GLYPHS.length` a cell. */
  readonly glyphs: Float32Array;
}

const GLYPH_COUNT = GLYPHS.length;

/** What a run of cells scores on average where the line's pitch and phase are right. */
const CLEAR_RUN = 4;
/** What it scores at least where only the phase may be wrong. */
const HOPEFUL_RUN = 1;

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
  const cellOf = (p: number): number => from + (p * STRIDE + WINDOW / 2) / PITCH;
  blankOutside(scores, pyramid, line, cellOf);
  return readsOf(scores, findPaths(scores, lengths), line, cellOf);
}

/** The scores of the windows at cells `from`, `from + 1`, … up to `to`; `sharpening` as in {@link sharpenStrip}. */
export function lookAtCells(
  pyramid: Pyramid,
  line: LineGeometry,
  from: number,
  to: number,
  sharpening: number = 0,
): LineScores {
  const level = pyramid.levelFor(line);
  const before = WINDOW / 2 / PITCH;
  const strip = sampleStrip(level.grey, level.scaled(line), from - before, to + before);
  const sharp = sharpening === 0 ? strip : sharpenStrip(strip, sharpening);
  const scores = scoreLine(normalised(sharp), strip.width, PITCH / STRIDE);
  blankOutside(scores, pyramid, line, (p) => from + p);
  return scores;
}

/** Beyond the picture's edge there are no glyphs, whatever the repeated edge looks like. */
function blankOutside(
  { positions, logProbabilities }: LineScores,
  { full }: Pyramid,
  line: LineGeometry,
  cellOf: (position: number) => number,
): void {
  for (let p = 0; p < positions; p++) {
    const x = at(line.x, cellOf(p));
    const y = at(line.y, cellOf(p));
    if (x >= 0 && y >= 0 && x <= full.widthPx && y <= full.heightPx) continue;
    logProbabilities.fill(-12, p * CLASSES, (p + 1) * CLASSES);
    logProbabilities[p * CLASSES + NONE] = 0;
  }
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
    let clarity = 0;
    path.positions.forEach((p, cell) => {
      const own = scores.logProbabilities.subarray(p * CLASSES, p * CLASSES + GLYPH_COUNT);
      glyphs.set(own, cell * GLYPH_COUNT);
      clarity += own.reduce((a, b) => Math.max(a, b));
    });
    const places = Array.from(path.positions, (p, cell) => ({ cell, t: cellOf(p) }));
    found.set(length, {
      line: resettled(
        line,
        fit(places, (place) => place.t, 2),
      ),
      score: path.score + clarity,
      glyphs,
    });
  }
  return found;
}

/** The line whose cell `k` lies where cell `start + step k` of the old one did. */
function resettled({ x, y, cap }: LineGeometry, [start, step]: Cubic): LineGeometry {
  return { x: moved(x, start, step), y: moved(y, start, step), cap };
}

/** Where else to look, in cells along the line and in the height of capitals: the mean of several looks errs less. */
const LOOKS: readonly { readonly along: number; readonly cap: number }[] = [
  { along: 0, cap: 1 },
  { along: 0.05, cap: 1.07 },
  { along: -0.05, cap: 0.95 },
];

/**
 * Looks several times more at the cells, as `line` has them, and takes the mean of all looks; where the line is sharpened
 * for them, without the look that it was read with.
 */
export function lookAgain(
  pyramid: Pyramid,
  read: ReadLine,
  line: LineGeometry,
  sharpening: number = 0,
): ReadLine {
  const length = read.glyphs.length / GLYPH_COUNT;
  const own = sharpening === 0 ? 1 : 0;
  const glyphs = read.glyphs.map((log) => (own * log) / (LOOKS.length + own));
  for (const { along, cap } of LOOKS) {
    const { logProbabilities } = lookAtCells(pyramid, nudged(line, along, cap), 0, length, sharpening);
    for (let cell = 0; cell < length; cell++) {
      for (let g = 0; g < GLYPH_COUNT; g++) {
        const log = logProbabilities[cell * CLASSES + g] as number;
        glyphs[cell * GLYPH_COUNT + g] =
          (glyphs[cell * GLYPH_COUNT + g] as number) + log / (LOOKS.length + own);
      }
    }
  }
  return { line, score: read.score, glyphs };
}

const nudged = (line: LineGeometry, along: number, cap: number): LineGeometry => ({
  x: moved(line.x, along, 1),
  y: moved(line.y, along, 1),
  cap: line.cap * cap,
});
