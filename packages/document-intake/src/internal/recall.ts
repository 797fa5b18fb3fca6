import { digestJson, type JsonValue, plainDateAt, type Sha256, type Timestamp } from '@dossierkit/core';
import type { AnswerCache, KeptAnswer } from '../answer-cache.js';
import type { AnyFinding, IntakeFile } from '../examination.js';
import type { Expectation } from '../expectation.js';

/** Findings after which the next try may go better, so that the answer is not kept. */
const PASSING: readonly AnyFinding['code'][] = [
  'document-intake/not-examined',
  'doc-reader/timed-out',
  'doc-reader/ocr-failed',
  'doc-reader/cancelled',
  'doc-authenticity/seal-revoked',
  'registry-verify/register-not-answering',
];

/** Whether the same file would get the same answer again. */
export function isLasting(findings: readonly AnyFinding[]): boolean {
  return !findings.some(({ code, outcome }) => outcome === 'inconclusive' && PASSING.includes(code));
}

/** Names an answer by everything that it depends on. How often was asked is not part of it: that is weighed afterwards. */
export function keyOf(
  file: Pick<IntakeFile, 'name' | 'mimeType'>,
  subject: Sha256,
  { askedBefore: _, ...expectation }: Expectation,
  settings: Sha256,
  at: Timestamp,
): Sha256 {
  const { name = null, mimeType = null } = file;
  // Ages are counted in days, and what registers and revocation lists say is no older than one.
  const day = plainDateAt(at, 'UTC');
  const parts = { subject, name, mimeType, expectation, settings, day };
  return digestJson(JSON.parse(JSON.stringify(parts)) as JsonValue);
}

/** A cache whose failures count as not knowing. */
export function forgiving(cache: AnswerCache | undefined): AnswerCache {
  return {
    get: async (key): Promise<KeptAnswer | undefined> => cache?.get(key).catch(() => undefined),
    set: async (key, answer): Promise<void> => cache?.set(key, answer).catch(() => {}),
  };
}
