import type { GreyRaster } from './raster.js';

/** How many pixels have each of the 256 grey values. */
export function histogram(grey: GreyRaster): Uint32Array {
  const counts = new Uint32Array(256);
  const { data } = grey;
  for (let i = 0; i < data.length; i++) {
    const value = data[i] as number;
    counts[value] = (counts[value] as number) + 1;
  }
  return counts;
}

/** The smallest grey value that at least `fraction` (0 to 1) of the pixels do not exceed. */
export function percentile(counts: Uint32Array, fraction: number): number {
  let total = 0;
  for (const count of counts) total += count;
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value] as number;
    if (seen > 0 && seen >= total * fraction) return value;
  }
  return counts.length - 1;
}
