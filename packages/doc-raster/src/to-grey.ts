import { checkRaster } from './internal/check.js';
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
  const { widthPx, heightPx, channels } = raster;
  // One kind of array, whatever a canvas, a Buffer or a worker hands over: the loops below are compiled for it.
  const data = new Uint8Array(raster.data.buffer, raster.data.byteOffset, raster.data.length);
  const luma = new Uint8Array(widthPx * heightPx);
  if (channels === 3) lumaOfRgb(data, luma);
  else lumaOfRgba(data, luma);
  return { widthPx, heightPx, channels: 1, data: luma };
}

function lumaOfRgb(data: Uint8Array, luma: Uint8Array): void {
  for (let i = 0, at = 0; i < luma.length; i++, at += 3) {
    luma[i] =
      (77 * (data[at] as number) + 150 * (data[at + 1] as number) + 29 * (data[at + 2] as number) + 128) >> 8;
  }
}

function lumaOfRgba(data: Uint8Array, luma: Uint8Array): void {
  for (let i = 0, at = 0; i < luma.length; i++, at += 4) {
    const ink =
      (77 * (data[at] as number) + 150 * (data[at + 1] as number) + 29 * (data[at + 2] as number) + 128) >> 8;
    const alpha = data[at + 3] as number;
    luma[i] = alpha === 255 ? ink : 255 - Math.round(((255 - ink) * alpha) / 255);
  }
}

function isGrey(raster: Raster): raster is GreyRaster {
  return raster.channels === 1;
}
