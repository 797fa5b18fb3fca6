import { isSha256, parsePlainDate, parseTimestamp, type Sha256, type Timestamp } from '@dossierkit/core';
import { z } from 'zod';
import type { DossierEvent, DossierEventType } from '../events.js';

/** Longer reasons belong in a document. */
const reason = z.string().trim().min(1).max(2_000);
const id = z.string().min(1).max(200);
const instant = z.custom<Timestamp>(
  (value) => typeof value === 'string' && value.length === 24 && parseTimestamp(value).ok,
  'not a timestamp in UTC with milliseconds',
);
const day = z.custom<string>(
  (value) => typeof value === 'string' && parsePlainDate(value).ok,
  'not a calendar day',
);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month');
const digest = z.custom<Sha256>(
  (value) => typeof value === 'string' && isSha256(value),
  'not a SHA-256 digest',
);
const actor = z.strictObject({
  id: z.string().trim().min(1).max(200),
  kind: z.enum(['customer', 'person', 'system']),
});
const answers = z.record(z.string().max(200), z.union([z.string().max(10_000), z.number(), z.boolean()]));
const product = z.strictObject({ id, version: id, digest });

const facts = z.strictObject({
  kind: id.optional(),
  issuedOn: day.optional(),
  validUntil: day.optional(),
  month: month.optional(),
});

/** Kept loose on purpose: params and value belong to the package that made the report. */
const report = z.looseObject({
  check: id,
  version: z.string().max(200),
  subject: digest,
  at: instant,
  verdict: z.enum(['accept', 'review', 'reject']),
  findings: z
    .array(
      z.looseObject({
        code: id,
        outcome: z.enum(['passed', 'failed', 'inconclusive']),
        severity: z.enum(['info', 'warning', 'critical']),
        params: z.looseObject({}),
      }),
    )
    .max(1_000),
});

const proposed = z.discriminatedUnion('matter', [
  z.strictObject({ matter: z.literal('approve'), reason, validUntil: instant.optional() }),
  z.strictObject({ matter: z.literal('reject'), reason }),
  z.strictObject({ matter: z.literal('waive'), requirement: id, reason, until: instant.optional() }),
]);

const parts: Readonly<Record<DossierEventType, z.ZodRawShape>> = {
  opened: { dossier: id, product, answers },
  'answers-given': { answers },
  'handed-in': { submission: id, requirement: id, kind: id.optional(), digest: digest.optional() },
  'report-received': { submission: id, report, facts: facts.optional() },
  'review-asked': { submission: id },
  reviewed: { submission: id, outcome: z.enum(['accept', 'redo']), by: actor, reason },
  'taken-back': { submission: id },
  proposed: { proposal: id, by: actor, what: proposed },
  confirmed: { proposal: id, by: actor },
  declined: { proposal: id, by: actor, reason },
  'contract-sent': { by: actor },
  'contract-signed': {},
  activated: { by: actor },
  withdrawn: { by: actor, reason },
  resumed: { by: actor },
  reconsidered: { by: actor, reason },
  reopened: { by: actor, reason },
  extended: { until: instant, by: actor, reason },
  ended: { by: actor, reason },
  'timer-fired': { timer: id },
  migrated: { to: product, renamed: z.record(z.string().max(200), z.string().max(200)).optional() },
};

/** The schema of each event. */
export const eventSchemas: ReadonlyMap<string, z.ZodType<DossierEvent>> = new Map(
  Object.entries(parts).map(([type, shape]) => [
    type,
    z.strictObject({
      id,
      type: z.literal(type),
      at: instant,
      ...shape,
    }) as unknown as z.ZodType<DossierEvent>,
  ]),
);
