import type { Severity } from '@dossierkit/core';
import type { AnyFinding } from '../examination.js';
import type { Expectation } from '../expectation.js';
import type { IntakePolicy } from '../policy.js';

/** What is wrong with a picture that straightening mends, so that nobody is asked again for it. */
const MENDED: readonly AnyFinding['code'][] = ['doc-quality/turned', 'doc-quality/skewed'];

/** Whether a page's picture is so bad that reading it would only be guessing. */
export function isUnusable(findings: readonly AnyFinding[], straighten: boolean): boolean {
  return findings.some(
    ({ code, outcome, severity }) =>
      outcome === 'failed' && severity === 'critical' && !(straighten && MENDED.includes(code)),
  );
}

/**
 * The findings of all checks together, weighed as one file's.
 *
 * - A blank page among others is the empty back of a sheet, no reason to ask again.
 * - A page that lies askew is straightened before it is read, where the policy says so: a note is left.
 * - Where the customer was asked as often as policy allows, what would be refused is left to a person.
 */
export function collectFindings(
  findings: readonly AnyFinding[],
  { askedBefore = 0 }: Expectation,
  { maxRetakes, straighten }: Pick<IntakePolicy, 'maxRetakes' | 'straighten'>,
): readonly AnyFinding[] {
  const weighed = withoutBlankBacks(findings).map((finding) =>
    straighten && finding.outcome === 'failed' && MENDED.includes(finding.code)
      ? withSeverity(finding, 'info')
      : finding,
  );
  const refused = weighed.some(({ outcome, severity }) => outcome === 'failed' && severity === 'critical');
  if (!refused || askedBefore < maxRetakes) return weighed;
  const softened = weighed.map((finding) =>
    finding.outcome === 'failed' && finding.severity === 'critical'
      ? withSeverity(finding, 'warning')
      : finding,
  );
  return [
    ...softened,
    {
      ...{ code: 'document-intake/asked-enough', outcome: 'failed', severity: 'warning' },
      params: { times: askedBefore },
    },
  ];
}

function withoutBlankBacks(findings: readonly AnyFinding[]): readonly AnyFinding[] {
  const judged = findings.filter(({ code }) => code === 'doc-quality/blank');
  const allBlank = judged.every(({ outcome }) => outcome === 'failed');
  if (allBlank) return findings;
  return findings.map((finding) =>
    finding.code === 'doc-quality/blank' && finding.outcome === 'failed'
      ? withSeverity(finding, 'info')
      : finding,
  );
}

function withSeverity(finding: AnyFinding, severity: Severity): AnyFinding {
  return { ...finding, severity };
}

/**
 * The finding that matters most: what is refused before what is to be looked at, failures before open questions, earlier
 * steps before later ones. Nothing where all that is left are notes.
 */
export function gravest(findings: readonly AnyFinding[]): AnyFinding | undefined {
  const rank = ({ outcome, severity }: AnyFinding): number => {
    if (outcome === 'passed' || severity === 'info') return 0;
    return (severity === 'critical' ? 2 : 0) + (outcome === 'failed' ? 2 : 1);
  };
  let best: AnyFinding | undefined;
  for (const finding of findings) if (rank(finding) > (best ? rank(best) : 0)) best = finding;
  return best;
}
