import type { MrzLayout } from '../layout.js';
import { allowedAt } from './cells.js';
import type { LineScores } from './glyph-net.js';
import { CLASSES, GLYPHS } from './glyph-net-shape.js';
import { moved } from './line-geometry.js';
import type { Pyramid } from './pyramid.js';
import { lookAtCells, type ReadLine } from './read-line.js';

/** How much likelier, in nats, the whole line must be one cell further left or right. */
const DECISIVE = 1;

/**
 * Moves a line by one cell where its characters fit its format better there: at the edge of a picture or next to a
 * pattern, the first character is easily left out and something behind the last one taken in.
 */
export function realign(pyramid: Pyramid, layout: MrzLayout, index: number, read: ReadLine): ReadLine {
  const length = layout.lengths[index] as number;
  const scores = lookAtCells(pyramid, read.line, -1, length + 1);
  const costs = [-1, 0, 1].map((shift) => costOf(scores, layout, index, shift));
  const [left = 0, here = 0, right = 0] = costs;
  if (here <= Math.min(left, right) + DECISIVE) return read;
  const shift = left < right ? -1 : 1;
  const glyphs = new Float32Array(read.glyphs.length);
  for (let cell = 0; cell < length; cell++) {
    const from = (cell + 1 + shift) * CLASSES;
    glyphs.set(scores.logProbabilities.subarray(from, from + GLYPHS.length), cell * GLYPHS.length);
  }
  const { x, y, cap } = read.line;
  return { line: { x: moved(x, shift, 1), y: moved(y, shift, 1), cap }, score: read.score, glyphs };
}

/** How unlikely, in nats, the likeliest allowed characters are, if cell 0 is `shift` cells further. */
function costOf({ logProbabilities }: LineScores, layout: MrzLayout, index: number, shift: number): number {
  const length = layout.lengths[index] as number;
  let cost = 0;
  for (let cell = 0; cell < length; cell++) {
    let best = Number.NEGATIVE_INFINITY;
    for (const glyph of allowedAt(layout, index, cell)) {
      const log = logProbabilities[(cell + 1 + shift) * CLASSES + GLYPHS.indexOf(glyph)] as number;
      if (log > best) best = log;
    }
    cost -= best;
  }
  return cost;
}
