import type { PlainDate } from '@dossierkit/core';
import { type Raster, toGrey } from '@dossierkit/doc-raster';
import type { MrzLayout } from '../layout.js';
import { layoutOf } from '../layouts.js';
import { readLines } from '../parse-mrz.js';
import type { MrzReading } from '../reading.js';
import { costOfBeginning } from './beginning.js';
import { type Decoded, decode } from './decode.js';
import { type Chain, findChains } from './find-chains.js';
import { type ZoneCandidate, zonesAround } from './find-zone.js';
import { GLYPHS } from './glyph-net-shape.js';
import { otherFormat } from './line-ends.js';
import { type Lookout, lookouts } from './lookouts.js';
import { createPyramid, type Pyramid, scaledLine } from './pyramid.js';
import { lookAgain, type ReadLine } from './read-line.js';
import { realign } from './realign.js';
import { settleHeight } from './settle-height.js';
import { sightOf } from './sight.js';

/** The best zone in a picture, if there is one: each chain of spots is tried until one reads well. */
export function lookForZone(raster: Raster, today: PlainDate): Attempt | undefined {
  if (raster.widthPx < 60 || raster.heightPx < 20) return undefined;
  const grey = toGrey(raster);
  const pyramid = createPyramid(grey);
  let best: Attempt | undefined;
  for (const lookout of lookouts(grey)) {
    for (const attempt of attemptsAt(pyramid, lookout, today)) {
      if (!best || attempt.reading.valid || attempt.score > best.score) best = attempt;
      if (isSettled(best)) return best;
    }
  }
  return best;
}

/** A zone as it was read, and how well. */
export interface Attempt {
  readonly reading: MrzReading;
  readonly decoded: Decoded;
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

/**
 * Decodes a zone. Where that leaves anything open, it looks again, a little higher and lower, and takes the mean; where
 * that is not consistent either, it looks at the sharpened lines.
 */
function readZone(pyramid: Pyramid, zone: ZoneCandidate, today: PlainDate): Attempt | undefined {
  const layout = layoutFor(zone.lines.map(({ glyphs }) => glyphs));
  if (!layout) return undefined;
  const first = decodeZone(pyramid, zone, layout, zone.lines, today);
  if (first?.reading.valid && isCertain(first.decoded)) return first;
  const again = zone.lines.map((line, index) => {
    const aligned = realign(pyramid, layout, index, line);
    const settled = settleHeight(pyramid, aligned.line, 0, (layout.lengths[index] as number) - 1);
    return lookAgain(pyramid, aligned, settled);
  });
  const second = decodeZone(pyramid, zone, layout, again, today) ?? first;
  if (second?.reading.valid) return second;
  const sharper = again.map((line) => lookAgain(pyramid, line, line.line, SHARPER));
  const third = decodeZone(pyramid, zone, layout, sharper, today);
  return third?.reading.valid ? third : second;
}

/** How far the last look, for pictures out of focus, moves each pixel away from its surroundings. */
const SHARPER = 2;

const isCertain = ({ doubts, repairs }: Decoded): boolean => doubts.length === 0 && repairs.length === 0;

function decodeZone(
  pyramid: Pyramid,
  { score, clarity }: ZoneCandidate,
  layout: MrzLayout,
  lines: readonly ReadLine[],
  today: PlainDate,
): Attempt | undefined {
  const decoded = decode(
    layout,
    lines.map(({ glyphs }) => glyphs),
    today,
  );
  const reading = readLines(decoded.lines, today);
  if (!reading) return undefined;
  const likeness = likenessOf(reading);
  if (likeness < LEAST_LIKENESS || strangenessOf(decoded) > MOST_STRANGENESS) return undefined;
  const geometry = lines.map(({ line }) => line);
  const orFormat = reading.valid ? otherFormat(pyramid, layout, geometry) : undefined;
  const sight = { ...sightOf(pyramid.full, geometry, decoded), ...(orFormat && { orFormat }) };
  return { reading: { ...reading, sight }, decoded, score: score + likeness, clarity };
}

/** What all characters together may look otherwise than their places allow, in nats: a zone of another format has more. */
const MOST_STRANGENESS = 40;
const MOST_OF_ONE = 8;

const strangenessOf = ({ characters }: Decoded): number =>
  characters.reduce((sum, { forced }) => sum + Math.min(MOST_OF_ONE, forced), 0);

/** See {@link likenessOf}: what is less like a zone is none. */
const LEAST_LIKENESS = 2;

/** The layout that lines of these lengths have; visas and the old French card are known by how they begin. */
function layoutFor(glyphs: readonly Float32Array[]): MrzLayout | undefined {
  const [first] = glyphs;
  if (!first) return undefined;
  const lengths = glyphs.map((line) => line.length / GLYPHS.length);
  const costs = (text: string): number => costOfBeginning(first, text);
  const isVisa = costs('V') < Math.min(costs('P'), costs('I'), costs('A'), costs('C'));
  const start = isVisa ? 'V' : costs('IDFRA') < 6 ? 'IDFRA' : '';
  return layoutOf(lengths, start);
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
