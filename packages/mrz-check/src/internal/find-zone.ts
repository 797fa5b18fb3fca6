import type { Chain } from './find-chains.js';
import type { LineScores } from './glyph-net.js';
import { CAP, CLASSES, NONE, PITCH, WINDOW } from './glyph-net-shape.js';
import { at, directionAt, type LineGeometry, pitchAt, sampleStrip, shifted } from './line-geometry.js';
import type { Pyramid } from './pyramid.js';
import { bandAround, lookAtCells, type ReadLine, readLine, rowEnergy, settleHeight } from './read-line.js';

/** Lines that may be a zone, from the top, all read with the same length. */
export interface ZoneCandidate {
  readonly lines: readonly ReadLine[];
  /** Grows with every glyph; about 5 for a whole zone. */
  readonly score: number;
  /** What the lines score a cell, 5 at most. */
  readonly clarity: number;
}

const LENGTHS = [30, 36, 44];
/** How many lines a zone of each length has. */
const LINE_COUNT: Readonly<Record<number, number>> = { 30: 3, 36: 2, 44: 2 };
/** Cells beyond both ends of a chain that are looked at. */
const BEYOND = 5;
/** A line that is one scores close to 5 a cell. */
const LEAST_PER_CELL = 2.6;

/** The zones of which this chain may be a line, the likeliest first. */
export function zonesAround(pyramid: Pyramid, chain: Chain, chains: readonly Chain[]): ZoneCandidate[] {
  const reach = reachOf(chain);
  const zones: ZoneCandidate[] = [];
  for (const line of inReadingOrder(
    pyramid,
    settleHeight(pyramid, chain.line, 0, chain.cells - 1),
    chain.cells,
  )) {
    const reads = readLine(pyramid, line, -reach, chain.cells + reach, LENGTHS);
    const read = bestOf(reads);
    if (!read || read.score < LEAST_PER_CELL * read.length) continue;
    zones.push(...zonesOf(pyramid, reads, read, chain, chains));
    if (zones.some((zone) => zone.clarity > 4)) break;
  }
  return zones.sort((a, b) => b.score - a.score);
}

/** Cells that tell which way round a line is. */
const PROBE = 14;
/** How much better, in nats a cell, one way must read to leave out the other. */
const DECISIVE = 0.4;
/** Mean logarithm of the likeliest glyph's probability below which a line is not worth a look. */
const ILLEGIBLE = -1.1;

/** The line as it reads better; both ways where that is not clear, none where it reads like no OCR-B at all. */
function inReadingOrder(pyramid: Pyramid, line: LineGeometry, cells: number): LineGeometry[] {
  const from = Math.max(0, (cells - PROBE) >> 1);
  const to = Math.min(cells, from + PROBE);
  const ahead = legibility(lookAtCells(pyramid, line, from, to));
  if (ahead < 2 * ILLEGIBLE) return [];
  const turned = reversed(line, cells);
  const back = legibility(lookAtCells(pyramid, turned, cells - to, cells - from));
  if (Math.max(ahead, back) < ILLEGIBLE) return [];
  if (Math.abs(ahead - back) > DECISIVE) return [ahead > back ? line : turned];
  return ahead > back ? [line, turned] : [turned, line];
}

/** Mean logarithm of the likeliest glyph's probability, over all windows. */
function legibility({ positions, logProbabilities }: LineScores): number {
  let sum = 0;
  for (let p = 0; p < positions; p++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let g = 0; g < NONE; g++) best = Math.max(best, logProbabilities[p * CLASSES + g] as number);
    sum += best;
  }
  return positions === 0 ? Number.NEGATIVE_INFINITY : sum / positions;
}

const reachOf = ({ cells }: Chain): number => Math.max(BEYOND, Math.min(36, 46 - cells));

function bestOf(reads: ReadonlyMap<number, ReadLine>): (ReadLine & { readonly length: number }) | undefined {
  let best: (ReadLine & { readonly length: number }) | undefined;
  for (const [length, read] of reads) if (!best || read.score > best.score) best = { ...read, length };
  return best;
}

/** The line read from its other end. */
export function reversed(line: LineGeometry, cells: number): LineGeometry {
  const last = cells - 1;
  const turn = (q: LineGeometry['x']): LineGeometry['x'] => [at(q, last), -(q[1] + 2 * q[2] * last), q[2]];
  return { x: turn(line.x), y: turn(line.y), cap: line.cap };
}

/** For each length: this line, and those above and below it that go with it. */
function zonesOf(
  pyramid: Pyramid,
  own: ReadonlyMap<number, ReadLine>,
  read: ReadLine & { readonly length: number },
  chain: Chain,
  chains: readonly Chain[],
): ZoneCandidate[] {
  const places = neighbours(pyramid, read.line, read.length, chain, chains);
  const all = [{ down: 0, reads: own }];
  for (const place of places) {
    const settled = settleHeight(pyramid, place.line, 0, read.length - 1);
    all.push({ down: place.down, reads: readLine(pyramid, settled, -3, read.length + 3, LENGTHS) });
  }
  all.sort((a, b) => a.down - b.down);
  const zones: ZoneCandidate[] = [];
  for (const length of LENGTHS) {
    const count = LINE_COUNT[length] as number;
    for (let first = 0; first + count <= all.length; first++) {
      const group = all.slice(first, first + count);
      const lines = group.map(({ reads }) => reads.get(length));
      if (!group.some(({ down }) => down === 0) || !areEvenlySpaced(group, read.line)) continue;
      if (!lines.every((l): l is ReadLine => l !== undefined && l.score > LEAST_PER_CELL * length)) continue;
      const score = lines.reduce((sum, l) => sum + l.score, 0) / (count * length);
      zones.push({ lines, score: (score * count * length) / 88, clarity: score });
    }
  }
  return zones;
}

