import type { PlainDate, Point, Timestamp } from '@dossierkit/core';
import { type GreyRaster, type Raster, resize, toGrey } from '@dossierkit/doc-raster';
import { type Decoded, decode } from './internal/decode.js';
import { type Chain, findChains } from './internal/find-chains.js';
import { type ZoneCandidate, zonesAround } from './internal/find-zone.js';
import { directionAt, type LineGeometry, pitchAt, pointAt } from './internal/line-geometry.js';
import { createPyramid, type Pyramid, scaledLine } from './internal/pyramid.js';
import { lookAgain, settleHeight } from './internal/read-line.js';
import { MRZ_LAYOUTS, type MrzLayout } from './layouts.js';
import { readLines } from './parse-mrz.js';
import type { MrzCell, MrzReading, MrzSight } from './reading.js';

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
  for (const { longPx, radiusPx, offset } of lookouts(grey)) {
    for (const attempt of attemptsAt(pyramid, longPx, radiusPx, offset, today)) {
      if (attempt.reading.valid) return attempt.reading;
      if (!best || attempt.score > best.score) best = attempt;
    }
    if (best && best.score > 5) break;
  }
  return best?.reading;
}

interface Attempt {
  readonly reading: MrzReading;
  readonly score: number;
}

/** In which sizes and with which sensitivity spots of ink are looked for. */
function lookouts({ widthPx, heightPx }: GreyRaster): { longPx: number; radiusPx: number; offset: number }[] {
  const long = Math.max(widthPx, heightPx);
  const first = long < 700 ? long * 2 : Math.min(long, 1400);
  const second = long < 700 ? long * 3 : long < 1400 ? long * 1.6 : Math.min(long, 2600);
  return [
    { longPx: first, radiusPx: 12, offset: 12 },
    { longPx: first, radiusPx: 8, offset: 5 },
    { longPx: second, radiusPx: 12, offset: 9 },
  ];
}

const MOST_CHAINS = 6;

/** What the longest chains turn out to be. */
function* attemptsAt(
  pyramid: Pyramid,
  longPx: number,
  radiusPx: number,
  offset: number,
  today: PlainDate,
): Generator<Attempt> {
  const { full } = pyramid;
  const scale = longPx / Math.max(full.widthPx, full.heightPx);
  const sized = resize(full, {
    widthPx: Math.max(1, Math.round(full.widthPx * scale)),
    heightPx: Math.max(1, Math.round(full.heightPx * scale)),
  });
  const sx = full.widthPx / sized.widthPx;
  const sy = full.heightPx / sized.heightPx;
  const chains = findChains(sized, radiusPx, offset).map(
    (chain): Chain => ({ ...chain, line: scaledLine(chain.line, sx, sy) }),
  );
  for (const chain of chains.slice(0, MOST_CHAINS)) {
    for (const zone of zonesAround(pyramid, chain, chains).slice(0, 2)) {
      const attempt = readZone(pyramid, zone, today);
      if (attempt) yield attempt;
    }
  }
}

/** Decodes a zone; where the first look does not satisfy the check digits, it looks again, more exactly. */
function readZone(pyramid: Pyramid, zone: ZoneCandidate, today: PlainDate): Attempt | undefined {
  const lengths = zone.lines.map((line) => line.glyphs.length / 37);
  const exact = zone.lines.map((line, i) =>
    lookAgain(pyramid, line, settleHeight(pyramid, line.line, 0, (lengths[i] as number) - 1)),
  );
  let best: Attempt | undefined;
  for (const layout of layoutsOf(lengths)) {
    const decoded = decode(
      layout,
      exact.map((line) => line.glyphs),
      today,
    );
    const reading = readLines(decoded.lines, today);
    if (reading?.format !== layout.format) continue;
    const likeness = likenessOf(reading);
    if (likeness < 2) continue;
    const lines = exact.map((line) => line.line);
    const seen = { ...reading, sight: sightOf(pyramid.full, lines, decoded) };
    const attempt = { reading: seen, score: zone.score + likeness };
    if (!best || attempt.score > best.score) best = attempt;
  }
  return best;
}

/** The layouts that lines of these lengths may have. */
function layoutsOf(lengths: readonly number[]): MrzLayout[] {
  return Object.values(MRZ_LAYOUTS).filter(
    (layout) =>
      layout.lengths.length === lengths.length && layout.lengths.every((length, i) => length === lengths[i]),
  );
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

/** Where everything stands in the picture. */
function sightOf(grey: GreyRaster, lines: readonly LineGeometry[], decoded: Decoded): MrzSight {
  const place = (line: LineGeometry, t: number, v: number): Point => {
    const { x, y } = pointAt(line, t, v);
    return { x: within(x / grey.widthPx), y: within(y / grey.heightPx) };
  };
  const cells: MrzCell[] = [];
  lines.forEach((line, index) => {
    const text = decoded.lines[index] as string;
    const half = line.cap * 0.65;
    for (let k = 0; k < text.length; k++) {
      cells.push({
        line: index,
        at: k,
        character: text[k] as string,
        confidence: decoded.confidences[index]?.[k] ?? 0,
        corners: [
          place(line, k - 0.5, -half),
          place(line, k + 0.5, -half),
          place(line, k + 0.5, half),
          place(line, k - 0.5, half),
        ],
      });
    }
  });
  const first = lines[0] as LineGeometry;
  const last = lines[lines.length - 1] as LineGeometry;
  const lengthOf = (index: number): number => (decoded.lines[index] as string).length;
  const [ux, uy] = directionAt(first, 15);
  const end = lengthOf(lines.length - 1) - 0.5;
  const angle = (Math.atan2(uy, ux) * 180) / Math.PI;
  return {
    angleDegrees: Math.round(angle * 10) / 10,
    pitchPx: Math.round(pitchAt(first, 15) * 10) / 10,
    corners: [
      place(first, -0.5, -first.cap),
      place(first, lengthOf(0) - 0.5, -first.cap),
      place(last, end, last.cap),
      place(last, -0.5, last.cap),
    ],
    cells,
    repairs: decoded.repairs,
    doubts: decoded.doubts,
    confidence: decoded.confidences.flat().reduce((product, confidence) => product * confidence, 1),
  };
}

const within = (fraction: number): number => Math.min(1, Math.max(0, fraction));
