import {
  type CheckReport,
  createCheckReport,
  digestJson,
  type Finding,
  type Timestamp,
  timestampFromMs,
  type Verdict,
} from '@dossierkit/core';
import * as fc from 'fast-check';
import type { Actor, DossierEvent } from './events.js';
import { defineProduct, type Product } from './product.js';

/** A consumer credit with everything that a product can ask for: for tests and demonstrations. */
export function sampleProduct(changes: Partial<Parameters<typeof defineProduct>[0]> = {}): Product {
  return defineProduct({
    id: 'consumer-credit',
    version: '2026-05',
    zone: 'Europe/Paris',
    questions: {
      employment: { type: 'choice', options: ['employee', 'self-employed', 'retired'] },
      borrowers: { type: 'number', min: 1, max: 2 },
      amount: { type: 'number', min: 0, max: 75_000 },
    },
    subjects: [
      { id: 'borrower', type: 'person', count: { answer: 'borrowers' } },
      { id: 'company', type: 'company', when: { answer: 'employment', is: 'self-employed' } },
    ],
    requirements: [
      {
        id: 'identity',
        label: { en: 'Proof of identity', fr: 'Pièce d’identité', de: 'Ausweis', ar: 'إثبات الهوية' },
        per: 'borrower',
        kinds: ['passport', 'identity-card'],
        waivable: false,
        reverify: true,
      },
      { id: 'address', kinds: ['utility-bill', 'tax-notice'], validDays: 90, reverify: true },
      {
        id: 'income',
        per: 'borrower',
        when: { not: { answer: 'employment', is: 'self-employed' } },
        kinds: ['payslip'],
        count: 3,
        months: { within: 3 },
        alternatives: [{ kinds: ['tax-notice'] }],
      },
      { id: 'company-extract', per: 'company', kinds: ['company-extract'], validDays: 90 },
      {
        id: 'bank-details',
        kinds: ['bank-details'],
        after: ['identity'],
        checks: ['doc-quality', 'doc-match'],
      },
    ],
    decision: { fourEyes: ['approve', 'waive'], fourEyesWhen: { answer: 'amount', atLeast: 3_000 } },
    limits: { reverifyMonths: 12 },
    ...changes,
  });
}

/** A report with one finding that leads to the verdict. */
export function sampleReport(
  verdict: Verdict,
  at: Timestamp,
  check = 'document-intake',
): CheckReport<null, Finding> {
  const outcome = verdict === 'accept' ? 'passed' : 'failed';
  const severity = verdict === 'reject' ? 'critical' : 'warning';
  const code = `${check}/sample`;
  const subject = digestJson([check, verdict]);
  const findings: Finding[] = [{ code, outcome, severity, params: {} }];
  return createCheckReport({ check, version: '1', subject, at, findings, value: null });
}

const ACTORS: readonly Actor[] = [
  { id: 'ada', kind: 'person' },
  { id: 'Ada ', kind: 'person' },
  { id: 'grace', kind: 'person' },
  { id: 'robot', kind: 'system' },
  { id: 'customer-1', kind: 'customer' },
];

/** Names that generated events choose from: few, so that events meet each other. */
const REQUIREMENTS = [
  'identity:borrower-1',
  'identity:borrower-2',
  'address',
  'income:borrower-1',
  'company-extract:company',
  'bank-details',
  'no-such-requirement',
];
const SUBMISSIONS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'];
const PROPOSALS = ['p1', 'p2', 'p3'];
const KINDS = ['passport', 'utility-bill', 'payslip', 'tax-notice', 'company-extract', 'bank-details', 'cat'];

const START_MS = Date.UTC(2026, 4, 4, 8);
const HOUR_MS = 3_600_000;

const instant = fc
  .integer({ min: -48, max: 24 * 400 })
  .map((hours) => timestampFromMs(START_MS + hours * HOUR_MS));
const day = instant.map((at) => at.slice(0, 10));
const actor = fc.constantFrom(...ACTORS);
const submission = fc.constantFrom(...SUBMISSIONS);
const proposal = fc.constantFrom(...PROPOSALS);
const reason = fc.constantFrom('looked at it', 'as agreed');

const facts = fc.record(
  {
    kind: fc.constantFrom(...KINDS),
    issuedOn: day,
    validUntil: day,
    month: day.map((text) => text.slice(0, 7)),
  },
  { requiredKeys: [] },
);

const report = fc
  .tuple(
    fc.constantFrom<Verdict>('accept', 'accept', 'accept', 'review', 'reject'),
    fc.constantFrom('document-intake', 'doc-quality', 'doc-match'),
    instant,
  )
  .map(([verdict, check, at]) => sampleReport(verdict, at, check));

const proposed = fc.oneof(
  fc.record({ matter: fc.constant('approve' as const), reason }),
  fc.record({ matter: fc.constant('reject' as const), reason }),
  fc.record({ matter: fc.constant('waive' as const), requirement: fc.constantFrom(...REQUIREMENTS), reason }),
);

