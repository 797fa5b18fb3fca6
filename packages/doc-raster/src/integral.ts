import { checkRaster } from './internal/check.js';
import type { GreyRaster } from './raster.js';

/** Sums of all pixels above and to the left of each position, so that the sum of any rectangle costs four reads. */
export interface IntegralImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** (width + 1) × (height + 1) sums; modulo 2³², which differences of rectangles below 16 million pixels survive. */
  readonly sums: Uint32Array;
  /** The same of the squared values, where asked for. */
  readonly squares?: Float64Array;
}

/** Options of {@link integralImage}. */
export interface IntegralOptions {
  /** Also sum the squares, for variances. Default: false. */
  readonly squares?: boolean;
}

/** Sums a picture up for fast means (and variances) of rectangles. */
export function integralImage(grey: GreyRaster, options: IntegralOptions = {}): IntegralImage {
  checkRaster(grey);
  const { widthPx, heightPx, data } = grey;
  const stride = widthPx + 1;
  const sums = new Uint32Array(stride * (heightPx + 1));
  const squares = options.squares ? new Float64Array(sums.length) : undefined;
  for (let y = 0, from = 0; y < heightPx; y++) {
    let row = 0;
    let rowSquares = 0;
    let at = (y + 1) * stride + 1;
    for (let x = 0; x < widthPx; x++, at++) {
      const value = data[from++] as number;
      row += value;
      sums[at] = (sums[at - stride] as number) + row;
      if (squares) {
        rowSquares += value * value;
        squares[at] = (squares[at - stride] as number) + rowSquares;
      }
    }
  }
  return squares ? { widthPx, heightPx, sums, squares } : { widthPx, heightPx, sums };
}

/** The sum of the pixels from column `left` and row `top` up to but not including `right` and `bottom`. */
export function boxSum(
  image: IntegralImage,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  const { sums, widthPx } = image;
  const upper = top * (widthPx + 1);
  const lower = bottom * (widthPx + 1);
  const sum =
    (sums[lower + right] as number) -
    (sums[lower + left] as number) -
    (sums[upper + right] as number) +
    (sums[upper + left] as number);
  return sum >>> 0;
}

/**
 * Every pixel replaced by the mean of the square of `2 * radiusPx + 1` pixels around it; at the border, of the part that
 * lies inside. The cost does not depend on the radius.
 */
export function boxMean(grey: GreyRaster, radiusPx: number): GreyRaster {
  const { widthPx, heightPx } = grey;
  const { sums } = integralImage(grey);
  const stride = widthPx + 1;
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0, to = 0; y < heightPx; y++) {
    const top = Math.max(0, y - radiusPx);
    const bottom = Math.min(heightPx, y + radiusPx + 1);
    for (let x = 0; x < widthPx; x++, to++) {
      const left = x < radiusPx ? 0 : x - radiusPx;
      const right = x + radiusPx + 1 > widthPx ? widthPx : x + radiusPx + 1;
      const lower = bottom * stride;
      const upper = top * stride;
      const sum =
        (sums[lower + right] as number) -
        (sums[lower + left] as number) -
        (sums[upper + right] as number) +
        (sums[upper + left] as number);
      data[to] = (sum >>> 0) / ((right - left) * (bottom - top)) + 0.5;
    }
  }
  return { widthPx, heightPx, channels: 1, data };
}
