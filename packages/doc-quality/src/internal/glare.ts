import type { GreyRaster } from '@dossierkit/doc-raster';
import type { TextLine } from './text-lines.js';
import { CELL_PX, type ToneCells } from './tone-cells.js';

/** A place where light burnt content away, in pixels of the measured picture. */
export interface Glare {
  /** Its part of the picture. */
  readonly share: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const BURNT = 250;
/** Lines that must fade towards one place, from both sides; or from one, where the other has none. */
const MIN_FADES = 3;
const MIN_FADES_ONE_SIDED = 4;
/** Lines of one side that end in a column are a table's, not a reflection's, whose rim is round. */
const ROUND_PX = 12;

/**
 * Finds a reflection in two ways. On paper that is not itself burnt out: the one large spot that is. On white paper, where
 * the spot itself cannot be seen: lines of text that fade out towards an empty place from both sides.
 */
export function findGlare(grey: GreyRaster, cells: ToneCells, lines: readonly TextLine[]): Glare | undefined {
  return burntSpot(cells) ?? fadedSpot(grey, cells, lines);
}

/** The largest burnt spot, where it stands out from a page that is otherwise not burnt. */
function burntSpot({ columns, rows, low, high }: ToneCells): Glare | undefined {
  const cells = columns * rows;
  const seen = new Uint8Array(cells);
  let burnt = 0;
  let best:
    | { count: number; left: number; top: number; right: number; bottom: number; edge: boolean }
    | undefined;
  for (let start = 0; start < cells; start++) {
    if ((low[start] as number) < BURNT || seen[start]) continue;
    const spot = { count: 0, left: columns, top: rows, right: 0, bottom: 0, edge: false };
    const open = [start];
    seen[start] = 1;
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const x = cell % columns;
      const y = (cell - x) / columns;
      spot.count++;
      spot.left = Math.min(spot.left, x);
      spot.right = Math.max(spot.right, x + 1);
      spot.top = Math.min(spot.top, y);
      spot.bottom = Math.max(spot.bottom, y + 1);
      if (x === 0 || y === 0 || x === columns - 1 || y === rows - 1) spot.edge = true;
      const near = [x > 0 ? cell - 1 : -1, x < columns - 1 ? cell + 1 : -1, cell - columns, cell + columns];
      for (const next of near) {
        if (next < 0 || next >= cells || seen[next] || (low[next] as number) < BURNT) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    burnt += spot.count;
    if (!best || spot.count > best.count) best = spot;
  }
  if (!best || burnt > cells * 0.45 || best.count < burnt * 0.55 || best.count < cells * 0.004)
    return undefined;
  const bright = paperTone({ columns, rows, low, high }) > MAX_PAPER;
  if (bright && patternAround(best, { columns, rows, low, high }) < MIN_PATTERN) return undefined;
  const width = best.right - best.left;
  const height = best.bottom - best.top;
  // A reflection is a blob: not a strip, not a frame, not a printed rectangle.
  const fill = best.count / (width * height);
  if (solidity(best, columns, low) < (bright ? MIN_SOLID_IN_PATTERN : MIN_SOLID)) return undefined;
  if (
    best.count > cells * 0.35 ||
    Math.max(width, height) > 5 * Math.min(width, height) ||
    fill < 0.4 ||
    fill > 0.93 ||
    best.edge
  )
    return undefined;
  return { share: best.count / cells, ...scaled(best) };
}

/** A reflection wipes out what is printed under it; bright paper has print on it. */
const MIN_SOLID = 0.94;
const MIN_SOLID_IN_PATTERN = 0.9;

/** The burnt part of what lies between the first and the last burnt cell of each row of a spot. */
function solidity(box: Omit<Glare, 'share'>, columns: number, low: Uint8Array): number {
  let burnt = 0;
  let between = 0;
  for (let y = box.top; y < box.bottom; y++) {
    let first = -1;
    let last = -1;
    for (let x = box.left; x < box.right; x++) {
      if ((low[y * columns + x] as number) < BURNT) continue;
      if (first < 0) first = x;
      last = x;
      burnt++;
    }
    if (first >= 0) between += last - first + 1;
  }
  return burnt / Math.max(1, between);
}

/** On bright paper a burnt spot stands out only where there is a pattern or print nearly all around it. */
const MIN_PATTERN = 0.8;
/** How far from the spot that is looked for, in cells: beyond its rim. */
const AROUND = 4;
/** A cell with less contrast is plain. */
const PLAIN = 16;

/** The part of a spot's surroundings, along its rows and its columns, that is not plain paper. */
function patternAround(box: Omit<Glare, 'share'>, { columns, rows, low, high }: ToneCells): number {
  let [patterned, all] = [0, 0];
  const look = (x: number, y: number): void => {
    all++;
    if (x < 0 || y < 0 || x >= columns || y >= rows) return;
    const cell = y * columns + x;
    if ((high[cell] as number) - (low[cell] as number) >= PLAIN || (high[cell] as number) < BURNT - 10)
      patterned++;
  };
  const burnt = (x: number, y: number): boolean => (low[y * columns + x] as number) >= BURNT;
  for (let y = box.top; y < box.bottom; y++) {
    let [first, last] = [box.left, box.right - 1];
    while (first < last && !burnt(first, y)) first++;
    while (last > first && !burnt(last, y)) last--;
    look(first - AROUND, y);
    look(last + AROUND, y);
  }
  for (let x = box.left; x < box.right; x++) {
    let [first, last] = [box.top, box.bottom - 1];
    while (first < last && !burnt(x, first)) first++;
    while (last > first && !burnt(x, last)) last--;
    look(x, first - AROUND);
    look(x, last + AROUND);
  }
  return patterned / Math.max(1, all);
}

/** Paper brighter than this burns out by itself in places. */
const MAX_PAPER = 244;

/** The median of the bright ends of all cells that are not burnt. */
function paperTone({ low, high }: ToneCells): number {
  const tones = high.filter((_, cell) => (low[cell] as number) < BURNT).sort();
  return tones[tones.length >> 1] ?? 255;
}

const scaled = (box: Omit<Glare, 'share'>): Omit<Glare, 'share'> => ({
  left: box.left * CELL_PX,
  top: box.top * CELL_PX,
  right: box.right * CELL_PX,
  bottom: box.bottom * CELL_PX,
});

/** A line of text that loses its ink step by step: where it is gone, and which way that was. */
interface Fade {
  readonly x: number;
  readonly y: number;
  readonly direction: 1 | -1;
}

function fadedSpot(grey: GreyRaster, cells: ToneCells, lines: readonly TextLine[]): Glare | undefined {
  const fades = lines.flatMap((line) => fadesOf(grey, line));
  if (fades.length < MIN_FADES) return undefined;
  let best: Fade[] = [];
  for (let y = 2; y < cells.rows - 2; y += 2) {
    for (let x = 2; x < cells.columns - 2; x += 2) {
      if ((cells.low[y * cells.columns + x] as number) < 245) continue;
      const towards = fades.filter((fade) => leadsTo(fade, x, y, cells));
      if (towards.length > best.length && surround(towards)) best = towards;
    }
  }
  if (best.length < MIN_FADES) return undefined;
  const box = {
    left: Math.min(...best.map((f) => f.x)),
    right: Math.max(...best.map((f) => f.x)),
    top: Math.min(...best.map((f) => f.y)),
    bottom: Math.max(...best.map((f) => f.y)),
  };
  // An ellipse in the box.
  const area = ((box.right - box.left) * (box.bottom - box.top) * Math.PI) / 4;
  return { share: area / grey.data.length, ...box };
}

/** Whether fading lines lie around one place: on both sides of it, or along one round side. */
function surround(fades: readonly Fade[]): boolean {
  if (fades.some((f) => f.direction === 1) && fades.some((f) => f.direction === -1)) return true;
  const xs = fades.map(({ x }) => x);
  return fades.length >= MIN_FADES_ONE_SIDED && Math.max(...xs) - Math.min(...xs) >= ROUND_PX;
}

/** Whether nothing is printed between where a line has faded and a cell that it fades towards. */
function leadsTo(fade: Fade, column: number, row: number, { columns, rows, low }: ToneCells): boolean {
  const x = fade.x / CELL_PX;
  const y = fade.y / CELL_PX;
  const dx = column - x;
  const dy = row - y;
  if (dx * fade.direction < -1 || Math.abs(dx) > columns * 0.4 || Math.abs(dy) > rows * 0.4) return false;
  const steps = Math.ceil(Math.hypot(dx, dy));
  if (steps <= 4) return false;
  let clear = 0;
  for (let k = 3; k <= steps; k++) {
    const at = Math.round(y + (dy * k) / steps) * columns + Math.round(x + (dx * k) / steps);
    if ((low[at] as number) >= 240) clear++;
  }
  return clear >= (steps - 2) * 0.93;
}

const SEGMENT_PX = 4;
/** How far a line is followed beyond the ink that was found. */
const BEYOND_PX = 80;
/** Segments over which ink must fade: fewer is the end of a word, more is a change of print. */
const FADE_SEGMENTS = { min: 6, max: 40 };

function fadesOf(grey: GreyRaster, line: TextLine): Fade[] {
  const band = bandOf(grey, line);
  if (!band) return [];
  return [1 as const, -1 as const].flatMap((direction) => fadesAlong(band, direction));
}

interface Band {
  readonly left: number;
  readonly y: number;
  /** How much darker than its paper the darkest ink near each segment is. */
  readonly depth: Float32Array;
  /** The darkest pixel of each segment. */
  readonly low: Uint8Array;
}

function bandOf({ widthPx, data }: GreyRaster, { glyphs }: TextLine): Band | undefined {
  const sorted = (values: number[]): number[] => values.sort((a, b) => a - b);
  const top = sorted(glyphs.map((g) => g.top))[glyphs.length >> 2] as number;
  const bottom = sorted(glyphs.map((g) => g.bottom))[(glyphs.length * 3) >> 2] as number;
  if (bottom - top < 4) return undefined;
  const left = Math.max(0, Math.min(...glyphs.map((g) => g.left)) - BEYOND_PX);
  const right = Math.min(widthPx, Math.max(...glyphs.map((g) => g.right)) + BEYOND_PX);
  const count = Math.floor((right - left) / SEGMENT_PX);
  const low = new Uint8Array(count).fill(255);
  const high = new Uint8Array(count);
  for (let y = top; y < bottom; y++) {
    for (let k = 0, at = y * widthPx + left; k < count * SEGMENT_PX; k++, at++) {
      const segment = (k / SEGMENT_PX) | 0;
      const value = data[at] as number;
      if (value < (low[segment] as number)) low[segment] = value;
      if (value > (high[segment] as number)) high[segment] = value;
    }
  }
  const paper = slidingMax(high, 3);
  const ink = Float32Array.from(low, (value, k) => (paper[k] as number) - value);
  return { left, y: (top + bottom) / 2, depth: slidingMax(ink, 3), low };
}

function slidingMax(values: ArrayLike<number>, reach: number): Float32Array {
  return Float32Array.from(values, (_, k) => {
    let most = 0;
    for (let j = Math.max(0, k - reach); j <= Math.min(values.length - 1, k + reach); j++) {
      most = Math.max(most, values[j] as number);
    }
    return most;
  });
}

function fadesAlong({ left, y, depth, low }: Band, direction: 1 | -1): Fade[] {
  const fades: Fade[] = [];
  const end = direction === 1 ? depth.length : -1;
  let full = 0;
  let last = -1;
  for (let k = direction === 1 ? 0 : depth.length - 1; k !== end; k += direction) {
    const here = depth[k] as number;
    if (full > 0 && here >= 0.8 * full) {
      full = Math.max(here, full * 0.985);
      last = k;
    } else if (full > 0 && here <= 0.25 * full) {
      if (fadedBetween(depth, last, k, direction) && burntFrom(low, k, direction)) {
        fades.push({ x: left + k * SEGMENT_PX, y, direction });
      }
      full = 0;
    } else if (full === 0 && here > 50) {
      full = here;
      last = k;
    }
  }
  return fades;
}

function fadedBetween(depth: Float32Array, from: number, to: number, direction: number): boolean {
  const length = Math.abs(to - from);
  if (length < FADE_SEGMENTS.min || length > FADE_SEGMENTS.max) return false;
  let falling = 0;
  for (let k = from; k !== to; k += direction) {
    if ((depth[k + direction] as number) <= (depth[k] as number) + 6) falling++;
  }
  return falling >= length * 0.85;
}

function burntFrom(low: Uint8Array, from: number, direction: number): boolean {
  let burnt = 0;
  let count = 0;
  for (let k = from; k >= 0 && k < low.length && count < 8; k += direction, count++) {
    if ((low[k] as number) >= 240) burnt++;
  }
  return count >= 4 && burnt >= count * 0.8;
}