const answers = fc.record(
  {
    employment: fc.constantFrom('employee', 'self-employed', 'retired'),
    borrowers: fc.constantFrom(1, 2),
    amount: fc.constantFrom(500, 5_000),
  },
  { requiredKeys: [] },
);

const timer = fc.oneof(
  fc.constantFrom('expire', 'overdue', 'proposal', 'approval', 'reverify', 'archive'),
  fc.tuple(fc.constantFrom('check', 'validity'), submission).map((parts) => parts.join(':')),
  fc.constantFrom(...REQUIREMENTS).map((requirement) => `waiver:${requirement}`),
);

const body: fc.Arbitrary<object> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('handed-in'),
      submission,
      requirement: fc.constantFrom(...REQUIREMENTS),
    }),
  },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('report-received'), submission, report, facts }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('answers-given'), answers }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('reviewed'),
      submission,
      outcome: fc.constantFrom('accept', 'accept', 'redo'),
      by: actor,
      reason,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('taken-back', 'review-asked'), submission }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('proposed'), proposal, by: actor, what: proposed }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('confirmed'), proposal, by: actor }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('declined'), proposal, by: actor, reason }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constantFrom('contract-sent', 'activated', 'resumed'), by: actor }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('contract-signed') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constantFrom('withdrawn', 'reconsidered', 'reopened', 'ended'),
      by: actor,
      reason,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('extended'), until: instant, by: actor, reason }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('timer-fired'), timer }) },
);

/** What meets each requirement of {@link sampleProduct}. */
const MEETING: readonly (readonly [requirement: string, facts: object])[] = [
  ['identity:borrower-1', { kind: 'passport' }],
  ['identity:borrower-2', { kind: 'passport' }],
  ['address', { kind: 'utility-bill' }],
  ['income:borrower-1', { kind: 'tax-notice' }],
  ['income:borrower-2', { kind: 'tax-notice' }],
  ['company-extract:company', { kind: 'company-extract' }],
  ['bank-details', { kind: 'bank-details' }],
];

/** A document that meets a requirement, and the reports that say so. */
function meet(index: number, requirement: string, known: object, at: Timestamp): object[] {
  const id = `m${index}-${requirement}`;
  const told = { ...known, issuedOn: at.slice(0, 10) };
  const reports = ['doc-quality', 'doc-match'].map((check) => sampleReport('accept', at, check));
  return [
    { type: 'handed-in', submission: id, requirement },
    ...reports.map((each) => ({ type: 'report-received', submission: id, report: each, facts: told })),
  ];
}

/** Steps that belong together, so that generated lives reach the states that chance alone hardly reaches. */
const CHAPTERS: readonly ((index: number, at: Timestamp) => object[])[] = [
  (index, at) => MEETING.flatMap(([requirement, known]) => meet(index, requirement, known, at)),
  (index) => [
    {
      type: 'proposed',
      proposal: `c${index}`,
      by: ACTORS[0],
      what: { matter: 'approve', reason: 'complete' },
    },
    { type: 'confirmed', proposal: `c${index}`, by: ACTORS[2] },
  ],
  () => [{ type: 'contract-sent', by: ACTORS[0] }, { type: 'contract-signed' }],
  () => [{ type: 'reconsidered', by: ACTORS[0], reason: 'new facts' }],
  () => [{ type: 'resumed', by: ACTORS[0] }],
];

/**
 * Events for a dossier of {@link sampleProduct}: possible ones and impossible ones, in any order, some of them twice. Time
 * mostly goes on, and sometimes back.
 */
export function dossierEvents(options: { readonly maxLength?: number } = {}): fc.Arbitrary<DossierEvent[]> {
  const { maxLength = 40 } = options;
  const single = fc.record({ body, hours: fc.integer({ min: -5, max: 400 }), again: fc.nat({ max: 9 }) });
  const chapter = fc.record({ chapter: fc.nat({ max: CHAPTERS.length - 1 }), hours: fc.nat({ max: 48 }) });
  const drawn = fc.oneof({ weight: 5, arbitrary: single }, { weight: 2, arbitrary: chapter });
  return fc.array(drawn, { maxLength, size: 'max' }).map((parts) => {
    let ms = START_MS;
    const events: DossierEvent[] = [];
    for (const [index, part] of parts.entries()) {
      ms += part.hours * HOUR_MS;
      const at = timestampFromMs(ms);
      const bodies = 'body' in part ? [part.body] : (CHAPTERS[part.chapter]?.(index, at) ?? []);
      for (const [step, each] of bodies.entries())
        events.push({ id: `e${index}.${step}`, at, ...each } as DossierEvent);
      const repeated =
        'again' in part && part.again === 0 ? events[Math.floor(events.length / 2)] : undefined;
      if (repeated) events.push(repeated);
    }
    return events;
  });
}
