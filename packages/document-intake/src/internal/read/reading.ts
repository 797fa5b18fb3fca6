import type { Timestamp } from '@dossierkit/core';
import type { FoundSeal, TracePolicy } from '@dossierkit/doc-authenticity';
import type { ClassifierPolicy, KindProfile } from '@dossierkit/doc-classifier';
import type { QualityPolicy } from '@dossierkit/doc-quality';
import type { Document, ReadError } from '@dossierkit/doc-reader';
import type { MrzPolicy } from '@dossierkit/mrz-check';
import type { IntakeEvent, IntakeStepName, SkipReason } from '../../events.js';
import type { ReadErrorFinding } from '../../examination.js';
import type { Expectation } from '../../expectation.js';
import type { IntakePolicy } from '../../policy.js';

/** What the steps that look at pixels and text go by: plain data, so that it can be sent to a thread. */
export interface ReadSettings {
  readonly policy: IntakePolicy;
  readonly quality?: QualityPolicy;
  readonly mrz?: MrzPolicy;
  readonly classifier?: ClassifierPolicy;
  readonly profiles?: readonly KindProfile[];
  readonly traces?: TracePolicy;
  /** Whether the host can verify seals. */
  readonly hasTrust: boolean;
}

/** One file to read: plain data. */
export interface ReadTask {
  readonly bytes: Uint8Array;
  /** Whether the bytes may be moved. */
  readonly movable: boolean;
  readonly name?: string;
  readonly mimeType?: string;
  readonly password?: string;
  readonly expectation: Expectation;
  readonly settings: ReadSettings;
  readonly at: Timestamp;
}

/** What a reading tells: events for everybody, and what the host works on with. */
export type ReadEvent = IntakeEvent | { readonly type: 'seals-found'; readonly found: readonly FoundSeal[] };

export type Emit = (event: ReadEvent) => void;

/** A file that is open, and everything that a step needs beside it. */
export class Reading {
  constructor(
    readonly document: Document,
    readonly task: Pick<ReadTask, 'bytes' | 'expectation' | 'settings' | 'at'>,
    readonly emit: Emit,
    readonly signal: AbortSignal,
  ) {}

  get subject(): { readonly at: Timestamp; readonly subject: Document['digest'] } {
    return { at: this.task.at, subject: this.document.digest };
  }

  begin(step: IntakeStepName, page?: number): void {
    this.signal.throwIfAborted();
    this.emit({ type: 'step', step, ...(page !== undefined && { page }) });
  }

  finish(step: IntakeStepName): void {
    this.signal.throwIfAborted();
    this.emit({ type: 'finished', step });
  }

  skip(step: IntakeStepName, reason: SkipReason): undefined {
    this.emit({ type: 'skipped', step, reason });
  }
}

/** Errors that say nothing about the file. */
const TRANSIENT: readonly ReadError['code'][] = [
  'doc-reader/timed-out',
  'doc-reader/ocr-failed',
  'doc-reader/cancelled',
];

/** A file that cannot be read is asked for again; one that could not be read in time is for a person. */
export function readErrorFinding(error: ReadError, page?: number): ReadErrorFinding {
  return {
    ...error,
    outcome: TRANSIENT.includes(error.code) ? 'inconclusive' : 'failed',
    severity: 'critical',
    ...(page !== undefined && { where: { page } }),
  } as ReadErrorFinding;
}
