import type { GreyRaster } from '@dossierkit/doc-raster';

/** Rows become columns. In blocks, so that reading and writing stay near each other in memory. */
export function transpose({ widthPx, heightPx, data }: GreyRaster): GreyRaster {
  const block = 32;
  const out = new Uint8Array(data.length);
  for (let top = 0; top < heightPx; top += block) {
    const bottom = Math.min(top + block, heightPx);
    for (let left = 0; left < widthPx; left += block) {
      const right = Math.min(left + block, widthPx);
      for (let y = top; y < bottom; y++) {
        for (let x = left, to = left * heightPx + y; x < right; x++, to += heightPx) {
          out[to] = data[y * widthPx + x] as number;
        }
      }
    }
  }
  return { widthPx: heightPx, heightPx: widthPx, channels: 1, data: out };
}
