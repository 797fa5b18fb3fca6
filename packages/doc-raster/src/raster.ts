/**
 * A picture as a plain array: rows from the top, pixels from the left, channels interleaved, 8 bits each.
 *
 * `data.length` is `widthPx * heightPx * channels`. 1 channel is luma, 3 are red, green and blue, 4 add alpha. The object
 * can be posted to a worker and its buffer transferred.
 */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** A {@link Raster} of one channel. */
export interface GreyRaster extends Raster {
  readonly channels: 1;
}
