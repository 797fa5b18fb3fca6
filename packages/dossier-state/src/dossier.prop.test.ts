import { canonicalJson, type JsonValue, timestamp, timestampFromMs } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  applyEvent,
  type Dossier,
  openDossier,
  parseDossier,
  replayDossier,
  summarizeDossier,
} from './index.js';
import { walk } from './internal/walk.js';
import { dossierEvents, sampleProduct, sampleReport } from './testing.js';

const product = sampleProduct();
const at = timestamp('2026-05-04T08:00:00Z');
const text = (value: unknown): string => canonicalJson(value as JsonValue);

function opened(answers = {}): Dossier {
  const result = openDossier({ id: 'd', product, answers, at });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.dossier;
}

// 1,000 lives of 55 events on average; scripts/nightly.ts runs a million and more.
test.prop([dossierEvents({ maxLength: 100 })], { numRuns: 1_000 })(
  'no sequence of events breaks a rule',
  (events) => {
    expect(walk(events, product).broken).toEqual([]);
  },
  120_000,
);

test.prop([dossierEvents()], { numRuns: 100 })('the log alone gives the same bytes', (events) => {
  const { dossier, log } = walk(events, product);
  const replayed = replayDossier(JSON.parse(JSON.stringify(log)), { products: [product] });
  expect(replayed.ok && text(replayed.value)).toBe(text(dossier));
});

test.prop([dossierEvents()], { numRuns: 100 })('storing and reading back changes nothing', (events) => {
  const { dossier } = walk(events, product);
  const read = parseDossier(JSON.parse(JSON.stringify(dossier)), { product });
  expect(read.ok && text(read.value)).toBe(text(dossier));
});

test.prop([dossierEvents()], { numRuns: 100 })(
  'a second delivery of everything changes nothing',
  (events) => {
    const { dossier, log } = walk(events, product);
    const repeated = log.slice(-60).filter(({ type }) => type !== 'opened');
    const again = repeated.reduce((state, event) => {
      const result = applyEvent(state, event, { product });
      return result.ok ? result.value.dossier : state;
    }, dossier);
    expect(text(again)).toBe(text(dossier));
  },
);

const documents = fc.uniqueArray(fc.constantFrom('identity:borrower-1', 'address', 'income:borrower-1'), {
  minLength: 1,
});

test.prop([documents, fc.infiniteStream(fc.nat())], { numRuns: 100 })(
  'in whatever order documents and reports arrive, the requirements end the same',
  (requirements, random) => {
    const events = requirements.flatMap((requirement, index) => {
      const submission = `s${index}`;
      const report = sampleReport(index === 1 ? 'reject' : 'accept', at);
      return [
        { id: `h${index}`, at, type: 'handed-in' as const, submission, requirement },
        {
          id: `r${index}`,
          at,
          type: 'report-received' as const,
          submission,
          report,
          facts: { issuedOn: '2026-05-01' },
        },
      ];
    });
    const draws = random[Symbol.iterator]();
    const shuffled = events
      .map((event) => ({ event, key: draws.next().value as number }))
      .sort((a, b) => a.key - b.key)
      .map(({ event }) => event);
    const statuses = (list: typeof events): unknown =>
      summarizeDossier(walk(list, product).dossier, product, { at }).requirements.map(({ id, status }) => [
        id,
        status,
      ]);
    expect(statuses(shuffled)).toEqual(statuses(events));
  },
);

test.prop([fc.anything()], { numRuns: 300 })('anything at all gets an answer', (event) => {
  const dossier = opened();
  expect(applyEvent(dossier, event as never, { product }).ok).toBe(false);
  expect(parseDossier(event, { product }).ok).toBe(false);
});

test.prop([fc.integer({ min: 1, max: 180 }), fc.integer({ min: 0, max: 365 * 20 })], { numRuns: 100 })(
  'a re-verification is due on the day, up to 15 years later',
  (reverifyMonths, days) => {
    const long = sampleProduct({
      signature: false,
      requirements: [{ id: 'id', kinds: ['x'], reverify: true }],
      limits: { reverifyMonths },
    });
    const start = timestampFromMs(Date.parse(at) + days * 86_400_000);
    const by = { id: 'ada', kind: 'person' } as const;
    const { dossier } = walk(
      [
        { id: '1', at: start, type: 'handed-in', submission: 's', requirement: 'id' },
        {
          id: '2',
          at: start,
          type: 'report-received',
          submission: 's',
          report: sampleReport('accept', start),
        },
        { id: '3', at: start, type: 'proposed', proposal: 'p', by, what: { matter: 'approve', reason: 'r' } },
        { id: '4', at: start, type: 'activated', by },
      ],
      long,
    );
    const due = dossier.timers.reverify as string;
    const months =
      (Number(due.slice(0, 4)) - Number(start.slice(0, 4))) * 12 +
      Number(due.slice(5, 7)) -
      Number(start.slice(5, 7));
    expect(months).toBe(reverifyMonths);
    expect(due.slice(10)).toBe(start.slice(10));
  },
);
