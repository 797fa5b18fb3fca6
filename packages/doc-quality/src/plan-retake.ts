import type { CheckReport } from '@dossierkit/core';
import type { QualityPolicy } from './policy.js';

/** What to do with a picture that was handed in: take it, ask for another, or take it for a person to look at. */
export type RetakePlan = 'accept' | 'ask-again' | 'accept-for-review';

/**
 * Decides whether the customer is asked for another picture. Nobody is sent round in circles: after `maxRetakes` the best
 * they can do is taken, and a person looks at it.
 *
 * @param retakes how often the customer was asked already
 */
export function planRetake(
  report: Pick<CheckReport<unknown>, 'verdict'>,
  retakes: number,
  policy: Pick<QualityPolicy, 'maxRetakes'>,
): RetakePlan {
  if (report.verdict === 'accept') return 'accept';
  return retakes < policy.maxRetakes ? 'ask-again' : 'accept-for-review';
}
