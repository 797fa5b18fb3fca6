import { histogram } from './histogram.js';
import { checkRaster } from './internal/check.js';
import type { GreyRaster } from './raster.js';

/** Which pixels of a picture are meant: 1 yes, 0 no, row by row. Thresholds mark what is dark, the ink. */
export interface Mask {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}

/**
 * The threshold that best parts a histogram into dark and light: pixels up to and including it are dark.
 *
 * @returns 0 to 255; where there is only one grey value, that value
 * @see N. Otsu, "A Threshold Selection Method from Gray-Level Histograms", IEEE Trans. SMC 9 (1979)
 */
export function otsuThreshold(counts: Uint32Array): number {
  let total = 0;
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    total += counts[value] as number;
    sum += value * (counts[value] as number);
  }
  let dark = 0;
  let darkSum = 0;
  let best = -1;
  let first = 0;
  let last = 0;
  for (let value = 0; value < 256; value++) {
    dark += counts[value] as number;
    darkSum += value * (counts[value] as number);
    const light = total - dark;
    if (dark === 0) continue;
    if (light === 0) return best < 0 ? value : (first + last) >> 1;
    const distance = darkSum / dark - (sum - darkSum) / light;
    const between = dark * light * distance * distance;
    if (between > best * (1 + 1e-12)) {
      best = between;
      first = value;
    }
    // Over a gap in the histogram all thresholds are equally good: the middle is the robust one.
    if (between >= best * (1 - 1e-12)) last = value;
  }
  return (first + last) >> 1;
}

/** Marks the pixels that are at most `threshold`; by default Otsu's. */
export function thresholdMask(grey: GreyRaster, threshold: number = otsuThreshold(histogram(grey))): Mask {
  checkRaster(grey);
  const { widthPx, heightPx, data } = grey;
  const mask = new Uint8Array(data.length);
  for (let i = 0; i < mask.length; i++) mask[i] = (data[i] as number) <= threshold ? 1 : 0;
  return { widthPx, heightPx, data: mask };
}
