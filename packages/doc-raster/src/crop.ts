import { DossierkitError } from '@dossierkit/core';
import { checkRaster } from './internal/check.js';
import type { Raster } from './raster.js';

/** An upright rectangle in a picture, in whole pixels from the upper left corner. */
export interface PixelRect {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The part of a picture inside a rectangle, as a copy.
 *
 * @throws {DossierkitError} `doc-raster/rect-outside` where the rectangle is empty, not whole or not inside the picture
 */
export function crop<R extends Raster>(raster: R, rect: PixelRect): R {
  checkRaster(raster);
  const { leftPx, topPx, widthPx, heightPx } = rect;
  const whole = [leftPx, topPx, widthPx, heightPx].every(Number.isInteger) && widthPx > 0 && heightPx > 0;
  const inside =
    leftPx >= 0 && topPx >= 0 && leftPx + widthPx <= raster.widthPx && topPx + heightPx <= raster.heightPx;
  if (!whole || !inside) {
    throw new DossierkitError('doc-raster/rect-outside', 'The rectangle must lie inside the picture', {
      context: { ...rect, pictureWidthPx: raster.widthPx, pictureHeightPx: raster.heightPx },
    });
  }
  const { channels } = raster;
  const length = widthPx * channels;
  const data = new Uint8Array(length * heightPx);
  for (let y = 0; y < heightPx; y++) {
    const from = ((topPx + y) * raster.widthPx + leftPx) * channels;
    data.set(raster.data.subarray(from, from + length), y * length);
  }
  return { ...raster, widthPx, heightPx, data };
}
