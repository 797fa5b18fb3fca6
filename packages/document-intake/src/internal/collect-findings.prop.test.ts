import { deriveVerdict } from '@dossierkit/core';
import { finding } from '@dossierkit/core/testing';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { AnyFinding } from '../examination.js';
import { defineIntakePolicy } from '../policy.js';
import { collectFindings, gravest } from './collect-findings.js';

const policy = defineIntakePolicy();
const findings = fc.array(finding(), { maxLength: 10 }) as fc.Arbitrary<unknown> as fc.Arbitrary<
  AnyFinding[]
>;

test.prop([findings])('nothing is lost, and the verdict is that of the checks together', (list) => {
  const collected = collectFindings(list, {}, policy);
  expect(collected).toEqual(list);
  expect(deriveVerdict(collected)).toBe(deriveVerdict(list));
});

test.prop([findings, fc.integer({ min: 2, max: 9 })])(
  'who was asked often enough is not refused any more, and never accepted for that',
  (list, askedBefore) => {
    const before = deriveVerdict(list);
    const after = deriveVerdict(collectFindings(list, { askedBefore }, policy));
    expect(after).toBe(before === 'reject' ? 'review' : before);
  },
);

test.prop([findings])('the gravest finding is a reason for the verdict', (list) => {
  const next = gravest(list);
  expect(next === undefined).toBe(
    deriveVerdict(list) === 'accept' &&
      list.every(({ outcome, severity }) => outcome === 'passed' || severity === 'info'),
  );
  if (next) expect(deriveVerdict([next])).toBe(deriveVerdict(list));
});
