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
  const { widthPx, heightPx, channels, data } = raster;
  const luma = new Uint8Array(widthPx * heightPx);
  if (channels === 3) {
    for (let i = 0, at = 0; i < luma.length; i++, at += 3) {
      luma[i] = lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number);
    }
    return { widthPx, heightPx, channels: 1, data: luma };
  }
  for (let i = 0, at = 0; i < luma.length; i++, at += 4) {
    const ink = lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number);
    const alpha = data[at + 3] as number;
    luma[i] = alpha === 255 ? ink : 255 - Math.round(((255 - ink) * alpha) / 255);
  }
  return { widthPx, heightPx, channels: 1, data: luma };
}

const lumaOf = (red: number, green: number, blue: number): number =>
  (77 * red + 150 * green + 29 * blue + 128) >> 8;

function isGrey(raster: Raster): raster is GreyRaster {
  return raster.channels === 1;
}
