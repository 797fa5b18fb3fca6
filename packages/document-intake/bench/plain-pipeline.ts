import type { Timestamp } from '@dossierkit/core';
import { checkTraces } from '@dossierkit/doc-authenticity';
import { classifyDocument } from '@dossierkit/doc-classifier';
import { checkQuality, recommendedMaxSidePx, straightenPage } from '@dossierkit/doc-quality';
import type { Page, Reader } from '@dossierkit/doc-reader';
import { checkMrz, readMrz } from '@dossierkit/mrz-check';
import type { SampleFile } from './files.js';

const ZONE_SIDE_PX = 2000;
const READ_SIDE_PX = 2339;

/**
 * The baseline of all figures: the same checks with the same libraries, one behind the other on one thread, nothing left out, and
 * the answer at the end, as one would write it first.
 */
export async function plainPipeline(
  { bytes, name, expectation }: SampleFile,
  reader: Reader,
  at: Timestamp,
): Promise<void> {
  const opened = await reader.open(bytes, { name });
  if (!opened.ok) return;
  using document = opened.value;
  const subject = { subject: document.digest, at };
  if (document.format === 'pdf') checkTraces(bytes, subject);
  const pages: Page[] = [];
  for (const page of document.pages) {
    const { origin, index, widthPx, heightPx } = page;
    const seen = await page.readRaster({ maxSidePx: recommendedMaxSidePx, grey: true });
    const toSearch = await page.readRaster({ maxSidePx: ZONE_SIDE_PX, grey: true });
    const toRead = await page.readRaster({ maxSidePx: READ_SIDE_PX, grey: true });
    if (!seen.ok || !toSearch.ok || !toRead.ok) continue;
    const size = { originalWidthPx: widthPx, originalHeightPx: heightPx };
    const { measures } = checkQuality({ raster: seen.value, origin, page: index, ...size }, subject).value;
    checkMrz(readMrz(toSearch.value, { at }), subject);
    const isPicture = origin !== 'pdf-vector';
    pages.push(
      isPicture ? page.withRaster(straightenPage({ raster: toRead.value, origin }, { measures })) : page,
    );
  }
  const { kinds } = expectation;
  await classifyDocument({ pages }, { ...subject, ...(kinds && { expected: kinds }) });
}
