import { type GreyRaster, greyToFit } from '@dossierkit/doc-raster';
import type { PageImage } from '../page-image.js';

/** The picture that everything is measured on. */
export interface WorkPicture {
  readonly grey: GreyRaster;
  /** Pixels of the original in one pixel of `grey`. */
  readonly scale: number;
}

/** Reduces a page to the size that measures are made on. */
export function workPicture(page: PageImage, maxSidePx: number): WorkPicture {
  const grey = greyToFit(page.raster, maxSidePx);
  const originalWidthPx = page.originalWidthPx ?? page.raster.widthPx;
  return { grey, scale: originalWidthPx / grey.widthPx };
}
