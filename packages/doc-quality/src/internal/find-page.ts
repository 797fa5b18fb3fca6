import type { Point } from '@dossierkit/core';
import {
  boxMean,
  type Gradients,
  type GreyRaster,
  type Quad,
  resizeToFit,
  sobel,
} from '@dossierkit/doc-raster';
import { type EdgeLine, HoughVotes } from './hough-lines.js';

/** A page in a picture: its corners in fractions of the picture, and how much of its outline was seen, 0 to 1. */
export interface FoundPage {
  readonly corners: Quad;
  readonly support: number;
}

/** The outline of a page is long and straight: it shows in a small picture, in which print has blurred away. */
const SMALL_SIDE_PX = 256;
const LINES_PER_SIDE = 4;
/** How much of the outline must be seen. */
const MIN_SUPPORT = 0.62;
/** A side that lies on the picture's border counts less than one that is seen, and more than one that is not. */
const BORDER_SUPPORT = 0.6;
/** With so much of a bright page's outline seen, no dark one is looked for. */
const CERTAIN = 0.92;
/** Less of the picture than this is no page. */
const MIN_SHARE = 0.03;

/**
 * Finds the outline of a page that lies on something: four lines, each with the page's tone on its inner side, that
 * together have the best support. Nothing is found where the page fills the picture.
 */
export function findPage(grey: GreyRaster): FoundPage | undefined {
  const small = boxMean(resizeToFit(grey, SMALL_SIDE_PX), 1);
  if (Math.min(small.widthPx, small.heightPx) < 48) return undefined;
  const field = sobel(small);
  const votes = new HoughVotes(field);
  const brighter = bestQuad(field, votes, 1);
  // Paper is nearly always the brighter of the two.
  const darker = brighter && brighter.support >= CERTAIN ? undefined : bestQuad(field, votes, -1);
  const best = !darker || (brighter && brighter.score >= darker.score * 0.92) ? brighter : darker;
  if (!best || best.support < MIN_SUPPORT) return undefined;
  const { widthPx, heightPx } = small;
  const corners = best.corners.map(({ x, y }) => ({ x: x / widthPx, y: y / heightPx })) as unknown as Quad;
  return { corners, support: best.support };
}

interface Candidate {
  readonly corners: Quad;
  readonly support: number;
  readonly score: number;
}

/** `polarity` 1: the page is brighter than what it lies on. */
function bestQuad(field: Gradients, votes: HoughVotes, polarity: 1 | -1): Candidate | undefined {
  const toward = (degrees: number): EdgeLine[] => [
    ...votes.lines(degrees, polarity, LINES_PER_SIDE),
    borderLine(field, degrees),
  ];
  const [tops, rights, bottoms, lefts] = [toward(90), toward(180), toward(270), toward(0)];
  let best: Candidate | undefined;
  for (const top of tops) {
    for (const bottom of bottoms) {
      for (const left of lefts) {
        for (const right of rights) {
          const candidate = quadOf(field, [top, right, bottom, left], polarity, best?.score ?? 0);
          if (candidate) best = candidate;
        }
      }
    }
  }
  return best;
}

/** The border of the picture itself, for a page that runs over it. No edge votes for it. */
function borderLine({ widthPx, heightPx }: Gradients, degrees: number): EdgeLine {
  if (degrees === 0) return { nx: 1, ny: 0, distance: 0, votes: 0 };
  if (degrees === 90) return { nx: 0, ny: 1, distance: 0, votes: 0 };
  if (degrees === 180) return { nx: -1, ny: 0, distance: -widthPx, votes: 0 };
  return { nx: 0, ny: -1, distance: -heightPx, votes: 0 };
}

