import type { Box } from '@dossierkit/core';
import type { JpegLuma } from '../../internal/jpeg/read-coefficients.js';
import { compactRegions } from './compact-regions.js';

/** What the coefficients of a JPEG tell about an earlier compression. */
export interface CompressionHistory {
  /** Whether most of the picture was compressed before, with other settings. Innocent by itself: messengers do so. */
  readonly twice: boolean;
  /** How many of the examined frequencies show it. */
  readonly frequencies: number;
  /**
   * Parts that look as if they were compressed once only, while the rest was compressed twice; the surest first, in nats.
   */
  readonly foreign: readonly { readonly box: Box; readonly surety: number }[];
  /** How much better two compressions explain the frequencies than one, in nats for each value and frequency. */
  readonly gain?: number;
}

/** The frequencies that are examined, as places in the zigzag: low ones, in which pictures of papers have most to tell. */
const FREQUENCIES = Array.from({ length: 20 }, (_, k) => k + 1);
/** Larger values are rare, and their histogram too thin. */
const RANGE = 40;
/** The largest earlier step that is tried: quality 50 of the usual table. */
const MAX_STEP = 40;
/** Rounding to whole pixels between the two compressions, in units of a coefficient. */
const ROUNDING = 0.55;
/** What part of the values may come from elsewhere (clipped, redrawn) when the earlier step is searched for. */
const STRAY = 0.15;
/**
 * How much better two steps must explain a value on average than one, in nats. After a second compression with smaller steps it
 * is 0.3 to 0.6; pictures that were compressed once stay below 0.2, and so do those whose second steps were the larger ones,
 * where nothing can be told.
 */
const MIN_GAIN = 0.25;
const MIN_VALUES = 400;
/** With fewer frequencies than this, an earlier compression is not believed. */
const MIN_FREQUENCIES = 5;
/** A place needs so many values to be judged at all. */
const MIN_EVIDENCE = 100;
/**
 * And so many nats for each block that it covers. What was put in is at odds with the rest everywhere (1 to 3); burnt-out white,
 * where the steps are lost, is so by little over much of a page (below 0.2).
 */
const MIN_DENSITY = 0.7;

/**
 * Finds what was put into a picture that had been compressed before: what is saved as JPEG twice shows gaps and peaks at regular
 * distances in the histograms of its coefficients; what was painted or pasted in between does not.
 *
 * @see T. Bianchi and A. Piva, "Image Forgery Localization via Block-Grained Analysis of JPEG Artifacts", IEEE TIFS 7(3), 2012
 */
export function compressionHistory(
  luma: JpegLuma,
  { onlyGain = false }: { readonly onlyGain?: boolean } = {},
): CompressionHistory {
  const tables = (onlyGain ? FREQUENCIES.slice(0, 6) : FREQUENCIES).flatMap(
    (frequency) => evidenceTable(luma, frequency, onlyGain ? MIN_VALUES / 4 : MIN_VALUES) ?? [],
  );
  if (tables.length < MIN_FREQUENCIES) return { twice: false, frequencies: tables.length, foreign: [] };
  const gain = tables.reduce((sum, table) => sum + table.gain, 0);
  if (onlyGain) return { twice: true, frequencies: tables.length, foreign: [], gain };
  const { columns, rows, coefficients } = luma;
  const score = new Float32Array(columns * rows);
  const evidence = new Float32Array(columns * rows);
  for (let block = 0; block < columns * rows; block++) {
    for (const { frequency, table } of tables) {
      const value = coefficients[block * 64 + frequency] as number;
      if (value === 0 || Math.abs(value) > RANGE) continue;
      score[block] = (score[block] as number) + (table[value + RANGE] as number);
      evidence[block] = (evidence[block] as number) + 1;
    }
  }
  const foreign = compactRegions({ columns, rows, score, evidence })
    .filter(
      ({ evidence: values, score: nats, box }) =>
        values >= MIN_EVIDENCE && nats >= MIN_DENSITY * box.width * columns * box.height * rows,
    )
    .map(({ box, score: surety }) => ({ box: toPicture(box, luma), surety }));
  return { twice: true, frequencies: tables.length, foreign, gain };
}

