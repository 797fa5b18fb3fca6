import { describe, expect, it } from 'vitest';
import { arrive, at, codes, itemsOf, routerWith } from '../test/router-kit.js';
import type { Router } from './router.js';

describe("the advisor's own order", () => {
  const own = (router: Router, type: 'pinned' | 'released', item: string) =>
    router.apply({ type, at: at('08:00'), item, advisor: 'ana' });

  it('pins, raises and snoozes, and survives new messages', () => {
    const router = routerWith({ weights: { reasons: { urgent: 20 } } });
    for (const item of ['a', 'b', 'c', 'd']) arrive(router, item, '08:00');
    own(router, 'pinned', 'c');
    router.apply({ type: 'moved', at: at('08:00'), item: 'd', advisor: 'ana', points: 30 });
    router.apply({ type: 'snoozed', at: at('08:00'), item: 'a', advisor: 'ana', until: at('10:00') });
    arrive(router, 'e', '08:01', { reason: 'urgent' });
    expect(itemsOf(router, 'ana', '08:01')).toEqual(['c', 'd', 'e', 'b']);
    expect(router.list('ana').snoozed).toEqual([{ item: 'a', until: at('10:00') }]);
    expect(itemsOf(router, 'bob', '08:01')).toEqual(['e', 'a', 'b', 'c', 'd']);
    expect(itemsOf(router, 'ana', '10:00')).toEqual(['c', 'd', 'e', 'a', 'b']);
    expect(router.list('ana').snoozed).toEqual([]);
    own(router, 'released', 'c');
    expect(itemsOf(router, 'ana', '10:00')).toEqual(['d', 'e', 'a', 'b', 'c']);
  });

  it('warns by name where a promise would be broken, if the strategy lets it', () => {
    const router = routerWith({
      order: 'earliest-deadline',
      defaultServiceMinutes: 45,
      promises: [{ reason: 'soon', minutes: 60 }],
      personal: { reach: 'warn' },
    });
    arrive(router, 'soon', '08:00', { reason: 'soon' });
    arrive(router, 'later', '08:00');
    own(router, 'pinned', 'later');
    const list = router.list('ana', { at: at('08:00') });
    expect(list.items.map(({ item }) => item)).toEqual(['later', 'soon']);
    expect(list.findings).toEqual([
      {
        code: 'priority-router/personal-endangers',
        outcome: 'failed',
        severity: 'warning',
        params: {
          item: 'soon',
          advisor: 'ana',
          dueAt: '2026-06-01T09:00:00.000Z',
          doneAt: '2026-06-01T09:30:00.000Z',
        },
      },
    ]);
  });

  it('leaves a message that is nearly due at the place the company gives it, snoozed or not', () => {
    const router = routerWith({ order: 'earliest-deadline', promises: [{ reason: 'soon', minutes: 120 }] });
    arrive(router, 'soon', '08:00', { reason: 'soon' });
    arrive(router, 'later', '08:00');
    own(router, 'pinned', 'later');
    router.apply({ type: 'snoozed', at: at('08:00'), item: 'soon', advisor: 'ana', until: at('17:00') });
    expect(itemsOf(router, 'ana', '08:30')).toEqual(['later']);
    expect(itemsOf(router, 'ana', '09:00')).toEqual(['soon', 'later']);
  });

  it('stops at the strategy’s limits', () => {
    const router = routerWith({ personal: { maxPinned: 1, maxPoints: 5 } });
    for (const item of ['a', 'b']) arrive(router, item, '08:00');
    expect(codes(own(router, 'pinned', 'a'))).toEqual([]);
    expect(codes(own(router, 'pinned', 'a'))).toEqual([]);
    expect(codes(own(router, 'pinned', 'b'))).toEqual(['personal-limit']);
    const moved = router.apply({ type: 'moved', at: at('08:00'), item: 'b', advisor: 'ana', points: -6 });
    expect(codes(moved)).toEqual(['personal-limit']);
  });

  it('is passed over where nothing of it fits, down to the first message that does, but never to a snoozed one', () => {
    const router = routerWith({}, []);
    const capacity = { chat: 1, mail: 0 };
    router.apply({ type: 'advisor-set', at: at('07:00'), advisor: 'ana', teams: ['t'], capacity });
    for (let index = 0; index < 60; index++) arrive(router, `mail ${index}`, '08:00', { channel: 'mail' });
    for (const item of ['first', 'second']) arrive(router, item, '08:30', { channel: 'chat' });
    own(router, 'pinned', 'mail 0');
    router.apply({ type: 'snoozed', at: at('08:30'), item: 'first', advisor: 'ana', until: at('10:00') });
    expect(router.next('ana', { at: at('08:30') })).toBe('second');
    expect(router.next('ana', { at: at('10:00') })).toBe('first');
  });
});
