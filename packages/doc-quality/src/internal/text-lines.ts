import type { Glyph } from './glyphs.js';

/** Glyphs that stand in a row. */
export interface TextLine {
  readonly glyphs: readonly Glyph[];
  /** The typical height of its glyphs, across the line. */
  readonly heightPx: number;
  readonly lengthPx: number;
}

/** How the text of a picture runs. */
export interface TextLayout {
  readonly lines: readonly TextLine[];
  /** The direction that most lines run in, clockwise from the horizontal: -45 to 135 (upright text is near 0). */
  readonly degrees: number;
  /** Glyphs in lines. */
  readonly glyphCount: number;
  /** How much of the evidence says that the lines run this way rather than at a right angle to it: 0.5 to 1. */
  readonly certainty: number;
  /** The typical height of the glyphs of a line in pixels; 0 without lines. */
  readonly textHeightPx: number;
}

const NONE: TextLayout = { lines: [], degrees: 0, glyphCount: 0, certainty: 0.5, textHeightPx: 0 };

/** Finds the direction that glyphs are lined up in, and the lines. */
export function textLayout(glyphs: readonly Glyph[]): TextLayout {
  if (glyphs.length < 6) return NONE;
  const pairs = neighbourPairs(glyphs);
  if (pairs.length < 4) return NONE;
  const { degrees: coarse, certainty } = mainDirection(pairs);
  const degrees = refine(pairs, coarse);
  const lines = linesAlong(glyphs, pairs, degrees);
  const glyphCount = lines.reduce((sum, line) => sum + line.glyphs.length, 0);
  if (lines.length === 0) return NONE;
  return { lines, degrees, glyphCount, certainty, textHeightPx: typicalHeight(lines) };
}

interface Pair {
  readonly a: number;
  readonly b: number;
  /** Clockwise from the horizontal, -45 to 135. */
  readonly degrees: number;
  /** How far the centres are apart, in glyph sizes. */
  readonly weight: number;
}

/** For each glyph its nearest neighbours of similar size: within a line they are nearer than across lines. */
function neighbourPairs(glyphs: readonly Glyph[]): Pair[] {
  const cell = 24;
  const grid = new Map<number, number[]>();
  const key = (x: number, y: number): number => Math.floor(y / cell) * 4096 + Math.floor(x / cell);
  glyphs.forEach((glyph, k) => {
    const at = key(glyph.x, glyph.y);
    const bucket = grid.get(at);
    if (bucket) bucket.push(k);
    else grid.set(at, [k]);
  });
  const pairs: Pair[] = [];
  glyphs.forEach((glyph, k) => {
    const size = glyph.thin;
    const reach = Math.min(glyph.long / 2 + 3 * size + 12, 90);
    const best = [
      { gap: Number.POSITIVE_INFINITY, at: -1 },
      { gap: Number.POSITIVE_INFINITY, at: -1 },
    ];
    const [first, second] = best as [(typeof best)[0], (typeof best)[0]];
    for (let cy = Math.floor((glyph.y - reach) / cell); cy <= Math.floor((glyph.y + reach) / cell); cy++) {
      for (let cx = Math.floor((glyph.x - reach) / cell); cx <= Math.floor((glyph.x + reach) / cell); cx++) {
        for (const other of grid.get(cy * 4096 + cx) ?? []) {
          if (other === k) continue;
          const near = glyphs[other] as Glyph;
          if (near.thin > size * 2.2 || size > near.thin * 2.2) continue;
          const gap = gapBetween(glyph, near);
          if (gap > 2.2 * Math.max(size, near.thin)) continue;
          if (gap < first.gap) {
            second.gap = first.gap;
            second.at = first.at;
            first.gap = gap;
            first.at = other;
          } else if (gap < second.gap) {
            second.gap = gap;
            second.at = other;
          }
        }
      }
    }
    for (const { at } of best) {
      if (at < 0) continue;
      const near = glyphs[at] as Glyph;
      pairs.push({ a: k, b: at, degrees: directionOf(near.x - glyph.x, near.y - glyph.y), weight: 1 });
    }
  });
  return pairs;
}

