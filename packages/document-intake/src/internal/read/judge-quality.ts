import { checkQuality, recommendedMaxSidePx } from '@dossierkit/doc-quality';
import type { Page } from '@dossierkit/doc-reader';
import type { IntakeChecks } from '../../examination.js';
import { type Reading, readErrorFinding } from './reading.js';

/** What was learned about each page that was judged. */
export type JudgedPages = ReadonlyMap<number, IntakeChecks['quality'][number]>;

/** Judges the pictures. Born-digital pages have none. */
export async function judgeQuality(reading: Reading): Promise<JudgedPages> {
  const { maxPages } = reading.task.settings.policy;
  const pictures = reading.document.pages.filter((page) => page.origin !== 'pdf-vector');
  if (pictures.length === 0) {
    reading.skip('quality', 'born-digital');
    return new Map();
  }
  if (pictures.length > maxPages) {
    const params = { pages: pictures.length, limit: maxPages };
    const code = 'document-intake/pages-not-judged';
    reading.emit({
      type: 'noticed',
      findings: [{ code, outcome: 'inconclusive', severity: 'warning', params }],
    });
  }
  const reports = new Map<number, IntakeChecks['quality'][number]>();
  for (const page of pictures.slice(0, maxPages)) {
    const report = await pageQuality(page, reading);
    if (report) reports.set(page.index, report);
  }
  reading.finish('quality');
  return reports;
}

async function pageQuality(
  page: Page,
  reading: Reading,
): Promise<IntakeChecks['quality'][number] | undefined> {
  const { signal, emit } = reading;
  const { quality: policy } = reading.task.settings;
  const { origin, dpi, index, widthPx, heightPx } = page;
  reading.begin('quality', index);
  emit({ type: 'page', page: index, origin, widthPx, heightPx });
  // Only a policy that expects colour needs to see any, and grey is decoded in half the time.
  const grey = policy?.expectColour !== true;
  const raster = await page.readRaster({ maxSidePx: recommendedMaxSidePx, grey, signal });
  signal.throwIfAborted();
  if (!raster.ok) {
    emit({ type: 'noticed', findings: [readErrorFinding(raster.error, index)] });
    return undefined;
  }
  const image = {
    ...{ raster: raster.value, origin, page: index, originalWidthPx: widthPx, originalHeightPx: heightPx },
    ...(dpi !== undefined && { dpi }),
  };
  const report = checkQuality(image, { ...reading.subject, ...(policy && { policy }) });
  emit({ type: 'quality', page: index, report });
  return report;
}
