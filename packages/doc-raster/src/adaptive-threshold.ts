import { integralImage } from './integral.js';
import type { Mask } from './mask.js';
import type { GreyRaster } from './raster.js';

/** Options of {@link adaptiveThreshold}. */
export type AdaptiveOptions =
  | {
      readonly method: 'mean';
      /** Half the side of the square that a pixel is compared with. Text wants about one line height. */
      readonly radiusPx: number;
      /** How much darker than the local mean ink must be, in grey values. Default: 10. */
      readonly offset?: number;
    }
  | {
      readonly method: 'sauvola';
      readonly radiusPx: number;
      /** How far below the mean the threshold lies where there is no contrast. Default: 0.2. */
      readonly k?: number;
      /** The standard deviation of full contrast. Default: 128. */
      readonly range?: number;
    };

/**
 * Marks what is darker than its surroundings, so that shadows and uneven light do not become ink. `mean` is fast and
 * takes faint print; `sauvola` leaves empty paper empty.
 *
 * @see J. Sauvola, M. Pietikäinen, "Adaptive document image binarization", Pattern Recognition 33 (2000)
 */
export function adaptiveThreshold(grey: GreyRaster, options: AdaptiveOptions): Mask {
  return options.method === 'mean'
    ? meanThreshold(grey, options.radiusPx, options.offset ?? 10)
    : sauvolaThreshold(grey, options.radiusPx, options.k ?? 0.2, options.range ?? 128);
}

function meanThreshold(grey: GreyRaster, radiusPx: number, offset: number): Mask {
  const { widthPx, heightPx, data } = grey;
  const { sums } = integralImage(grey);
  const stride = widthPx + 1;
  const mask = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const top = Math.max(0, y - radiusPx);
    const bottom = Math.min(heightPx, y + radiusPx + 1);
    for (let x = 0; x < widthPx; x++, at++) {
      const left = x < radiusPx ? 0 : x - radiusPx;
      const right = x + radiusPx + 1 > widthPx ? widthPx : x + radiusPx + 1;
      const sum =
        (sums[bottom * stride + right] as number) -
        (sums[bottom * stride + left] as number) -
        (sums[top * stride + right] as number) +
        (sums[top * stride + left] as number);
      const area = (right - left) * (bottom - top);
      mask[at] = ((data[at] as number) + offset) * area < sum >>> 0 ? 1 : 0;
    }
  }
  return { widthPx, heightPx, data: mask };
}

function sauvolaThreshold(grey: GreyRaster, radiusPx: number, k: number, range: number): Mask {
  const { widthPx, heightPx, data } = grey;
  const { sums, squares = new Float64Array() } = integralImage(grey, { squares: true });
  const stride = widthPx + 1;
  const mask = new Uint8Array(data.length);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const top = Math.max(0, y - radiusPx) * stride;
    const bottom = Math.min(heightPx, y + radiusPx + 1) * stride;
    for (let x = 0; x < widthPx; x++, at++) {
      const left = x < radiusPx ? 0 : x - radiusPx;
      const right = x + radiusPx + 1 > widthPx ? widthPx : x + radiusPx + 1;
      const area = ((right - left) * (bottom - top)) / stride;
      const sum =
        (sums[bottom + right] as number) -
        (sums[bottom + left] as number) -
        (sums[top + right] as number) +
        (sums[top + left] as number);
      const square =
        (squares[bottom + right] as number) -
        (squares[bottom + left] as number) -
        (squares[top + right] as number) +
        (squares[top + left] as number);
      const mean = (sum >>> 0) / area;
      const deviation = Math.sqrt(Math.max(0, square / area - mean * mean));
      mask[at] = (data[at] as number) < mean * (1 + k * (deviation / range - 1)) ? 1 : 0;
    }
  }
  return { widthPx, heightPx, data: mask };
}
