import { checkMrz, type MrzReading, type MrzStatement, readMrz } from '@dossierkit/mrz-check';
import { type Expectation, expectsZone } from '../../expectation.js';
import type { Reading } from './reading.js';

/** Looks for a machine-readable zone, page after page until a valid one. */
export async function readZone(reading: Reading): Promise<MrzReading | undefined> {
  const { signal, document, emit } = reading;
  const { expectation, settings, at } = reading.task;
  if (!expectsZone(expectation)) return reading.skip('zone', 'no-zone-expected');
  // Where anything may come, only pictures are searched: a born-digital letter is no identity document.
  const anything = (expectation.kinds ?? []).length === 0;
  const pages = document.pages.filter(({ origin }) => !anything || origin !== 'pdf-vector');
  if (pages.length === 0) return reading.skip('zone', 'born-digital');
  let found: MrzReading | undefined;
  for (const page of pages.slice(0, settings.policy.maxPages)) {
    reading.begin('zone', page.index);
    const raster = await page.readRaster({ maxSidePx: settings.policy.zoneMaxSidePx, grey: true, signal });
    signal.throwIfAborted();
    if (!raster.ok) continue;
    found = readMrz(raster.value, { at }) ?? found;
    if (found?.valid) break;
  }
  // Where anything may be handed in, a page without a zone says nothing.
  if (found || !anything) {
    const identity = expectation.identity ?? personOf(expectation);
    const options = {
      ...(identity && { form: identity }),
      ...(settings.mrz && { policy: settings.mrz }),
    };
    emit({ type: 'zone', report: checkMrz(found, { ...reading.subject, ...options }) });
  }
  reading.finish('zone');
  return found;
}

/** What the customer record says that a zone says, too. */
function personOf({ record }: Expectation): MrzStatement | undefined {
  if (!record?.person) return undefined;
  const { familyName, givenNames, birthDate } = record.person;
  return { surname: familyName, givenNames, ...(birthDate && { birthDate }) };
}
