import type { RgbRaster } from '../rasterise.js';

/** A smaller picture whose pixels are means of the larger one's. */
export function shrink(raster: RgbRaster, toWidthPx: number): RgbRaster {
  const { widthPx, heightPx, data } = raster;
  if (toWidthPx >= widthPx) return raster;
  const ratio = widthPx / toWidthPx;
  const toHeightPx = Math.max(1, Math.round(heightPx / ratio));
  const out = new Uint8Array(toWidthPx * toHeightPx * 3);
  for (let y = 0; y < toHeightPx; y++) {
    const [top, bottom] = [
      Math.floor(y * ratio),
      Math.min(heightPx, Math.max(Math.floor(y * ratio) + 1, Math.floor((y + 1) * ratio))),
    ];
    for (let x = 0; x < toWidthPx; x++) {
      const [left, right] = [
        Math.floor(x * ratio),
        Math.min(widthPx, Math.max(Math.floor(x * ratio) + 1, Math.floor((x + 1) * ratio))),
      ];
      for (let c = 0; c < 3; c++) {
        let sum = 0;
        for (let v = top; v < bottom; v++)
          for (let u = left; u < right; u++) sum += data[(v * widthPx + u) * 3 + c] as number;
        out[(y * toWidthPx + x) * 3 + c] = sum / Math.max(1, (bottom - top) * (right - left)) + 0.5;
      }
    }
  }
  return { widthPx: toWidthPx, heightPx: toHeightPx, channels: 3, data: out };
}
