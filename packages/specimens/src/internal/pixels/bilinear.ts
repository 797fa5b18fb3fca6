import type { RgbRaster } from '../rasterise.js';

/** The colour at a place between pixels; beyond the edge, that of the edge. */
export function bilinear(
  { widthPx, heightPx, data }: RgbRaster,
  x: number,
  y: number,
  color: Float32Array,
): void {
  const px = x < 0 ? 0 : x > widthPx - 1 ? widthPx - 1 : x;
  const py = y < 0 ? 0 : y > heightPx - 1 ? heightPx - 1 : y;
  const x0 = px | 0;
  const y0 = py | 0;
  const tx = px - x0;
  const ty = py - y0;
  const right = x0 + 1 < widthPx ? 3 : 0;
  const below = y0 + 1 < heightPx ? widthPx * 3 : 0;
  const at = (y0 * widthPx + x0) * 3;
  for (let channel = 0; channel < 3; channel++) {
    const from = at + channel;
    const top = (data[from] as number) + ((data[from + right] as number) - (data[from] as number)) * tx;
    const low =
      (data[from + below] as number) +
      ((data[from + below + right] as number) - (data[from + below] as number)) * tx;
    color[channel] = top + (low - top) * ty;
  }
}
