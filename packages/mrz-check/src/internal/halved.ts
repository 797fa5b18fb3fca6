import type { GreyRaster } from '@dossierkit/doc-raster';

/** Each pixel the mean of four. */
export function halved({ widthPx, heightPx, data }: GreyRaster): GreyRaster {
  const width = Math.max(1, widthPx >> 1);
  const height = Math.max(1, heightPx >> 1);
  const right = widthPx > 1 ? 1 : 0;
  const down = heightPx > 1 ? widthPx : 0;
  const out = new Uint8Array(width * height);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0, from = 2 * y * widthPx; x < width; x++, from += 2) {
      const sum =
        (data[from] as number) +
        (data[from + right] as number) +
        (data[from + down] as number) +
        (data[from + down + right] as number);
      out[to++] = (sum + 2) >> 2;
    }
  }
  return { widthPx: width, heightPx: height, channels: 1, data: out };
}