/** Lines of a zone are 1.1 to 4 pitches apart, all by the same distance. */
function areEvenlySpaced(group: readonly { readonly down: number }[], line: LineGeometry): boolean {
  const pitch = pitchAt(line, 15);
  const gaps = group.slice(1).map(({ down }, i) => (down - (group[i]?.down as number)) / pitch);
  const [first = 1.5, second = first] = gaps;
  return gaps.every((gap) => gap > 1.05 && gap < 4) && second / first < 1.5 && first / second < 1.5;
}

interface Neighbour {
  /** Pixels below the line, across the text. */
  readonly down: number;
  readonly line: LineGeometry;
}

/** Lines above and below, seen as bands of lively rows. Where a chain lies on one, its geometry is the better one. */
function neighbours(
  pyramid: Pyramid,
  line: LineGeometry,
  length: number,
  own: Chain,
  chains: readonly Chain[],
): Neighbour[] {
  const found: Neighbour[] = [];
  const middle = Math.min(length, 36) / 2;
  const pitch = pitchAt(line, middle);
  for (const chain of chains) {
    if (chain === own) continue;
    const placed = placeOf(line, middle, chain);
    if (!placed) continue;
    const { down, line: other, start } = placed;
    if (Math.abs(down) < 0.9 * pitch || Math.abs(down) > 5 * pitch) continue;
    if (found.some((n) => Math.abs(n.down - down) < 0.5 * pitch)) continue;
    found.push({ down, line: aligned(other, line, start) });
  }
  for (const down of bands(pyramid, line, length)) {
    if (found.some((n) => Math.abs(n.down - down) < 0.6 * pitch)) continue;
    found.push({ down, line: shifted(line, down) });
  }
  return found;
}

/** Where a chain that runs parallel lies: how far below, and at which of its cells this line's cell 0 is. */
function placeOf(
  line: LineGeometry,
  middle: number,
  chain: Chain,
): { readonly down: number; readonly line: LineGeometry; readonly start: number } | undefined {
  const [ux, uy] = directionAt(line, middle);
  const forward = directionAt(chain.line, chain.cells / 2);
  const sameWay = forward[0] * ux + forward[1] * uy;
  if (Math.abs(sameWay) < 0.985) return undefined;
  const other = sameWay > 0 ? chain.line : reversed(chain.line, chain.cells);
  const pitch = pitchAt(line, middle);
  const ratio = pitchAt(other, chain.cells / 2) / pitch;
  if (ratio < 0.85 || ratio > 1.18) return undefined;
  const t = chain.cells / 2;
  const dx = at(other.x, t) - at(line.x, middle);
  const dy = at(other.y, t) - at(line.y, middle);
  const along = (dx * ux + dy * uy) / pitch;
  if (Math.abs(along) > 40) return undefined;
  const atSame = t - along / ratio;
  const down =
    -(at(other.x, atSame) - at(line.x, middle)) * uy + (at(other.y, atSame) - at(line.y, middle)) * ux;
  return { down, line: other, start: atSame - middle / ratio };
}

/** The chain's line with its cell 0 next to this line's cell 0. */
function aligned(other: LineGeometry, line: LineGeometry, start: number): LineGeometry {
  const whole = Math.round(start);
  const shift = (q: LineGeometry['x']): LineGeometry['x'] => [at(q, whole), q[1] + 2 * q[2] * whole, q[2]];
  return { x: shift(other.x), y: shift(other.y), cap: line.cap };
}

const AROUND = 5;

/** How far above and below, in pixels, lively rows of about the line's height are centred. */
function bands(pyramid: Pyramid, line: LineGeometry, length: number): number[] {
  const rows = Math.round((2 * AROUND + 1) * PITCH) | 1;
  const level = pyramid.levelFor(line);
  const strip = sampleStrip(level.grey, level.scaled(line), 0, length - 1, rows);
  const energy = rowEnergy(strip.grey, strip.width, rows);
  const found: number[] = [];
  for (let row = WINDOW; row < rows - WINDOW; row += 4) {
    const band = bandAround(energy, row);
    if (!band) continue;
    const height = band.bottom - band.top;
    if (height < CAP * 0.6 || height > CAP * 1.7) continue;
    const down = (((band.top + band.bottom) / 2 - rows / 2) * line.cap) / CAP;
    if (Math.abs(down) < 0.9 * line.cap || found.some((other) => Math.abs(other - down) < 0.5 * line.cap))
      continue;
    found.push(down);
  }
  return found;
}