function quadOf(
  field: Gradients,
  lines: readonly [EdgeLine, EdgeLine, EdgeLine, EdgeLine],
  polarity: 1 | -1,
  beat: number,
): Candidate | undefined {
  const [top, right, bottom, left] = lines;
  const corners: Crossings = [
    crossing(top, left),
    crossing(top, right),
    crossing(bottom, right),
    crossing(bottom, left),
  ];
  if (!isQuad(corners)) return undefined;
  const { widthPx, heightPx } = field;
  const slack = 2;
  if (lines.filter(({ votes }) => votes === 0).length > 1) return undefined;
  if (corners.some(({ x, y }) => x < -slack || y < -slack || x > widthPx + slack || y > heightPx + slack))
    return undefined;
  const share = areaOf(corners) / (widthPx * heightPx);
  if (share < MIN_SHARE || !plausible(corners)) return undefined;
  if (!inside(corners, lines)) return undefined;
  // Of two outlines with equal support the outer one is the page, the inner one something printed on it.
  const bonus = 0.35 * Math.sqrt(share);
  let sum = 0;
  let least = 1;
  for (let side = 0; side < 4; side++) {
    const seen =
      lines[side]?.votes === 0
        ? BORDER_SUPPORT
        : supportOf(
            field,
            corners[side] as Point,
            corners[(side + 1) & 3] as Point,
            lines[side] as EdgeLine,
            polarity,
          );
    sum += seen;
    least = Math.min(least, seen);
    if (least < 0.25 || (sum + 3 - side) / 4 + bonus < beat) return undefined;
  }
  const support = sum / 4;
  const score = support + bonus;
  return score > beat ? { corners, support, score } : undefined;
}

function crossing(a: EdgeLine, b: EdgeLine): Point | undefined {
  const determinant = a.nx * b.ny - a.ny * b.nx;
  if (Math.abs(determinant) < 0.3) return undefined;
  return {
    x: (a.distance * b.ny - b.distance * a.ny) / determinant,
    y: (b.distance * a.nx - a.distance * b.nx) / determinant,
  };
}

/** Whether every line's inner side is the inside of the page. */
function inside(corners: Quad, lines: readonly EdgeLine[]): boolean {
  const x = corners.reduce((sum, corner) => sum + corner.x, 0) / 4;
  const y = corners.reduce((sum, corner) => sum + corner.y, 0) / 4;
  return lines.every(({ nx, ny, distance }) => nx * x + ny * y > distance);
}

type Crossings = readonly [Point | undefined, Point | undefined, Point | undefined, Point | undefined];

function isQuad(points: Crossings): points is Quad {
  return points.every((point) => point !== undefined);
}

/** The area of corners that go round clockwise; negative where they cross over. */
export function areaOf(corners: readonly Point[]): number {
  let twice = 0;
  corners.forEach((a, k) => {
    const b = corners[(k + 1) % corners.length] as Point;
    twice += a.x * b.y - b.x * a.y;
  });
  return twice / 2;
}

/** Opposite sides of a page do not differ by more than a steep view makes them. */
function plausible(corners: Quad): boolean {
  const [top, right, bottom, left] = sidesOf(corners);
  const alike = (a: number, b: number): boolean => Math.min(a, b) > 0.45 * Math.max(a, b);
  return alike(top, bottom) && alike(left, right) && Math.max(top, left) < 6 * Math.min(top, left);
}

/** Lengths: top, right, bottom, left. */
export function sidesOf([a, b, c, d]: Quad): [number, number, number, number] {
  const length = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);
  return [length(a, b), length(b, c), length(c, d), length(d, a)];
}

const SAMPLES = 24;
/** A step of 5 grey values, as Sobel sums it. */
const MIN_GRADIENT = 20;

/** How much of a side has an edge with the page's tone on the inner side. */
function supportOf(field: Gradients, from: Point, to: Point, line: EdgeLine, polarity: 1 | -1): number {
  const { widthPx, heightPx, dx, dy } = field;
  let seen = 0;
  for (let k = 1; k < SAMPLES; k++) {
    const x = from.x + ((to.x - from.x) * k) / SAMPLES;
    const y = from.y + ((to.y - from.y) * k) / SAMPLES;
    let strongest = 0;
    for (let off = -1; off <= 1; off++) {
      const u = Math.round(x + off * line.nx - 0.5);
      const v = Math.round(y + off * line.ny - 0.5);
      if (u < 0 || v < 0 || u >= widthPx || v >= heightPx) continue;
      const at = v * widthPx + u;
      const across = ((dx[at] as number) * line.nx + (dy[at] as number) * line.ny) * polarity;
      if (across > strongest) strongest = across;
    }
    if (strongest >= MIN_GRADIENT) seen++;
  }
  return seen / (SAMPLES - 1);
}
