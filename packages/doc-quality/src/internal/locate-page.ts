import type { Point } from '@dossierkit/core';
import type { GreyRaster, Quad } from '@dossierkit/doc-raster';
import type { Side } from '../findings.js';
import { type FoundPage, findPage } from './find-page.js';
import type { Glyph } from './glyphs.js';
import { areaOf, contains, sidesOf } from './outline.js';

/** Where the page lies in its picture. */
export interface PagePlace {
  /** In fractions of the picture, clockwise from the upper left. */
  readonly corners: Quad;
  /** Whether an outline was seen; else the page is taken to fill the picture. */
  readonly outlined: boolean;
  /** Further pages in the same picture. */
  readonly others: readonly Quad[];
  /** The side at which the page runs over the border of the picture. */
  readonly over?: Side;
  /** Its part of the picture. */
  readonly share: number;
  /** The shorter of two opposite sides as part of the longer, for both pairs, multiplied. */
  readonly perspective: number;
}

const WHOLE: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

/** An outline this near to the border all around is the border of a scan. */
const NEAR_BORDER = 0.03;
/** Print outside an outline says that the outline is a frame on the page, not the page. */
const MAX_OUTSIDE = 0.06;
/** How far beside the outline tones are compared, in fractions of the picture. */
const BESIDE = 0.015;
const MIN_DIFFERENCE = 7;

/** Finds the page, and doubts what looks like a page but is only a part of one. */
export function locatePage(grey: GreyRaster, marks: readonly Glyph[]): PagePlace {
  const pages = believable(grey, marks);
  if (!pages) return { corners: WHOLE, outlined: false, others: [], share: 1, perspective: 1 };
  const [corners, ...others] = pages;
  const [top, right, bottom, left] = sidesOf(
    corners.map(({ x, y }) => ({ x: x * grey.widthPx, y: y * grey.heightPx })) as unknown as Quad,
  );
  const alike = (a: number, b: number): number => Math.min(a, b) / Math.max(a, b);
  return {
    corners,
    outlined: true,
    others,
    ...overBorder(corners),
    share: areaOf(corners),
    perspective: alike(top, bottom) * alike(left, right),
  };
}

/** A side on the border, where the other three are seen well inside. */
function overBorder(corners: Quad): Pick<PagePlace, 'over'> | Record<never, never> {
  const order: readonly Side[] = ['top', 'right', 'bottom', 'left'];
  const distances = [(p: Point) => p.y, (p: Point) => 1 - p.x, (p: Point) => 1 - p.y, (p: Point) => p.x];
  const on = order.filter((_, k) =>
    [corners[k], corners[(k + 1) & 3]].every((corner) => corner && (distances[k]?.(corner) ?? 1) < ON_BORDER),
  );
  return on.length === 1 && on[0] ? { over: on[0] } : {};
}

const ON_BORDER = 0.004;

const clamped = (corners: Quad): Quad =>
  corners.map(({ x, y }) => ({
    x: Math.min(1, Math.max(0, x)),
    y: Math.min(1, Math.max(0, y)),
  })) as unknown as Quad;

/** The outline that was found, and that of another page where there is one, if they look like the outlines of pages. */
function believable(grey: GreyRaster, marks: readonly Glyph[]): readonly [Quad, ...Quad[]] | undefined {
  const holdAll = (pages: readonly Quad[]): boolean => {
    const stray = marks.filter(
      ({ x, y }) => !pages.some((page) => contains(page, x / grey.widthPx, y / grey.heightPx)),
    );
    return stray.length <= marks.length * MAX_OUTSIDE;
  };
  const found = findPage(grey);
  if (!found || !isPage(found, grey)) return undefined;
  const pages: [Quad, ...Quad[]] = [found.corners, ...(found.other ? [found.other] : [])];
  const over = found.other ? undefined : continuedSide(found.corners, grey);
  const longer = over === undefined ? undefined : findPage(grey, { cut: true, over });
  const goesOn = over !== undefined && longer && isPaperBetween(found.corners, longer.corners, over, grey);
  if (goesOn && isPage(longer, grey) && holdAll([longer.corners])) return clampedAll([longer.corners]);
  if (holdAll(pages)) return clampedAll(pages);
  // What is printed beside a page may be more of it, where it runs over the border of the picture; or another page.
  const cut = findPage(grey, { cut: true });
  if (cut && isPage(cut, grey) && holdAll([cut.corners])) return clampedAll([cut.corners]);
  const other = found.other ? undefined : findPage(grey, { except: found.corners });
  if (!other || other.support < MIN_OTHER_SUPPORT || !isPage(other, grey)) return undefined;
  pages.push(other.corners);
  return holdAll(pages) ? clampedAll(pages) : undefined;
}

