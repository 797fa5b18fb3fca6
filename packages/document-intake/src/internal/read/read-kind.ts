import { classifyDocument, type DocumentHints } from '@dossierkit/doc-classifier';
import type { MrzReading } from '@dossierkit/mrz-check';
import { kindOfZone } from './kind-of-zone.js';
import type { Reading } from './reading.js';

/** Which document it is, how old, and what it says. */
export async function readKind(reading: Reading, zone: MrzReading | undefined): Promise<void> {
  const { signal, document, emit } = reading;
  const { expectation, settings } = reading.task;
  const { identity, kinds, record } = expectation;
  // A zone that says it all spares the reading of everything else, the slowest step by far.
  const byZone = zone && kindOfZone(zone);
  if (byZone && kinds?.includes(byZone) && (identity || !record)) {
    return reading.skip('kind', 'zone-decides');
  }
  reading.begin('kind');
  const { classifier, profiles } = settings;
  const report = await classifyDocument(document, {
    ...{ ...reading.subject, hints: hintsOf(zone), signal },
    ...(kinds && { expected: kinds }),
    ...(classifier && { policy: classifier }),
    ...(profiles && { profiles }),
  });
  signal.throwIfAborted();
  emit({ type: 'kind', report });
  reading.finish('kind');
}

function hintsOf(zone: MrzReading | undefined): DocumentHints {
  if (!zone?.valid) return {};
  return { mrzFormat: zone.format, mrzCode: zone.fields.documentCode };
}
