import type { Chain } from './find-chains.js';
import type { LineScores } from './glyph-net.js';
import { CLASSES, GLYPHS, NONE } from './glyph-net-shape.js';
import { licencesAmong } from './licences.js';
import { type LineGeometry, pitchAt, reversed } from './line-geometry.js';
import { neighbours } from './neighbours.js';
import type { Pyramid } from './pyramid.js';
import { lookAtCells, type ReadLine, readLine } from './read-line.js';
import { settleHeight } from './settle-height.js';

/** Lines that may be a zone, from the top, all read with the same length. */
export interface ZoneCandidate {
  readonly lines: readonly ReadLine[];
  /** Grows with every glyph; about 5 for a whole zone. */
  readonly score: number;
  /** What the lines score a cell, 5 at most. */
  readonly clarity: number;
}

const LENGTHS = [30, 36, 44];
/** In the longest zone: two lines of 44. */
const MOST_CELLS = 88;
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
  return zones.filter((zone) => !isCutOff(zone, zones)).sort((a, b) => b.score - a.score);
}

/** What cells score on average that may be glyphs, and cannot be left out of a zone. */
const PERHAPS_GLYPHS = 1;

/** Whether a zone of the same number of lines goes on where this one ends. */
function isCutOff(zone: ZoneCandidate, zones: readonly ZoneCandidate[]): boolean {
  const cellsOf = ({ lines }: ZoneCandidate): number =>
    lines.reduce((sum, { glyphs }) => sum + glyphs.length / GLYPHS.length, 0);
  return zones.some((longer) => {
    const more = cellsOf(longer) - cellsOf(zone);
    if (longer.lines.length !== zone.lines.length || more <= 0) return false;
    return (longer.score - zone.score) * MOST_CELLS > PERHAPS_GLYPHS * more;
  });
}

/** Cells that tell which way round a line is. */
const PROBE = 12;
/** How much better, in nats a cell, one way must read to leave out the other. */
const DECISIVE = 0.4;
/** Mean logarithm of the likeliest glyph's probability below which a line is not worth a look. */
const ILLEGIBLE = -0.75;

/** The line as it reads better; both ways where that is not clear, none where it reads like no OCR-B at all. */
export function inReadingOrder(pyramid: Pyramid, line: LineGeometry, cells: number): LineGeometry[] {
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

/** A filler that stands on its head is no glyph at all, so that one of them tells more than other glyphs. */
const FILLER_BONUS = 0.5;

/** Mean logarithm of the likeliest glyph's probability over all windows, better where fillers are among them. */
function legibility({ positions, logProbabilities }: LineScores): number {
  let sum = 0;
  for (let p = 0; p < positions; p++) {
    let best = 0;
    for (let g = 1; g < NONE; g++) {
      if ((logProbabilities[p * CLASSES + g] as number) > (logProbabilities[p * CLASSES + best] as number))
        best = g;
    }
    sum += (logProbabilities[p * CLASSES + best] as number) + (best === NONE - 1 ? FILLER_BONUS : 0);
  }
  return positions === 0 ? Number.NEGATIVE_INFINITY : sum / positions;
}

const reachOf = ({ cells }: Chain): number => Math.max(BEYOND, Math.min(36, 46 - cells));

function bestOf(reads: ReadonlyMap<number, ReadLine>): (ReadLine & { readonly length: number }) | undefined {
  let best: (ReadLine & { readonly length: number }) | undefined;
  for (const [length, read] of reads) if (!best || read.score > best.score) best = { ...read, length };
  return best;
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
      zones.push(candidateOf(lines));
    }
  }
  const thirties = all.flatMap(({ down, reads }) => {
    const line = reads.get(30);
    return line && line.score > LEAST_PER_CELL * 30 ? [{ down, read: line }] : [];
  });
  return [...zones, ...licencesAmong(pyramid, thirties).map(candidateOf)];
}

function candidateOf(lines: readonly ReadLine[]): ZoneCandidate {
  const score = lines.reduce((sum, line) => sum + line.score, 0);
  const cells = lines.reduce((sum, { glyphs }) => sum + glyphs.length / GLYPHS.length, 0);
  return { lines, score: score / MOST_CELLS, clarity: score / cells };
}

/** Lines of a zone are 1.1 to 4 pitches apart, all by the same distance. */
function areEvenlySpaced(group: readonly { readonly down: number }[], line: LineGeometry): boolean {
  const pitch = pitchAt(line, 15);
  const gaps = group.slice(1).map(({ down }, i) => (down - (group[i]?.down as number)) / pitch);
  const [first = 1.5, second = first] = gaps;
  return gaps.every((gap) => gap > 1.05 && gap < 4) && second / first < 1.5 && first / second < 1.5;
}
