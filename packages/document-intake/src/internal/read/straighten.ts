import { type PageQuality, straightenPage } from '@dossierkit/doc-quality';
import type { Page } from '@dossierkit/doc-reader';
import type { JudgedPages } from './judge-quality.js';
import type { Reading } from './reading.js';

/** OCR reads lines that are level within this as well as level ones, and a turned picture is a little softer. */
const LEVEL_DEGREES = 1;
/** A page that fills less of its picture than this lies on something. */
const FILLS_PICTURE = 0.92;
/** An A4 page in 200 dpi: what OCR is given. */
const OCR_SIDE_PX = 2339;
/** Mean log-odds from which lines are believed to be upside down, as `straightenPage` does. */
const UPSIDE_DOWN = -0.3;

/**
 * The pages as they are to be read: those that lie askew in their picture cut out and straightened, all others as they
 * are. Boxes on a straightened page know their way back to the page of the file.
 */
export async function straightPages(reading: Reading, quality: JudgedPages): Promise<readonly Page[]> {
  const { signal, document } = reading;
  const { straighten } = reading.task.settings.policy;
  const pages: Page[] = [];
  for (const page of document.pages) {
    const measures = quality.get(page.index)?.value.measures;
    if (!straighten || !measures || page.hasTextLayer || !liesAskew(measures)) {
      pages.push(page);
      continue;
    }
    const raster = await page.readRaster({ maxSidePx: OCR_SIDE_PX, grey: true, signal });
    signal.throwIfAborted();
    const image = raster.ok && { raster: raster.value, origin: page.origin };
    pages.push(image ? page.withRaster(straightenPage(image, { measures })) : page);
  }
  return pages;
}

function liesAskew({ text, page }: PageQuality['measures']): boolean {
  const { degrees = 0, upright = 0 } = text;
  const isOnSide = degrees > 45;
  const tilt = Math.abs(isOnSide ? degrees - 90 : degrees);
  return (
    isOnSide || tilt > LEVEL_DEGREES || upright < UPSIDE_DOWN || (page.outlined && page.share < FILLS_PICTURE)
  );
}
