import type { Point } from '@dossierkit/core';
import type { Gradients, GreyRaster, Quad } from '@dossierkit/doc-raster';
import type { Candidate } from './find-page.js';
import type { HoughVotes } from './hough-lines.js';
import { areaOf, cornersOf, inside, plausible, type SideLines, supportOf } from './outline.js';

/** Two pages in what was first taken for the outline of one. */
export interface SplitPages {
  readonly larger: Quad;
  readonly smaller: Quad;
}

/** How much of the edges along the gap must be seen. */
const MIN_SUPPORT = 0.7;
/** Less than this part of the whole is not another page but a strip of one. */
const MIN_PART = 0.25;
/** The gap's tone must lie this far from the pages' towards that of the ground around them. */
const MIN_TONE = 0.5;
/** … and at least this many grey values: a fold in a letter is a little darker, too. */
const MIN_DIFFERENCE = 20;
/** The least width of the gap, in pixels of the small picture; a fold or a rule has hardly any. */
const MIN_GAP_PX = 2;

/**
 * Looks for a gap across an outline, through which the ground shows: two pages that lie side by side or one above the
 * other have an outline in common.
 */
export function splitPages(
  small: GreyRaster,
  field: Gradients,
  votes: HoughVotes,
  { corners, lines, polarity }: Candidate,
): SplitPages | undefined {
  // A page that is cut off has a side on the border; what lies across it is print.
  if (lines.some(({ votes: seen }) => seen === 0)) return undefined;
  const [top, right, bottom, left] = lines;
  const whole = areaOf(corners);
  // The first page ends at `end`, the second begins at `begin`.
  for (const upright of [true, false]) {
    for (const end of votes.lines(upright ? 270 : 180, polarity)) {
      for (const begin of votes.lines(upright ? 90 : 0, polarity)) {
        const first: SideLines = upright ? [top, right, end, left] : [top, end, bottom, left];
        const second: SideLines = upright ? [begin, right, bottom, left] : [top, right, bottom, begin];
        const pages = [first, second].map((sides) => pageWithin(sides, whole));
        const [a, b] = pages;
        if (!a || !b || gapOf(a, b, upright) < MIN_GAP_PX) continue;
        const endSeen = supportOf(field, a, first, upright ? 2 : 1, polarity);
        const beginSeen = supportOf(field, b, second, upright ? 0 : 3, polarity);
        if (Math.min(endSeen, beginSeen) < MIN_SUPPORT) continue;
        if (!groundBetween(small, a, b, corners, upright)) continue;
        return areaOf(a) >= areaOf(b) ? { larger: a, smaller: b } : { larger: b, smaller: a };
      }
    }
  }
  return undefined;
}

function pageWithin(lines: SideLines, whole: number): Quad | undefined {
  const corners = cornersOf(lines);
  if (!corners || !inside(corners, lines) || !plausible(corners)) return undefined;
  return areaOf(corners) >= whole * MIN_PART ? corners : undefined;
}

/** How far the first page's end is from the second one's beginning, where they are nearest. */
function gapOf(a: Quad, b: Quad, upright: boolean): number {
  return upright ? Math.min(b[0].y - a[3].y, b[1].y - a[2].y) : Math.min(b[0].x - a[1].x, b[3].x - a[2].x);
}

/**
 * Whether the ground shows between two pages, along all of the gap and at both its ends: a dark bar that is printed on a
 * page ends at its margins.
 */
function groundBetween(small: GreyRaster, a: Quad, b: Quad, outline: Quad, upright: boolean): boolean {
  const [from, to] = upright
    ? [middle(a[3], b[0]), middle(a[2], b[1])]
    : [middle(a[1], b[0]), middle(a[2], b[3])];
  const paper = [a, b].flatMap((page) =>
    tonesAlong(small, middle(page[0], page[3]), middle(page[1], page[2]), PAPER),
  );
  const ground = outline.flatMap((corner, k) => {
    const [next, opposite] = [outline[(k + 1) & 3] as Point, outline[(k + 2) & 3] as Point];
    return tonesAlong(small, beyond(corner, outline[(k + 3) & 3] as Point), beyond(next, opposite), PAPER);
  });
  if (ground.length === 0) return false;
  const [on, around] = [median(paper), median(ground)];
  const least = Math.max(MIN_DIFFERENCE, MIN_TONE * Math.abs(on - around));
  return GAP.every((stretch) => {
    const gap = tonesAlong(small, from, to, stretch);
    return gap.length > 0 && (on - median(gap)) * Math.sign(on - around) > least;
  });
}

/** Stretches of a line: from, to. */
type Stretch = readonly [number, number];
const PAPER: Stretch = [0.08, 0.92];
const GAP: readonly Stretch[] = [
  [0.015, 0.05],
  [0.08, 0.92],
  [0.95, 0.985],
];

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** A little further out than `a`, seen from `b`. */
const beyond = (a: Point, b: Point): Point => ({ x: a.x + (a.x - b.x) * 0.03, y: a.y + (a.y - b.y) * 0.03 });

/** What is seen along a stretch of a line; outside the picture nothing. */
function tonesAlong(
  { widthPx, heightPx, data }: GreyRaster,
  from: Point,
  to: Point,
  [first, last]: Stretch,
): number[] {
  const tones: number[] = [];
  const steps = Math.max(2, Math.round((last - first) * 24));
  for (let k = 0; k <= steps; k++) {
    const t = first + ((last - first) * k) / steps;
    const x = Math.floor(from.x + (to.x - from.x) * t);
    const y = Math.floor(from.y + (to.y - from.y) * t);
    if (x >= 0 && y >= 0 && x < widthPx && y < heightPx) tones.push(data[y * widthPx + x] as number);
  }
  return tones;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;
