import type { Reader } from '@dossierkit/doc-reader';
import { isUnusable } from '../collect-findings.js';
import { findSealsOf } from './find-seals.js';
import { handOutPictures } from './hand-out-pictures.js';
import { judgeQuality } from './judge-quality.js';
import { lookForTraces } from './look-for-traces.js';
import { readKind } from './read-kind.js';
import { readZone } from './read-zone.js';
import { type Emit, Reading, type ReadTask, readErrorFinding } from './reading.js';

/**
 * Takes every step that needs a file's pixels or text, and tells what each learned. All of them run on one thread, so that
 * pixels never travel.
 *
 * Rejects with the signal's reason where it is aborted.
 */
export async function readFile(
  task: ReadTask,
  reader: Reader,
  emit: Emit,
  signal: AbortSignal,
): Promise<void> {
  const { bytes, name, mimeType, password } = task;
  const opened = await reader.open(bytes, {
    ...(name !== undefined && { name }),
    ...(mimeType !== undefined && { mimeType }),
    ...(password !== undefined && { password }),
    signal,
  });
  signal.throwIfAborted();
  if (!opened.ok) {
    emit({ type: 'noticed', findings: [readErrorFinding(opened.error)] });
    emit({ type: 'finished', step: 'open' });
    return;
  }
  using document = opened.value;
  const { digest, format, pages, findings } = document;
  emit({ type: 'opened', digest, format, pages: pages.length });
  if (findings.length > 0) emit({ type: 'noticed', findings });
  emit({ type: 'finished', step: 'open' });
  await readPages(new Reading(document, task, emit, signal));
}

async function readPages(reading: Reading): Promise<void> {
  lookForTraces(reading);
  const quality = await judgeQuality(reading);
  await handOutPictures(reading);
  const isJudged = quality.size === reading.document.pages.length;
  const { straighten } = reading.task.settings.policy;
  if (isJudged && [...quality.values()].every(({ findings }) => isUnusable(findings, straighten))) {
    for (const step of ['zone', 'seal', 'kind'] as const) reading.skip(step, 'picture-unusable');
    return;
  }
  const zone = await readZone(reading);
  const seals = await findSealsOf(reading);
  await readKind(reading, { quality, zone, seals });
}
