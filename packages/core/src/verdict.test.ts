import { expect, it } from 'vitest';
import type { Outcome, Severity } from './finding.js';
import { combineVerdicts, deriveVerdict } from './verdict.js';

it.each<[Outcome, Severity, string]>([
  ['failed', 'critical', 'reject'],
  ['failed', 'warning', 'review'],
  ['failed', 'info', 'accept'],
  ['inconclusive', 'critical', 'review'],
  ['inconclusive', 'warning', 'review'],
  ['inconclusive', 'info', 'accept'],
  ['passed', 'critical', 'accept'],
])('%s and %s: %s', (outcome, severity, verdict) => {
  expect(deriveVerdict([{ outcome, severity }])).toBe(verdict);
});

it('accepts where nothing was found', () => {
  expect(deriveVerdict([])).toBe('accept');
  expect(combineVerdicts([])).toBe('accept');
});
