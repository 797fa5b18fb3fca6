import type { PageOrigin } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';

/** One page as pixels, upright as the file says (EXIF applied), with what is known about where it came from. */
export interface PageImage {
  /**
   * The pixels. May be a reduced version of the original: see `recommendedMaxSidePx`. Grey is enough for everything but
   * telling a black-and-white copy.
   */
  readonly raster: Raster;
  readonly origin: PageOrigin;
  /** Dots per inch of the original, where the file states or the renderer knows it. */
  readonly dpi?: number;
  /** Counted from 0. Default: 0. */
  readonly page?: number;
  /** The size of the original that `raster` was reduced from. Default: the raster's own. */
  readonly originalWidthPx?: number;
  readonly originalHeightPx?: number;
}

/**
 * The longer side that a raster should have for this package, in pixels. More is reduced to it before measuring (which
 * costs time and changes nothing); less than half of it makes fine measures less certain.
 */
export const recommendedMaxSidePx = 1000;

/**
 * The longer side to measure the frames of a live camera on: a third of the time. Sharpness is measured on all pixels that
 * were given, so give twice this size. Fine print, and which way up it stands, are less certain, so the picture that is
 * taken in the end should be checked at full size.
 */
export const liveMaxSidePx = 640;
