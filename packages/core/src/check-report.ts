import type { Sha256 } from './digest.js';
import type { Finding } from './finding.js';
import type { Timestamp } from './time.js';
import { deriveVerdict, type Verdict } from './verdict.js';

/** The outcome of one check of one thing: plain JSON, ready to be stored, sent, shown and proved. */
export interface CheckReport<Value, F extends Finding = Finding> {
  /** The name of the check, for example `doc-quality`. */
  readonly check: string;
  /** The version of the rules that decided. */
  readonly version: string;
  /** The SHA-256 of what was checked. */
  readonly subject: Sha256;
  readonly at: Timestamp;
  /** Always derived from the findings, see {@link deriveVerdict}. */
  readonly verdict: Verdict;
  readonly findings: readonly F[];
  /** What the check learned. */
  readonly value: Value;
}

/** Completes a report with the verdict that its findings demand. */
export function createCheckReport<Value, F extends Finding>(
  facts: Omit<CheckReport<Value, F>, 'verdict'>,
): CheckReport<Value, F> {
  const { check, version, subject, at, findings, value } = facts;
  return { check, version, subject, at, verdict: deriveVerdict(findings), findings, value };
}
