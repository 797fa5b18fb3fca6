import {
  codedError,
  err,
  ok,
  type PlainDate,
  plainDateAt,
  type Result,
  type Timestamp,
} from '@dossierkit/core';
import type { AuditError } from './findings.js';
import type { SubjectKeys } from './personal-data.js';
import type { RetentionPeriod } from './retention.js';

/** That a subject was erased. Kept for good, outside the backups of the keys. Holds no personal data. */
export interface Erasure {
  readonly subject: string;
  readonly at: Timestamp;
  /** Why: the person's demand, the end of retention. */
  readonly reason: string;
}

/** Options of {@link eraseSubject}. */
export interface EraseOptions {
  readonly keys: SubjectKeys;
  /** What the record must be kept for; absent only where no relationship ever came about. */
  readonly retention?: RetentionPeriod;
  readonly reason: string;
  readonly at: Timestamp;
  /** The zone whose calendar days count. */
  readonly zone: string;
}

/**
 * Erases a person from the trail by destroying their key.
 *
 * @returns the erasure, to be appended to the ledger; or `audit-trail/retention-running` with the day from which it is
 * possible, and the rule
 */
export async function eraseSubject(
  subject: string,
  options: EraseOptions,
): Promise<Result<Erasure, AuditError>> {
  const { keys, retention, reason, at, zone } = options;
  const today: PlainDate = plainDateAt(at, zone);
  if (retention && today < retention.erasableFrom) {
    const { erasableFrom, rule } = retention;
    return err(codedError('audit-trail/retention-running', { erasableFrom, rule: rule.source.title }));
  }
  await keys.destroy(subject);
  return ok({ subject, at, reason });
}

/**
 * Erases again everyone in the ledger: to be run after a backup of the keys was restored, before anything is served.
 *
 * @returns the subjects whose key had come back
 */
export async function replayErasures(ledger: Iterable<Erasure>, keys: SubjectKeys): Promise<string[]> {
  const returned: string[] = [];
  for (const { subject } of ledger) {
    if (await keys.find(subject)) returned.push(subject);
    await keys.destroy(subject);
  }
  return returned;
}