function gapBetween(a: Glyph, b: Glyph): number {
  const dx = Math.max(0, a.left - b.right, b.left - a.right);
  const dy = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  return Math.hypot(dx, dy);
}

/** Of a line through two points: -45 to 135 degrees, clockwise from the horizontal. */
function directionOf(dx: number, dy: number): number {
  let degrees = (Math.atan2(dy, dx) * 180) / Math.PI;
  while (degrees >= 135) degrees -= 180;
  while (degrees < -45) degrees += 180;
  return degrees;
}

/** The direction that most pairs agree on, within a few degrees. */
function mainDirection(pairs: readonly Pair[]): { degrees: number; certainty: number } {
  const votes = new Float64Array(180);
  for (const { degrees, weight } of pairs) {
    const bin = Math.floor(degrees + 45) % 180;
    votes[bin] = (votes[bin] as number) + weight;
  }
  const around = (bin: number, reach: number): number => {
    let sum = 0;
    for (let k = -reach; k <= reach; k++)
      sum += (votes[(bin + k + 180) % 180] as number) * (1 - Math.abs(k) / (reach + 1));
    return sum;
  };
  let best = 0;
  for (let bin = 1; bin < 180; bin++) if (around(bin, 6) > around(best, 6)) best = bin;
  const along = around(best, 12);
  const across = around((best + 90) % 180, 12);
  return { degrees: best - 44.5, certainty: along / (along + across) };
}

/** The median of the pairs near a direction. */
function refine(pairs: readonly Pair[], coarse: number): number {
  let degrees = coarse;
  for (const reach of [12, 8, 5]) {
    const near = pairs
      .map((pair) => offsetTo(pair.degrees, degrees))
      .filter((offset) => Math.abs(offset) < reach)
      .sort((a, b) => a - b);
    const middle = near[near.length >> 1];
    if (middle === undefined) break;
    degrees += middle;
  }
  return degrees;
}

/** From one direction to another, -90 to 90. */
function offsetTo(degrees: number, from: number): number {
  const offset = (((degrees - from) % 180) + 180) % 180;
  return offset > 90 ? offset - 180 : offset;
}

/** Joins the pairs that run along the direction. A line has at least three glyphs, or is clearly longer than high. */
function linesAlong(glyphs: readonly Glyph[], pairs: readonly Pair[], degrees: number): TextLine[] {
  const parent = Int32Array.from(glyphs, (_, k) => k);
  const root = (k: number): number => {
    let at = k;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (const { a, b, degrees: direction } of pairs) {
    if (Math.abs(offsetTo(direction, degrees)) < 22) parent[root(a)] = root(b);
  }
  const groups = new Map<number, Glyph[]>();
  glyphs.forEach((glyph, k) => {
    const at = root(k);
    const group = groups.get(at);
    if (group) group.push(glyph);
    else groups.set(at, [glyph]);
  });
  const upright = Math.abs(degrees) <= 45;
  const lines: TextLine[] = [];
  for (const group of groups.values()) {
    const heights = group.map((g) => (upright ? g.bottom - g.top : g.right - g.left)).sort((a, b) => a - b);
    const heightPx = heights[heights.length >> 1] as number;
    const from = Math.min(...group.map((g) => (upright ? g.left : g.top)));
    const to = Math.max(...group.map((g) => (upright ? g.right : g.bottom)));
    if (group.length < 3 || to - from < 2.5 * heightPx) continue;
    lines.push({ glyphs: group, heightPx, lengthPx: to - from });
  }
  return lines;
}

/** The median height over all glyphs in lines. */
function typicalHeight(lines: readonly TextLine[]): number {
  const sorted = [...lines].sort((a, b) => a.heightPx - b.heightPx);
  const all = sorted.reduce((sum, line) => sum + line.glyphs.length, 0);
  let seen = 0;
  for (const line of sorted) {
    seen += line.glyphs.length;
    if (seen * 2 >= all) return line.heightPx;
  }
  return 0;
}
