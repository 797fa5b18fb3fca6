import type { MrzFormat, MrzLayout } from '../layout.js';
import { CLASSES, NONE, PITCH, WINDOW } from './glyph-net-shape.js';
import { at, type LineGeometry, sampleStrip } from './line-geometry.js';
import { gainOf } from './line-path.js';
import type { Pyramid } from './pyramid.js';
import { lookAtCells } from './read-line.js';

/**
 * Formats that differ in nothing but the length of their lines, where the first 28 characters of the second line have the
 * same check digits: a long visa read short is consistent, and one passport in ten is a consistent card.
 */
const LONGER_OR_SHORTER: Partial<Readonly<Record<MrzFormat, MrzFormat>>> = {
  'MRV-A': 'MRV-B',
  'MRV-B': 'MRV-A',
  TD3: 'TD2',
  TD2: 'TD3',
};
const SHORT = 36;
const LONG = 44;

/** What the cells of a line's last part score on average where they certainly are glyphs; 5 at most. */
const GLYPHS_FOR_CERTAIN = 1.5;
/** What the cells behind a line score where they certainly are none; -5 at least. */
const NOTHING_FOR_CERTAIN = -1.5;
/** How much contrast there is behind a line that ends, as a share of that in the line: paper, or a light pattern. */
const BARE = 0.4;
const NOT_PRINTED_ON = 0.7;

/**
 * The format that the zone has if its lines go on behind their end, or end sooner, where that is not clear to see: scratches,
 * glare or a dark pattern may hide the last eight fillers of both lines, or look like them.
 */
export function otherFormat(
  pyramid: Pyramid,
  { format, lengths }: MrzLayout,
  lines: readonly LineGeometry[],
): MrzFormat | undefined {
  const other = LONGER_OR_SHORTER[format];
  if (!other) return undefined;
  const tails = lines.map((line) => tailOf(pyramid, line));
  if (lengths[0] === LONG) return tails.every(({ mean }) => mean > GLYPHS_FOR_CERTAIN) ? undefined : other;
  const bareness = lines.map(
    (line) => contrast(pyramid, line, SHORT + 0.5, LONG - 0.5) / contrast(pyramid, line, 0, SHORT - 1),
  );
  const ends =
    lines.every((line) => isInside(pyramid, line, SHORT + 0.4)) &&
    tails.every(({ first, mean }) => first < 0 && mean < NOTHING_FOR_CERTAIN) &&
    bareness.some((share) => share < BARE) &&
    bareness.every((share) => share < NOT_PRINTED_ON);
  return ends ? undefined : other;
}

/** A picture that ends right behind the last character may have been cut there. */
function isInside({ full }: Pyramid, { x, y }: LineGeometry, t: number): boolean {
  const [px, py] = [at(x, t), at(y, t)];
  return px >= 0 && py >= 0 && px <= full.widthPx && py <= full.heightPx;
}

/** How much more likely, in nats, glyphs than none stand where long lines go on: on the first cell, and on all of them. */
function tailOf(pyramid: Pyramid, line: LineGeometry): { readonly first: number; readonly mean: number } {
  const { positions, logProbabilities } = lookAtCells(pyramid, line, SHORT, LONG - 1);
  const gain = (p: number): number => gainOf(logProbabilities[p * CLASSES + NONE] as number);
  let sum = 0;
  for (let p = 0; p < positions; p++) sum += gain(p);
  return { first: gain(0), mean: sum / positions };
}

/** The median of the cells' standard deviations of brightness, at the height of capitals. */
function contrast(pyramid: Pyramid, line: LineGeometry, from: number, to: number): number {
  const level = pyramid.levelFor(line);
  const { grey, width } = sampleStrip(level.grey, level.scaled(line), from, to);
  const deviations: number[] = [];
  for (let left = 0; left + PITCH <= (to - from) * PITCH; left += PITCH) {
    let sum = 0;
    let squares = 0;
    for (let y = MARGIN; y < WINDOW - MARGIN; y++) {
      for (let x = left; x < left + PITCH; x++) {
        const value = grey[y * width + x] as number;
        sum += value;
        squares += value * value;
      }
    }
    const count = (WINDOW - 2 * MARGIN) * PITCH;
    deviations.push(Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2)));
  }
  deviations.sort((a, b) => a - b);
  return deviations[deviations.length >> 1] ?? 0;
}

const MARGIN = 5;
