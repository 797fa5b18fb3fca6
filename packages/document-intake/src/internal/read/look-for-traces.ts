import { checkTraces } from '@dossierkit/doc-authenticity';
import type { Reading } from './reading.js';

/** Looks at how the file was made and changed. */
export function lookForTraces(reading: Reading): void {
  const { document, emit, subject } = reading;
  const { bytes, settings } = reading.task;
  const { traces: wanted } = settings.policy;
  if (wanted === 'none' || (wanted === 'pdf' && document.format !== 'pdf')) {
    reading.skip('traces', 'not-wanted');
    return;
  }
  reading.begin('traces');
  const policy = settings.traces;
  emit({ type: 'traces', report: checkTraces(bytes, { ...subject, ...(policy && { policy }) }) });
  reading.finish('traces');
}
