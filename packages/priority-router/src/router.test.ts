import { describe, expect, it } from 'vitest';
import { arrive, at, calendar, codes, itemsOf, routerWith } from '../test/router-kit.js';
import { restoreRouter } from './router.js';

describe('order', () => {
  it('adds up weights and waiting, and explains the sum', () => {
    const router = routerWith({
      weights: {
        reasons: { fraud: 30 },
        profiles: { private: 4 },
        flags: { angry: 2 },
        valueTiers: [0, 3],
        interaction: 1,
      },
    });
    arrive(router, 'old', '08:00');
    arrive(router, 'fraud', '09:00', { reason: 'fraud' });
    arrive(router, 'angry', '09:00', { profile: 'private', flags: ['angry'], valueTier: 1, interactions: 9 });
    expect(itemsOf(router, 'ana', '12:00')).toEqual(['fraud', 'angry', 'old']);
    const explained = router.explain('angry');
    expect(explained?.parts.map(({ part, points }) => [part, points])).toEqual([
      ['profile', 4],
      ['value', 3],
      ['interactions', 5],
      ['flag', 2],
      ['waiting', 3],
    ]);
    expect(explained?.score).toBe(17);
    expect(explained?.changes.at(-1)).toEqual({ change: 'overtakes', item: 'fraud', points: 16 });
  });

  it('orders by due time across promises of different lengths', () => {
    const router = routerWith({ order: 'earliest-deadline', promises: [{ reason: 'short', minutes: 60 }] });
    arrive(router, 'long', '08:00');
    arrive(router, 'short', '11:00', { reason: 'short' });
    expect(itemsOf(router, 'ana', '11:00')).toEqual(['short', 'long']);
    expect(router.item('long')?.dueAt).toBe('2026-06-01T16:00:00.000Z');
  });

  it('weighs delay by its cost and by how fast it can be ended', () => {
    const service = { quick: { minutes: 2 }, slow: { minutes: 20 }, dear: { minutes: 20, delayCost: 50 } };
    const router = routerWith({ order: 'generalised-cmu', service });
    for (const reason of ['slow', 'quick', 'dear']) arrive(router, reason, '08:00', { reason });
    expect(itemsOf(router, 'ana', '09:00')).toEqual(['dear', 'quick', 'slow']);
  });

  it('follows a weight that is changed while messages wait, and refuses one that is none', () => {
    const router = routerWith();
    arrive(router, 'a', '08:00', { reason: 'a' });
    arrive(router, 'b', '09:00', { reason: 'b' });
    expect(itemsOf(router, 'ana', '09:00')).toEqual(['a', 'b']);
    const raise = (path: string[], points: number) =>
      codes(router.apply({ type: 'weight-changed', at: at('09:00'), path, points }));
    expect(raise(['reasons', 'b'], 5)).toEqual([]);
    expect(itemsOf(router, 'ana', '09:00')).toEqual(['b', 'a']);
    expect(raise(['reasons', 'b'], -5)).toEqual(['weight-invalid']);
    expect(raise(['reason'], 5)).toEqual(['weight-invalid']);
  });
});

describe('clocks', () => {
  it('stand still while the customer is asked, and keep that when the promise changes', () => {
    const router = routerWith();
    arrive(router, 'm', '08:00');
    router.apply({ type: 'paused', at: at('09:00'), item: 'm' });
    expect(itemsOf(router, 'ana', '09:30')).toEqual([]);
    router.apply({ type: 'resumed', at: at('11:00'), item: 'm' });
    expect(router.item('m')?.dueAt).toBe('2026-06-01T18:00:00.000Z');
    const strategy = { id: 's', version: '2', defaultPromiseMinutes: 240 };
    router.apply({ type: 'strategy-changed', at: at('11:00'), strategy });
    expect(router.item('m')?.dueAt).toBe('2026-06-01T14:00:00.000Z');
  });

  it('name what is late or will be', () => {
    const router = routerWith({ promises: [{ reason: 'soon', minutes: 60 }] });
    arrive(router, 'm', '08:00');
    arrive(router, 'soon', '08:30', { reason: 'soon' });
    expect(router.atRisk(30, { at: at('09:00') })).toMatchObject([{ params: { item: 'soon', late: false } }]);
    expect(router.atRisk(30, { at: at('15:40') }).map(({ params }) => params)).toMatchObject([
      { item: 'soon', late: true },
      { item: 'm', late: false },
    ]);
  });
});

it('tells a team lead who is there, who stands in, and how much is open', () => {
  const router = routerWith();
  const leave = { from: at('08:00'), until: at('12:00'), substitute: 'bob' };
  router.apply({ type: 'leave-planned', at: at('08:00'), advisor: 'ana', ...leave });
  router.apply({ type: 'availability-changed', at: at('08:00'), advisor: 'cyd', available: false });
  for (const item of ['a', 'b', 'c']) arrive(router, item, '08:00');
  router.apply({ type: 'taken', at: at('08:00'), item: 'a', advisor: 'bob' });
  router.apply({ type: 'paused', at: at('08:00'), item: 'b' });
  const nobody = { until: null, load: 0, inHand: 0, capacity: null };
  expect(router.advisors()).toEqual([
    { ...nobody, advisor: 'ana', state: 'on-leave', until: at('12:00'), standIn: 'bob' },
    { ...nobody, advisor: 'bob', state: 'present', standIn: 'bob', inHand: 1, load: 1 },
    { ...nobody, advisor: 'cyd', state: 'away', standIn: 'cyd' },
  ]);
  const open = { open: 3, waiting: 1, inHand: 1, paused: 1, delegated: 0 };
  expect(router.figures()).toEqual({ ...open, late: 0 });
  expect(router.figures({ at: at('17:00') })).toEqual({ ...open, late: 2 });
});

it('is the same router after a snapshot, as JSON', () => {
  const router = routerWith();
  for (const item of ['a', 'b', 'c']) arrive(router, item, '08:00', { owner: 'ana', customer: 'k' });
  router.apply({ type: 'pinned', at: at('08:00'), item: 'c', advisor: 'ana' });
  router.apply({ type: 'taken', at: at('08:00'), item: 'b', advisor: 'ana' });
  router.apply({ type: 'paused', at: at('08:30'), item: 'a' });
  const restored = restoreRouter(JSON.parse(JSON.stringify(router.snapshot())), { calendar });
  for (const each of [router, restored]) each.apply({ type: 'resumed', at: at('09:00'), item: 'a' });
  expect(restored.snapshot()).toEqual(router.snapshot());
  expect(restored.list('ana')).toEqual(router.list('ana'));
  expect(restored.explain('a')).toEqual(router.explain('a'));
});
