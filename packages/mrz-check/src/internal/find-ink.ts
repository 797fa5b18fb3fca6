import { boxMean, type GreyRaster, type Mask } from '@dossierkit/doc-raster';
import { halved } from './halved.js';

/**
 * Marks what is darker by `offset` than the mean of about `radiusPx` around it: as `adaptiveThreshold` of doc-raster, but
 * the mean is that of a picture of a quarter of the size, the same for all 16 pixels of a block. A page without a zone is
 * looked through three times, and this is the larger part of it.
 */
export function findInk(grey: GreyRaster, radiusPx: number, offset: number): Mask {
  const { widthPx, heightPx, data } = grey;
  const small = boxMean(halved(halved(grey)), Math.max(1, Math.round(radiusPx / 4)));
  const mask = new Uint8Array(data.length);
  const lastColumn = small.widthPx - 1;
  for (let y = 0; y < heightPx; y++) {
    const row = Math.min(small.heightPx - 1, y >> 2) * small.widthPx;
    const end = (y + 1) * widthPx;
    for (let at = y * widthPx, column = 0; at < end; column++) {
      const limit = (small.data[row + (column < lastColumn ? column : lastColumn)] as number) - offset;
      const next = at + 4 < end ? at + 4 : end;
      for (; at < next; at++) if ((data[at] as number) < limit) mask[at] = 1;
    }
  }
  return { widthPx, heightPx, data: mask };
}
