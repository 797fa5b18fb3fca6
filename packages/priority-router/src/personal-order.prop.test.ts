import { timestamp } from '@dossierkit/core';
import { test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { calendar, sortedFor } from '../test/router-kit.js';
import type { RouterEvent } from './events.js';
import { createRouter, type Router } from './router.js';
import type { StrategyInput } from './strategy.js';
import { routerEvents, strategies } from './testing.js';

const ADVISORS = ['ana', 'bob', 'cyd', 'dee'];
const RUNS = { numRuns: 60 };

function after(events: readonly RouterEvent[], strategy: StrategyInput): Router {
  const router = createRouter({ strategy, calendar });
  for (const event of events) router.apply(event);
  return router;
}

test.prop([routerEvents(), strategies()], RUNS)(
  'an own order never passes a message that is nearly due, where the strategy says so',
  (events, strategy) => {
    const bounded = {
      ...strategy,
      personal: { ...strategy.personal, reach: 'never-late' as const, reserveMinutes: 120 },
    };
    const router = after(events, bounded);
    for (const advisor of ADVISORS) {
      const company = sortedFor(router, advisor);
      const own = router.list(advisor).items;
      for (const [place, { item, dueAt }] of own.entries()) {
        const nearlyDue = calendar.between(timestamp(lastOf(events)), dueAt) < 120 * 60_000;
        if (nearlyDue)
          expect(place).toBeLessThanOrEqual(Math.max(company.indexOf(item), rankAmong(own, item, company)));
      }
    }
  },
);

/** Several messages may be nearly due: then none can be in front of those that the company puts before it. */
function rankAmong(own: readonly { item: string }[], item: string, company: readonly string[]): number {
  const before = new Set(company.slice(0, company.indexOf(item)));
  return own.filter((each) => before.has(each.item)).length;
}

function lastOf(events: readonly RouterEvent[]): string {
  return events.reduce<string>((latest, { at }) => (at > latest ? at : latest), '2026-06-01T08:00:00.000Z');
}

test.prop([routerEvents(), strategies()], RUNS)(
  'an own order breaks no promise without a warning that names the message',
  (events, strategy) => {
    const minutes = 45;
    const loose = {
      ...strategy,
      defaultServiceMinutes: minutes,
      service: {},
      personal: { ...strategy.personal, reach: 'warn' as const },
    };
    const router = after(events, loose);
    const now = timestamp(lastOf(events));
    for (const advisor of ADVISORS) {
      const { items, findings } = router.list(advisor);
      const own = items.map(({ item }) => item);
      const warned = new Set(findings.map(({ params }) => (params as { item: string }).item));
      for (const [place, item] of sortedFor(router, advisor).entries()) {
        const due = router.item(item)?.dueAt ?? '';
        const doneAt = (index: number) => calendar.add(now, (index + 1) * minutes * 60_000);
        const ownPlace = own.indexOf(item);
        if (doneAt(place) > due) continue;
        if (ownPlace >= 0) expect(warned.has(item)).toBe(doneAt(ownPlace) > due);
      }
    }
  },
);
