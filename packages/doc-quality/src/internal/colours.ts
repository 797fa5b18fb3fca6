import type { Raster } from '@dossierkit/doc-raster';

const SAMPLES_PER_SIDE = 160;

/**
 * How colourful a picture is: the difference between its strongest and weakest colour channel that one pixel in fifty
 * exceeds, 0 to 255. Absent for grey pictures, whose maker has thrown the colours away before.
 */
export function measureColour({ widthPx, heightPx, channels, data }: Raster): number | undefined {
  if (channels === 1) return undefined;
  const step = Math.max(1, Math.floor(Math.max(widthPx, heightPx) / SAMPLES_PER_SIDE));
  const counts = new Uint32Array(256);
  let total = 0;
  for (let y = step >> 1; y < heightPx; y += step) {
    for (let x = step >> 1; x < widthPx; x += step) {
      const at = (y * widthPx + x) * channels;
      const [r, g, b] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
      const spread = Math.max(r, g, b) - Math.min(r, g, b);
      counts[spread] = (counts[spread] as number) + 1;
      total++;
    }
  }
  let above = 0;
  for (let spread = 255; spread > 0; spread--) {
    above += counts[spread] as number;
    if (above >= total * 0.02) return spread;
  }
  return 0;
}