/** Blocks at the right and lower edge may reach beyond the picture. */
function toPicture(box: Box, { columns, rows, widthPx, heightPx }: JpegLuma): Box {
  const [x, y] = [(box.x * columns * 8) / widthPx, (box.y * rows * 8) / heightPx];
  const right = Math.min(1, ((box.x + box.width) * columns * 8) / widthPx);
  const bottom = Math.min(1, ((box.y + box.height) * rows * 8) / heightPx);
  return { x, y, width: right - x, height: bottom - y };
}

/** For each value of a frequency, how much it speaks for one compression rather than two; nothing where there were not two. */
function evidenceTable(
  { columns, rows, coefficients, quantisation }: JpegLuma,
  frequency: number,
  leastValues: number,
): { frequency: number; table: Float32Array; gain: number } | undefined {
  const counts = new Float64Array(2 * RANGE + 1);
  let [total, sum] = [0, 0];
  for (let block = 0; block < columns * rows; block++) {
    const value = coefficients[block * 64 + frequency] as number;
    if (value === 0 || Math.abs(value) > RANGE) continue;
    counts[value + RANGE] = (counts[value + RANGE] as number) + 1;
    total++;
    sum += Math.abs(value);
  }
  if (total < leastValues) return undefined;
  const envelope = envelopeOf(sum / total);
  const step = quantisation[frequency] as number;
  let best: { gain: number; values: number; pattern: Float64Array } | undefined;
  for (let earlier = 2; earlier <= MAX_STEP; earlier++) {
    if (earlier === step) continue;
    const pattern = patternOf(earlier, step, envelope);
    // What rounds to nothing in the earlier step would be taken for its first peak: only what lies beyond it shows a rhythm.
    const beyond = earlier / 2 / step;
    let [gain, values] = [0, 0];
    for (const [k, count] of counts.entries()) {
      if (count === 0 || Math.abs(k - RANGE) <= beyond) continue;
      values += count;
      gain += count * Math.log((1 - STRAY) * (pattern[k] as number) + STRAY);
    }
    if (values >= leastValues / 4 && (!best || gain > best.gain)) best = { gain, values, pattern };
  }
  if (!best || best.gain / best.values < MIN_GAIN) return undefined;
  const table = Float32Array.from(best.pattern, (ratio) => -Math.log(0.95 * ratio + 0.05));
  return { frequency, table, gain: best.gain / best.values };
}

/** Values fall off on both sides as a geometric series does; its rate follows from their mean. */
function envelopeOf(mean: number): Float64Array {
  const rate = 1 - 1 / Math.max(mean, 1.01);
  return Float64Array.from({ length: 2 * RANGE + 1 }, (_, k) =>
    k === RANGE ? 0 : rate ** (Math.abs(k - RANGE) - 1),
  );
}

/** How much likelier each value is after two compressions with these steps than after the second alone. */
function patternOf(earlier: number, step: number, envelope: Float64Array): Float64Array {
  const pattern = new Float64Array(2 * RANGE + 1);
  let [plain, weighted] = [0, 0];
  for (let k = 0; k <= 2 * RANGE; k++) {
    const [low, high] = [(k - RANGE - 0.5) * step, (k - RANGE + 0.5) * step];
    let mass = 0;
    const until = Math.ceil((high + 3) / earlier);
    for (let multiple = Math.floor((low - 3) / earlier); multiple <= until; multiple++)
      mass +=
        cumulative((high - multiple * earlier) / ROUNDING) -
        cumulative((low - multiple * earlier) / ROUNDING);
    pattern[k] = (mass * earlier) / step;
    plain += envelope[k] as number;
    weighted += (envelope[k] as number) * (pattern[k] as number);
  }
  if (weighted > 0)
    for (let k = 0; k <= 2 * RANGE; k++) pattern[k] = ((pattern[k] as number) * plain) / weighted;
  return pattern;
}

/** The normal distribution, to a few thousandths: a logistic curve. */
const cumulative = (z: number): number => 1 / (1 + Math.exp(-1.702 * z));
