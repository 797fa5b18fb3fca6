import type { GreyRaster } from '@dossierkit/doc-raster';

/** Pixels looked at, more or less: a sample says enough. */
const SAMPLE_PX = 24_000;

/**
 * The standard deviation of the noise, from some of the rows: the median of second differences, which flat paper leaves to
 * noise alone.
 */
export function measureNoise({ widthPx, heightPx, data }: GreyRaster): number {
  const counts = new Uint32Array(256);
  let total = 0;
  const every = Math.max(2, Math.round((widthPx * heightPx) / 2 / SAMPLE_PX));
  for (let y = 0; y < heightPx; y += every) {
    const row = y * widthPx;
    for (let x = 1; x < widthPx - 1; x += 2) {
      const middle = row + x;
      const bend = 2 * (data[middle] as number) - (data[middle - 1] as number) - (data[middle + 1] as number);
      const size = Math.min(255, bend < 0 ? -bend : bend);
      counts[size] = (counts[size] as number) + 1;
      total++;
    }
  }
  // Below the median, so that dense print does not count as noise: 32 % of a normal distribution lie within 0.41 σ.
  let seen = 0;
  for (let size = 0; size < 256; size++) {
    const next = seen + (counts[size] as number);
    if (next >= total * 0.32) {
      const within = (total * 0.32 - seen) / (counts[size] as number);
      return size === 0 ? 0 : (size - 0.5 + within) / (0.41 * Math.sqrt(6));
    }
    seen = next;
  }
  return 0;
}
