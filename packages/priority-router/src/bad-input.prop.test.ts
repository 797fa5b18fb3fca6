import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { at, calendar, routerWith } from '../test/router-kit.js';
import type { RouterEvent, RouterEventType } from './events.js';
import { createRouter } from './router.js';
import { routerEvents } from './testing.js';

const good = fc.record({
  team: fc.constantFrom('north', 'south'),
  reason: fc.constantFrom('loan', 'card'),
  skills: fc.subarray(['law', 'tax']),
});
const bad = fc.oneof(
  fc.anything().filter((value) => typeof value !== 'object' || value === null || !('team' in value)),
  fc.record({ item: fc.constantFrom('', 7, null), team: fc.constant('north') }),
  fc.record({
    item: fc.constant('x'),
    team: fc.constant('north'),
    receivedAt: fc.constantFrom('', '2026-02-30'),
  }),
  fc.record({ item: fc.constant('x'), team: fc.constant('north'), valueTier: fc.constantFrom(-1, 0.5, '1') }),
  fc.record({ item: fc.constant('x'), team: fc.constant('north'), flags: fc.constantFrom('vip', [7]) }),
);

test.prop(
  [fc.array(fc.oneof({ weight: 20, arbitrary: good }, { weight: 1, arbitrary: bad }), { maxLength: 200 })],
  {
    numRuns: 60,
  },
)('an import takes in every row that can be read, and names each of the others by its number', (rows) => {
  const router = createRouter({ strategy: { id: 's', version: '1' }, calendar });
  const isGood = (row: unknown): row is { team: string } =>
    typeof row === 'object' && row !== null && 'team' in row && !('item' in row);
  const named = rows.map((row, index) => (isGood(row) ? { ...row, item: `m${index}` } : row));
  const { imported, findings } = router.importMessages(named, at('08:00'));
  const expected = rows.flatMap((row, index) => (isGood(row) ? [] : [index]));
  expect(findings.map(({ params }) => (params as { row: number }).row)).toEqual(expected);
  expect(imported).toBe(rows.length - expected.length);
  expect(router.items()).toEqual(rows.flatMap((row, index) => (isGood(row) ? [`m${index}`] : [])));
});

const TYPES: readonly RouterEventType[] = [
  'message-arrived',
  'message-classified',
  'message-withdrawn',
  'customer-changed',
  'team-set',
  'advisor-set',
  'advisor-removed',
  'availability-changed',
  'leave-planned',
  'leave-cancelled',
  'taken',
  'handed-back',
  'answered',
  'reassigned',
  'paused',
  'resumed',
  'pinned',
  'moved',
  'snoozed',
  'released',
  'delegated',
  'part-answered',
  'part-refused',
  'part-recalled',
  'strategy-changed',
  'weight-changed',
];
const name = fc.oneof(fc.constantFrom('m', 'ana', 'bob', 't', 'p'), fc.anything());
const moment = fc.oneof(
  fc.constant(at('09:00')),
  fc.constantFrom('', 'noon', '2400-01-01T00:00:00Z'),
  fc.anything(),
);
const anyEvent = fc.record(
  {
    type: fc.constantFrom(...TYPES),
    at: fc.oneof({ weight: 8, arbitrary: fc.constant(at('09:00')) }, { weight: 1, arbitrary: moment }),
    item: name,
    advisor: name,
    owner: name,
    team: name,
    customer: name,
    part: name,
    text: name,
    why: name,
    branch: name,
    backup: name,
    substitute: name,
    from: moment,
    until: moment,
    points: fc.anything(),
    path: fc.anything(),
    seq: fc.anything(),
    teams: fc.anything(),
    skills: fc.anything(),
    flags: fc.anything(),
    languages: fc.anything(),
    capacity: fc.anything(),
    available: fc.anything(),
    valueTier: fc.anything(),
    interactions: fc.anything(),
    reason: fc.anything(),
    dueAt: moment,
    parts: fc.oneof(fc.anything(), fc.array(fc.record({ part: name, expert: fc.anything() }))),
    reserveMinutes: fc.anything(),
    strategy: fc.anything(),
  },
  { requiredKeys: ['type', 'at'] },
);

test.prop([fc.array(anyEvent, { maxLength: 40 })], { numRuns: 150 })(
  'whatever comes in place of an event, nothing is thrown, and what is refused leaves no trace',
  (events) => {
    const router = routerWith();
    router.apply({ type: 'message-arrived', at: at('08:00'), item: 'm', team: 't', owner: 'ana' });
    for (const event of events) {
      router.figures({ at: at('09:00') });
      const before = JSON.stringify(router.snapshot());
      const [first] = router.apply(event as RouterEvent);
      if (first?.code === 'priority-router/event-unreadable')
        expect(JSON.stringify(router.snapshot())).toBe(before);
    }
    for (const advisor of ['ana', 'bob'])
      if (router.advisors().some((each) => each.advisor === advisor)) router.list(advisor);
    expect(() => router.planAssignments()).not.toThrow();
  },
);

test.prop([routerEvents(), fc.infiniteStream(fc.nat())], { numRuns: 30 })(
  'events that come twice, under their number, count once',
  (events, picks) => {
    const strategy = { id: 's', version: '1' };
    const [once, twice] = [createRouter({ strategy, calendar }), createRouter({ strategy, calendar })];
    for (const [index, event] of events.entries()) {
      const numbered = { ...event, seq: index };
      once.apply(numbered);
      twice.apply(numbered);
      const again = (picks.next().value as number) % (index + 1);
      const repeated = { ...(events[again] as RouterEvent), seq: again };
      expect(twice.apply(repeated).map(({ code }) => code)).toEqual(['priority-router/event-duplicate']);
    }
    expect(twice.snapshot()).toEqual(once.snapshot());
  },
);
