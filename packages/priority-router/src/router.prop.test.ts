import { timestamp } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { sortedFor } from '../test/router-kit.js';
import { createBusinessCalendar } from './business-time/business-calendar.js';
import { defineBusinessHours } from './business-time/business-hours.js';
import type { RouterEvent } from './events.js';
import { createRouter, type Router, restoreRouter } from './router.js';
import type { StrategyInput } from './strategy.js';
import { routerEvents, strategies } from './testing.js';

const day = [['08:00', '18:00']] as [string, string][];
const calendar = createBusinessCalendar(
  defineBusinessHours({ zone: 'UTC', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
);
const ADVISORS = ['ana', 'bob', 'cyd', 'dee'];
/** Events of an advisor's own order. */
const OWN: readonly string[] = ['pinned', 'moved', 'snoozed'];
const RUNS = { numRuns: 60 };

function after(events: readonly RouterEvent[], strategy: StrategyInput): Router {
  const router = createRouter({ strategy, calendar });
  for (const event of events) router.apply(event);
  return router;
}

test.prop([routerEvents(), strategies()], RUNS)('no message is lost or doubled', (events, strategy) => {
  const router = createRouter({ strategy, calendar });
  const open = new Set<string>();
  for (const event of events) {
    const refused = router.apply(event).some(({ severity }) => severity !== 'info');
    if (!refused && event.type === 'message-arrived') open.add(event.item);
    if (!refused && (event.type === 'answered' || event.type === 'message-withdrawn'))
      open.delete(event.item);
    const parents = router.items().filter((item) => !item.includes('/'));
    expect(new Set(parents)).toEqual(open);
    expect(parents.length).toBe(open.size);
  }
  for (const item of router.items()) {
    const view = router.item(item);
    expect(view?.state === 'in-hand').toBe(view?.holder !== null);
    if (view?.state !== 'waiting')
      expect(ADVISORS.flatMap((who) => router.list(who).items.map((each) => each.item))).not.toContain(item);
  }
});

test.prop([routerEvents(), strategies()], RUNS)(
  'every list is what scoring and sorting everything gives',
  (events, strategy) => {
    const unmoved = events.filter(({ type }) => !OWN.includes(type));
    const router = after(unmoved, strategy);
    for (const advisor of ADVISORS) {
      expect(router.list(advisor).items.map(({ item }) => item)).toEqual(sortedFor(router, advisor));
    }
  },
);

test.prop([routerEvents(), strategies()], RUNS)(
  'nobody is given more than their capacity',
  (events, strategy) => {
    const router = createRouter({ strategy, calendar });
    const capacity = new Map<string, number>();
    for (const event of events) {
      if (event.type === 'advisor-set' && typeof event.capacity === 'number')
        capacity.set(event.advisor, event.capacity);
      const refused = router.apply(event).some(({ severity }) => severity === 'warning');
      if (event.type !== 'taken' || refused) continue;
      const inHand = router.items().filter((item) => router.item(item)?.holder === event.advisor).length;
      expect(inHand).toBeLessThanOrEqual(capacity.get(event.advisor) ?? 0);
    }
    const planned = new Map<string, number>();
    for (const { advisor } of router.planAssignments())
      planned.set(advisor ?? '', (planned.get(advisor ?? '') ?? 0) + 1);
    for (const [advisor, count] of planned) {
      const inHand = router.items().filter((item) => router.item(item)?.holder === advisor).length;
      expect(inHand + count).toBeLessThanOrEqual(capacity.get(advisor) ?? 0);
    }
  },
);

test.prop([routerEvents(), strategies()], RUNS)(
  'the parts of every explanation add up to the score',
  (events, strategy) => {
    const router = after(events, strategy);
    for (const item of router.items()) {
      const explained = router.explain(item);
      expect(explained?.parts.reduce((sum, { points }) => sum + points, 0)).toBe(explained?.score);
    }
  },
);

test.prop([routerEvents(), strategies()], RUNS)(
  'asking changes nothing, whenever somebody asks',
  (events, strategy) => {
    const quiet = createRouter({ strategy, calendar });
    const asked = createRouter({ strategy, calendar });
    for (const event of events) {
      const moment = { at: event.at };
      for (const advisor of asked.advisors(moment)) asked.list(advisor.advisor, moment);
      for (const item of asked.items().slice(0, 3)) asked.explain(item);
      asked.atRisk(60, moment);
      asked.planAssignments(moment);
      quiet.apply(event);
      asked.apply(event);
    }
    expect(asked.snapshot()).toEqual(quiet.snapshot());
  },
);

test.prop([routerEvents(), strategies(), fc.nat({ max: 60 })], RUNS)(
  'a snapshot anywhere in between changes nothing that comes after',
  (events, strategy, cut) => {
    const whole = after(events, strategy);
    const half = after(events.slice(0, cut), strategy);
    const restored = restoreRouter(JSON.parse(JSON.stringify(half.snapshot())), { calendar });
    for (const event of events.slice(cut)) restored.apply(event);
    expect(restored.items().toSorted()).toEqual(whole.items().toSorted());
    for (const advisor of ADVISORS) expect(restored.list(advisor)).toEqual(whole.list(advisor));
    expect(restored.planAssignments()).toEqual(whole.planAssignments());
  },
);

test.prop([routerEvents(), strategies()], RUNS)(
  'an advisor who is away changes nothing',
  (events, strategy) => {
    const at = timestamp('2026-06-01T08:00:00Z');
    const absent: readonly RouterEvent[] = [
      { type: 'advisor-set', at, advisor: 'eve', teams: ['north', 'south'], skills: ['law'] },
      { type: 'availability-changed', at, advisor: 'eve', available: false },
    ];
    const without = after(events, strategy);
    const withEve = after([...absent, ...events], strategy);
    for (const advisor of ADVISORS) expect(withEve.list(advisor)).toEqual(without.list(advisor));
    expect(withEve.planAssignments().map(({ item, advisor }) => [item, advisor])).toEqual(
      without.planAssignments().map(({ item, advisor }) => [item, advisor]),
    );
  },
);

test.prop([strategies(), fc.integer({ min: 1, max: 30 })], RUNS)(
  'with waiting that counts, nothing waits for ever behind newer messages',
  (strategy, load) => {
    const weights = { ...strategy.weights, waitingHour: Math.max(1, strategy.weights?.waitingHour ?? 1) };
    const fair = { ...strategy, weights, service: {}, exclude: { flags: [] } };
    const router = createRouter({ strategy: fair, calendar });
    const start = Date.parse('2026-06-01T08:00:00Z');
    const when = (step: number) => timestamp(new Date(start + step * 3_600_000).toISOString());
    router.apply({ type: 'advisor-set', at: when(0), advisor: 'ana', teams: ['north'] });
    for (let index = 0; index < load; index++) {
      router.apply({ type: 'message-arrived', at: when(0), item: `old ${index}`, team: 'north' });
    }
    // One comes, of the heaviest kind, for each that is answered: what is old must still get through.
    let step = 0;
    while (router.items().some((item) => item.startsWith('old')) && step < 2000) {
      router.apply({
        type: 'message-arrived',
        at: when(step),
        item: `new ${step}`,
        team: 'north',
        reason: 'fraud',
        flags: ['vip'],
      });
      const item = router.next('ana', { at: when(step) });
      if (item === null) break;
      router.apply({ type: 'taken', at: when(step), item, advisor: 'ana' });
      router.apply({ type: 'answered', at: when(step), item, advisor: 'ana' });
      step++;
    }
    expect(router.items().filter((item) => item.startsWith('old'))).toEqual([]);
    // By cost of delay, what came at `t` passes what came at 0 as long as its promise is up to 16 times shorter (30 to 480
    // minutes) than the time since: so all is served by 16 times the backlog. By points or due times, what weighs most or
    // is due first wins 80 points and a promise of 2,000 minutes, a week with nights and weekend, at most.
    expect(step).toBeLessThanOrEqual(16 * load + 250);
  },
);
