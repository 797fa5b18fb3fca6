import type { Homography } from './homography.js';
import { checkRaster, checkSize } from './internal/check.js';
import type { Raster } from './raster.js';
import type { PixelSize } from './resize.js';

/** Options of {@link warpPerspective}. */
export interface WarpOptions extends PixelSize {
  /**
   * Takes a place in the new picture to the place in the old one that it shows. Both in pixels from the upper left
   * *edge*: the centre of the first pixel is (0.5, 0.5), the lower right corner is (width, height).
   */
  readonly toSource: Homography;
  /** What lies outside the old picture, 0 to 255 in every channel. Default: 255. */
  readonly fill?: number;
}

/**
 * A picture seen through a projective map, bilinear. It does not average: where the map shrinks the picture to less than
 * half, {@link resize} it first.
 *
 * @throws {DossierkitError} `doc-raster/size-invalid`, `doc-raster/raster-invalid`
 */
export function warpPerspective<R extends Raster>(raster: R, options: WarpOptions): R {
  checkRaster(raster);
  const { widthPx, heightPx, toSource, fill = 255 } = options;
  checkSize(widthPx, heightPx);
  const { channels } = raster;
  const data = new Uint8Array(widthPx * heightPx * channels);
  const [a, b, c, d, e, f, g, h, i] = toSource;
  for (let y = 0, to = 0; y < heightPx; y++) {
    const v = y + 0.5;
    let sx = a * 0.5 + b * v + c;
    let sy = d * 0.5 + e * v + f;
    let w = g * 0.5 + h * v + i;
    for (let x = 0; x < widthPx; x++, to += channels, sx += a, sy += d, w += g) {
      sample(raster, sx / w - 0.5, sy / w - 0.5, fill, data, to);
    }
  }
  return { ...raster, widthPx, heightPx, data };
}

/** One pixel from between four. Up to half a pixel outside, the edge is repeated. */
function sample(raster: Raster, x: number, y: number, fill: number, out: Uint8Array, to: number): void {
  const { widthPx, heightPx, channels, data } = raster;
  if (!(x >= -0.5 && y >= -0.5 && x <= widthPx - 0.5 && y <= heightPx - 0.5)) {
    for (let channel = 0; channel < channels; channel++) out[to + channel] = fill;
    return;
  }
  const cx = x < 0 ? 0 : x > widthPx - 1 ? widthPx - 1 : x;
  const cy = y < 0 ? 0 : y > heightPx - 1 ? heightPx - 1 : y;
  const left = cx | 0;
  const top = cy | 0;
  const fx = cx - left;
  const fy = cy - top;
  const from = (top * widthPx + left) * channels;
  const right = left + 1 < widthPx ? channels : 0;
  const down = top + 1 < heightPx ? widthPx * channels : 0;
  for (let channel = 0; channel < channels; channel++) {
    const at = from + channel;
    const upper = (data[at] as number) * (1 - fx) + (data[at + right] as number) * fx;
    const lower = (data[at + down] as number) * (1 - fx) + (data[at + down + right] as number) * fx;
    out[to + channel] = upper + (lower - upper) * fy + 0.5;
  }
}
