import { type GreyRaster, resizeToFit, toGrey } from '@dossierkit/doc-raster';
import { type PageImage, recommendedMaxSidePx } from '../page-image.js';

/** One page in the sizes that it is measured in. */
export interface WorkPicture {
  /** All pixels that were given: what compression and screens leave behind is lost in any other size. */
  readonly full: GreyRaster;
  /** What edges are measured on: blur of a thousandth of the width does not show in less. */
  readonly fine: GreyRaster;
  /** What everything else is measured on. */
  readonly grey: GreyRaster;
  /** Pixels of the original in one pixel of `grey`. */
  readonly scale: number;
}

/** Reduces a page to the sizes that measures are made on. */
export function workPicture(page: PageImage, maxSidePx: number): WorkPicture {
  const full = toGrey(page.raster);
  const grey = resizeToFit(full, maxSidePx);
  const originalWidthPx = page.originalWidthPx ?? page.raster.widthPx;
  const fine = maxSidePx < recommendedMaxSidePx ? fineOf(full) : grey;
  return { full, fine, grey, scale: originalWidthPx / grey.widthPx };
}

/** Reduced by a whole factor, which is fast, to the recommended size or somewhat more. */
function fineOf(full: GreyRaster): GreyRaster {
  const side = Math.max(full.widthPx, full.heightPx);
  return resizeToFit(full, Math.ceil(side / Math.max(1, Math.round((0.9 * side) / recommendedMaxSidePx))));
}
