import { recommendedMaxSidePx, straightenPage } from '@dossierkit/doc-quality';
import type { Document, Page } from '@dossierkit/doc-reader';

/** Longer side of a straightened page: 200 dpi on A4. */
const MAX_SIDE_PX = 2339;

/** The pages of a file, photographs cut out of their background, level and upright. */
export async function straightPages(document: Document): Promise<Page[]> {
  return Promise.all(document.pages.map(straighten));
}

async function straighten(page: Page): Promise<Page> {
  // A page without pixels worth measuring, or with text of its own, is taken as it is.
  if (page.hasTextLayer || Math.max(page.widthPx, page.heightPx) < recommendedMaxSidePx / 2) return page;
  const raster = await page.readRaster({ maxSidePx: MAX_SIDE_PX });
  return raster.ok ? page.withRaster(straightenPage({ raster: raster.value, origin: page.origin })) : page;
}
