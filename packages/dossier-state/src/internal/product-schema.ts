import { LOCALES } from '@dossierkit/core';
import { z } from 'zod';
import type { Condition } from '../condition.js';
import type { Product } from '../product.js';
import { productIssues } from './product-issues.js';

/** More than any product asks; keeps a mistaken generator from filling the memory. */
const MAX_REQUIREMENTS = 20_000;

const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, 'lower-case letters, digits, - and _, up to 80');
const days = z.int().min(1).max(36_600);
const answer = z.union([z.string().max(200), z.number(), z.boolean()]);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ answer: id, is: answer }),
    z.strictObject({ answer: id, in: z.array(answer).min(1) }),
    z.strictObject({ answer: id, atLeast: z.number() }),
    z.strictObject({ answer: id, atMost: z.number() }),
    z.strictObject({ answer: id, given: z.boolean() }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
  ]),
);

const question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), options: z.array(z.string().min(1).max(200)).min(1) }),
  z
    .strictObject({ type: z.literal('number'), min: z.number(), max: z.number() })
    .refine(({ min, max }) => min <= max, 'min is above max'),
  z.strictObject({ type: z.literal('boolean') }),
  z.strictObject({ type: z.literal('text'), maxLength: z.int().min(1).max(10_000) }),
]);

const subject = z.strictObject({
  id,
  type: z.enum(['person', 'company']),
  count: z.union([z.int().min(1).max(100), z.strictObject({ answer: id })]).default(1),
  when: condition.optional(),
});

const option = {
  kinds: z.array(id).min(1, 'no kind of document could ever meet it'),
  count: z.int().min(1).max(120).default(1),
  months: z
    .strictObject({
      within: z.int().min(1).max(120).default(3),
      graceUntilDay: z.int().min(0).max(28).default(15),
      consecutive: z.boolean().default(true),
    })
    .optional(),
  validDays: days.optional(),
};

const requirement = z.strictObject({
  id,
  label: z.partialRecord(z.enum(LOCALES), z.string().min(1).max(200)).optional(),
  per: id.optional(),
  when: condition.optional(),
  after: z.array(id).default([]),
  ...option,
  alternatives: z.array(z.strictObject(option)).default([]),
  checks: z.array(z.string().min(1).max(80)).default([]),
  waivable: z.boolean().default(true),
  reverify: z.boolean().default(false),
});

const decision = z.strictObject({
  fourEyes: z.array(z.enum(['approve', 'reject', 'waive'])).default([]),
  fourEyesWhen: condition.optional(),
  automaticApproval: z.boolean().default(false),
  confirmWithinDays: days.default(7),
  validDays: days.default(30),
});

const limits = z.strictObject({
  collectDays: days.default(90),
  graceDays: days.default(14),
  checkHours: z.int().min(1).max(8_784).default(24),
  archiveDays: days.default(45),
  reverifyMonths: z.int().min(1).max(180).optional(),
});

/** The shape of a product's policy, and what must hold between its parts. */
export const productSchema: z.ZodType<Product> = z
  .strictObject({
    id,
    version: z.string().min(1).max(80),
    zone: z.string().refine(isZone, 'not an IANA zone').default('UTC'),
    questions: z.record(id, question).default({}),
    subjects: z.array(subject).max(50).default([]),
    requirements: z.array(requirement).max(MAX_REQUIREMENTS),
    decision: decision.prefault({}),
    signature: z.boolean().default(true),
    limits: limits.prefault({}),
  })
  .superRefine((product, context) => {
    for (const { path, message } of productIssues(product)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
