import { type FoundSeal, findSeals } from '@dossierkit/doc-authenticity';
import { readBarcodeWasm } from '@dossierkit/doc-authenticity/node';
import { expectsSeal } from '../../expectation.js';
import type { Reading } from './reading.js';

/** Comfortable for the seals of an A4 page, and the size at which the text is read, so that a PDF is drawn once. */
const SEAL_DPI = 200;
const A4_LONG_SIDE_PX = 2339;
/** Seals are printed on the first page, sometimes on the back of a card or the second page of a notice. */
const MAX_PAGES = 2;

let wasm: ReturnType<typeof readBarcodeWasm> | undefined;

/** Looks for visible digital seals. They are verified where the trust material is: by the host. */
export async function findSealsOf(reading: Reading): Promise<readonly FoundSeal[]> {
  const { signal, document, task, emit } = reading;
  if (!task.settings.hasTrust) return reading.skip('seal', 'no-trust') ?? [];
  if (!expectsSeal(task.expectation)) return reading.skip('seal', 'no-seal-expected') ?? [];
  const found: FoundSeal[] = [];
  for (const page of document.pages.slice(0, MAX_PAGES)) {
    reading.begin('seal', page.index);
    const raster = await page.readRaster({
      ...{ dpi: SEAL_DPI, maxSidePx: A4_LONG_SIDE_PX, grey: true, signal },
    });
    signal.throwIfAborted();
    if (!raster.ok) continue;
    wasm ??= readBarcodeWasm();
    found.push(...(await findSeals(raster.value, { wasm: await wasm, page: page.index })));
  }
  emit({ type: 'seals-found', found });
  return found;
}
