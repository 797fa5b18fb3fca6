import type { Reading } from './reading.js';

/** Tells how the pages look, where somebody wants to show them. */
export async function handOutPictures({ document, task, emit, signal }: Reading): Promise<void> {
  const { pictureMaxSidePx, maxPages } = task.settings.policy;
  if (pictureMaxSidePx === 0) return;
  for (const page of document.pages.slice(0, maxPages)) {
    const raster = await page.readRaster({ maxSidePx: pictureMaxSidePx, signal });
    signal.throwIfAborted();
    if (raster.ok) emit({ type: 'picture', page: page.index, raster: raster.value });
  }
}
