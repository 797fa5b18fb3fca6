import type { Finding } from './finding.js';

/** What follows from a report's findings: take it, let a person look, or ask again. */
export type Verdict = 'accept' | 'review' | 'reject';

/**
 * Derives the verdict from findings; there is no other way to get one.
 *
 * A failed critical finding: `reject`. Else a failed warning, or an inconclusive finding that is not a mere note:
 * `review`. Else `accept`, also where there are no findings.
 */
export function deriveVerdict(findings: readonly Pick<Finding, 'outcome' | 'severity'>[]): Verdict {
  let verdict: Verdict = 'accept';
  for (const { outcome, severity } of findings) {
    if (outcome === 'passed' || severity === 'info') continue;
    if (outcome === 'failed' && severity === 'critical') return 'reject';
    verdict = 'review';
  }
  return verdict;
}

/** The most careful of several verdicts: `reject` before `review` before `accept`; `accept` where there are none. */
export function combineVerdicts(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('reject')) return 'reject';
  return verdicts.includes('review') ? 'review' : 'accept';
}
