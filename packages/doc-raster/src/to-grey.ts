import { checkRaster } from './internal/check.js';
import { lumaRow } from './internal/luma-row.js';
import type { GreyRaster, Raster } from './raster.js';

/**
 * The luma of a picture, 0 black to 255 white; transparent parts lie on white paper.
 *
 * A picture that is grey already is returned as it is, not copied.
 *
 * @see ITU-R BT.601-7, 2.5.1: 0.299 R + 0.587 G + 0.114 B, here in 1/256
 */
export function toGrey(raster: Raster): GreyRaster {
  checkRaster(raster);
  if (isGrey(raster)) return raster;
  const { widthPx, heightPx } = raster;
  const luma = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) lumaRow(raster, y, luma.subarray(y * widthPx, (y + 1) * widthPx));
  return { widthPx, heightPx, channels: 1, data: luma };
}

function isGrey(raster: Raster): raster is GreyRaster {
  return raster.channels === 1;
}