const clampedAll = ([first, ...rest]: readonly [Quad, ...Quad[]]): [Quad, ...Quad[]] => [
  clamped(first),
  ...rest.map(clamped),
];

/** How much of its outline must be seen for a page, and for another one beside it. */
const MIN_SUPPORT = 0.72;
const MIN_OTHER_SUPPORT = 0.8;

function isPage({ corners, support, other }: FoundPage, grey: GreyRaster): boolean {
  if (support < MIN_SUPPORT) return false;
  const nearBorder = corners.every(
    ({ x, y }) => Math.min(x, 1 - x) < NEAR_BORDER && Math.min(y, 1 - y) < NEAR_BORDER,
  );
  if (nearBorder) return false;
  // Where three sides are the border itself, the fourth is as likely a line on the page as its end.
  const atBorder = corners.filter((a, k) => isAtBorder(a, corners[(k + 1) & 3] as Point)).length;
  return atBorder < 3 && (other !== undefined || sidesThatDiffer(corners, grey).filter(Boolean).length >= 3);
}

const isAtBorder = (a: Point, b: Point): boolean =>
  [(p: Point) => p.x, (p: Point) => 1 - p.x, (p: Point) => p.y, (p: Point) => 1 - p.y].some(
    (distance) => distance(a) < NEAR_BORDER && distance(b) < NEAR_BORDER,
  );

/** Which sides have ground of another tone beyond them than the page: beyond a printed frame there is paper again. */
function sidesThatDiffer(corners: Quad, grey: GreyRaster): boolean[] {
  return corners.map((a, k) => {
    const b = corners[(k + 1) & 3] as Point;
    const [within, beyond] = [tonesBeside(a, b, 1, grey), tonesBeside(a, b, -1, grey)];
    // A side at the very border of the picture shows nothing beyond.
    if (beyond.length < 5) return true;
    return Math.abs(middleOf(within) - middleOf(beyond)) > MIN_DIFFERENCE;
  });
}

/** The one side beyond which the page goes on: a line across it was taken for its end. */
function continuedSide(corners: Quad, grey: GreyRaster): number | undefined {
  const differ = sidesThatDiffer(corners, grey);
  return differ.filter(Boolean).length === 3 ? differ.indexOf(false) : undefined;
}

/** How much of what lies beyond a line must look like the page for it to go on there. */
const MIN_PAPER = 0.75;
/** How far a tone may be from the page's to look like it, as part of it. */
const PAPER_TOLERANCE = 0.2;

/** Whether the page's own paper lies between one of its sides and the border, rather than a hand or the desk. */
function isPaperBetween(page: Quad, longer: Quad, side: number, grey: GreyRaster): boolean {
  const [a, b] = [page[side], page[(side + 1) & 3]] as [Point, Point];
  const [p, q] = [longer[side], longer[(side + 1) & 3]] as [Point, Point];
  const paper = middleOf(tonesBeside(a, b, 1, grey));
  const tones = [0.15, 0.4, 0.65, 0.9].flatMap((t) => {
    const between = (from: Point, to: Point): Point => ({
      x: from.x + (to.x - from.x) * t,
      y: from.y + (to.y - from.y) * t,
    });
    return tonesBeside(between(a, p), between(b, q), 1, grey);
  });
  const alike = tones.filter((tone) => Math.abs(tone - paper) <= PAPER_TOLERANCE * paper).length;
  return tones.length > 0 && alike >= MIN_PAPER * tones.length;
}

/** Tones along a line between two corners that go round clockwise: a little within the page (1), or beyond it (-1). */
function tonesBeside(a: Point, b: Point, sign: 1 | -1, { widthPx, heightPx, data }: GreyRaster): number[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const [nx, ny] = [-(b.y - a.y) / length, (b.x - a.x) / length];
  const tones: number[] = [];
  for (let step = 2; step <= 18; step++) {
    const u = Math.floor((a.x + ((b.x - a.x) * step) / 20 + sign * BESIDE * nx) * widthPx);
    const v = Math.floor((a.y + ((b.y - a.y) * step) / 20 + sign * BESIDE * ny) * heightPx);
    if (u >= 0 && v >= 0 && u < widthPx && v < heightPx) tones.push(data[v * widthPx + u] as number);
  }
  return tones.sort((p, q) => p - q);
}

const middleOf = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0;
