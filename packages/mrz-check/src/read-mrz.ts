import type { PlainDate, Timestamp } from '@dossierkit/core';
import { type Raster, toGrey } from '@dossierkit/doc-raster';
import { decode } from './internal/decode.js';
import { type Chain, findChains } from './internal/find-chains.js';
import { type ZoneCandidate, zonesAround } from './internal/find-zone.js';
import { GLYPHS } from './internal/glyph-net-shape.js';
import { type Lookout, lookouts } from './internal/lookouts.js';
import { createPyramid, type Pyramid, scaledLine } from './internal/pyramid.js';
import { lookAgain, type ReadLine } from './internal/read-line.js';
import { settleHeight } from './internal/settle-height.js';
import { sightOf } from './internal/sight.js';
import type { MrzLayout } from './layout.js';
import { layoutOf } from './layouts.js';
import { readLines } from './parse-mrz.js';
import type { MrzReading } from './reading.js';

/** Options of {@link readMrz}. */
export interface ReadMrzOptions {
  /** The day that tells 1926 from 2026. */
  readonly at: Timestamp | PlainDate;
}

/**
 * Finds the machine-readable zone in a picture and reads it.
 *
 * Any rotation, moderate perspective, patterned paper, colour or grey. The format's alphabets, the check digits and the
 * calendar take part in the decision; what was taken otherwise than the picture alone suggests is listed in
 * `sight.repairs`, what stayed open in `sight.doubts`. Same pixels, same answer; nothing is sent or stored.
 *
 * @returns the reading, right or wrong (see `valid`, and `checkMrz` for a verdict), or nothing where no zone was found
 * @example
 * const reading = readMrz(picture, { at: plainDate('2026-05-03') });
 * reading?.fields.surname;
 */
export function readMrz(raster: Raster, { at }: ReadMrzOptions): MrzReading | undefined {
  if (raster.widthPx < 60 || raster.heightPx < 20) return undefined;
  const today = at.slice(0, 10) as PlainDate;
  const grey = toGrey(raster);
  const pyramid = createPyramid(grey);
  let best: Attempt | undefined;
  for (const lookout of lookouts(grey)) {
    for (const attempt of attemptsAt(pyramid, lookout, today)) {
      if (!best || attempt.reading.valid || attempt.score > best.score) best = attempt;
      if (isSettled(best)) return best.reading;
    }
  }
  return best?.reading;
}

interface Attempt {
  readonly reading: MrzReading;
  readonly score: number;
  /** What the lines score a cell, 5 at most. */
  readonly clarity: number;
}

/** Nothing better is to be expected: all is consistent, or all is so clear that the document itself must be wrong. */
function isSettled({ reading, clarity }: Attempt): boolean {
  return reading.valid || clarity > 4.4;
}

const MOST_CHAINS = 4;

/** What the longest chains turn out to be. */
function* attemptsAt(pyramid: Pyramid, lookout: Lookout, today: PlainDate): Generator<Attempt> {
  const { grey, scale } = pyramid.sized(lookout.longPx);
  const chains = findChains(grey, lookout.radiusPx, lookout.offset).map(
    (chain): Chain => ({ ...chain, line: scaledLine(chain.line, 1 / scale) }),
  );
  for (const chain of chains.slice(0, MOST_CHAINS)) {
    let best: Attempt | undefined;
    for (const zone of zonesAround(pyramid, chain, chains).slice(0, 3)) {
      const attempt = readZone(pyramid, zone, today);
      if (attempt && (!best || attempt.score > best.score)) best = attempt;
      if (best?.reading.valid) break;
    }
    if (best) yield best;
  }
}

/** Decodes a zone. Where that leaves anything open, it looks again, a little higher and lower, and takes the mean. */
function readZone(pyramid: Pyramid, zone: ZoneCandidate, today: PlainDate): Attempt | undefined {
  const first = decodeZone(pyramid, zone, zone.lines, today);
  if (
    first?.reading.valid &&
    first.reading.sight?.doubts.length === 0 &&
    first.reading.sight.repairs.length === 0
  ) {
    return first;
  }
  const again = zone.lines.map((line) =>
    lookAgain(pyramid, line, settleHeight(pyramid, line.line, 0, line.glyphs.length / GLYPHS.length - 1)),
  );
  return decodeZone(pyramid, zone, again, today) ?? first;
}

function decodeZone(
  pyramid: Pyramid,
  zone: ZoneCandidate,
  lines: readonly ReadLine[],
  today: PlainDate,
): Attempt | undefined {
  const glyphs = lines.map((line) => line.glyphs);
  const layout = layoutFor(glyphs);
  if (!layout) return undefined;
  const decoded = decode(layout, glyphs, today);
  const reading = readLines(decoded.lines, today);
  if (!reading) return undefined;
  const likeness = likenessOf(reading);
  if (likeness < LEAST_LIKENESS) return undefined;
  const geometry = lines.map((line) => line.line);
  const sight = sightOf(pyramid.full, geometry, decoded);
  return { reading: { ...reading, sight }, score: zone.score + likeness, clarity: zone.clarity };
}

/** See {@link likenessOf}: what is less like a zone is none. */
const LEAST_LIKENESS = 2;

/** The layout that lines of these lengths have; visas and the old French card are known by how they begin. */
function layoutFor(glyphs: readonly Float32Array[]): MrzLayout | undefined {
  const [first] = glyphs;
  if (!first) return undefined;
  const lengths = glyphs.map((line) => line.length / GLYPHS.length);
  const costs = (text: string): number =>
    [...text].reduce((sum, glyph, cell) => sum + costOf(first, cell, glyph), 0);
  const isVisa = costs('V') < Math.min(costs('P'), costs('I'), costs('A'), costs('C'));
  const start = isVisa ? 'V' : costs('IDFRA') < 6 ? 'IDFRA' : '';
  return layoutOf(lengths, start);
}

/** How much less likely than the likeliest glyph of a cell this one is. */
function costOf(glyphs: Float32Array, cell: number, glyph: string): number {
  const scores = glyphs.subarray(cell * GLYPHS.length, (cell + 1) * GLYPHS.length);
  return scores.reduce((a, b) => Math.max(a, b)) - (scores[GLYPHS.indexOf(glyph)] as number);
}

/** How much a reading looks like a zone: check digits, states, dates, and a name with fillers. */
function likenessOf({ checkDigits, details, fields, lines }: MrzReading): number {
  const holding = checkDigits.filter((digit) => digit.holds).length / Math.max(1, checkDigits.length);
  const broken = (name: string): boolean => details.some((detail) => detail.name === name && detail.problem);
  let likeness = 3 * holding;
  if (!broken('issuingState')) likeness += 0.7;
  if (!broken('nationality')) likeness += 0.4;
  if (!broken('birthDate')) likeness += 0.4;
  if (!broken('expiryDate')) likeness += 0.4;
  if (fields.givenNames !== '' || fields.nameMayBeCut === false) likeness += 0.3;
  if (lines.join('').includes('<<<')) likeness += 0.3;
  return likeness;
}
