import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Outcome, Severity } from './finding.js';
import { finding } from './testing.js';
import { combineVerdicts, deriveVerdict, type Verdict } from './verdict.js';

const BADNESS: Record<Verdict, number> = { accept: 0, review: 1, reject: 2 };
const OUTCOMES: readonly Outcome[] = ['passed', 'inconclusive', 'failed'];
const SEVERITIES: readonly Severity[] = ['info', 'warning', 'critical'];

const findings = fc.array(finding(), { maxLength: 12 });
const badness = (list: Parameters<typeof deriveVerdict>[0]): number => BADNESS[deriveVerdict(list)];

test.prop([findings, finding()])('a further finding never improves the verdict', (list, more) => {
  expect(badness([...list, more])).toBeGreaterThanOrEqual(badness(list));
});

test.prop([findings, fc.nat(), fc.constantFrom(...OUTCOMES), fc.constantFrom(...SEVERITIES)])(
  'a worse finding in the place of a better one never improves the verdict',
  (list, at, outcome, severity) => {
    fc.pre(list.length > 0);
    const index = at % list.length;
    const old = list[index] as (typeof list)[number];
    const worseOutcome = OUTCOMES[
      Math.max(OUTCOMES.indexOf(outcome), OUTCOMES.indexOf(old.outcome))
    ] as Outcome;
    const worseSeverity = SEVERITIES[
      Math.max(SEVERITIES.indexOf(severity), SEVERITIES.indexOf(old.severity))
    ] as Severity;
    const worse = list.with(index, { ...old, outcome: worseOutcome, severity: worseSeverity });
    expect(badness(worse)).toBeGreaterThanOrEqual(badness(list));
  },
);

test.prop([findings])('the order of findings does not matter', (list) => {
  expect(deriveVerdict([...list].reverse())).toBe(deriveVerdict(list));
});

test.prop([findings, findings])('a verdict over all is the most careful verdict of the parts', (a, b) => {
  expect(deriveVerdict([...a, ...b])).toBe(combineVerdicts([deriveVerdict(a), deriveVerdict(b)]));
});
