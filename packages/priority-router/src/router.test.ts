import { timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { createBusinessCalendar } from './business-time/business-calendar.js';
import { defineBusinessHours } from './business-time/business-hours.js';
import type { Message, RouterEvent, RouterEventOf } from './events.js';
import { createRouter, type Router, restoreRouter } from './router.js';
import type { StrategyInput } from './strategy.js';

const day = [['08:00', '18:00']] as [string, string][];
const calendar = createBusinessCalendar(
  defineBusinessHours({ zone: 'UTC', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
);
const MONDAY = '2026-06-01';
const at = (time: string, date = MONDAY) => timestamp(`${date}T${time}:00Z`);

function routerWith(strategy: Partial<StrategyInput> = {}, advisors = ['ana', 'bob', 'cyd']): Router {
  const router = createRouter({ strategy: { id: 's', version: '1', ...strategy }, calendar });
  for (const advisor of advisors) {
    router.apply({
      type: 'advisor-set',
      at: at('07:00'),
      advisor,
      teams: ['t'],
      languages: ['fr'],
      skills: ['loans'],
    });
  }
  return router;
}

function arrive(router: Router, item: string, time: string, facts: Partial<Message> = {}) {
  return router.apply({ type: 'message-arrived', at: at(time), item, team: 't', ...facts });
}

const itemsOf = (router: Router, advisor: string, time: string) =>
  router.list(advisor, { at: at(time) }).items.map(({ item }) => item);

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code.split('/')[1]);

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

describe('owners', () => {
  it('keeps a message with its owner until the stated share of the time is left', () => {
    const router = routerWith();
    arrive(router, 'm', '08:00', { owner: 'ana' });
    expect(itemsOf(router, 'ana', '11:59')).toEqual(['m']);
    expect(itemsOf(router, 'bob', '11:59')).toEqual([]);
    expect(router.explain('m')?.candidates.find(({ advisor }) => advisor === 'bob')?.reasons).toEqual([
      {
        code: 'priority-router/reserved-for-owner',
        params: { owner: 'ana', until: '2026-06-01T12:00:00.000Z' },
      },
    ]);
    expect(itemsOf(router, 'bob', '12:00')).toEqual(['m']);
    expect(itemsOf(router, 'ana', '12:00')).toEqual(['m']);
  });

  it('gives the work of an absent owner to the end of the chain, and back if it was not touched', () => {
    const router = routerWith();
    arrive(router, 'x', '08:00', { owner: 'ana' });
    arrive(router, 'y', '08:00', { owner: 'bob' });
    const leave = { type: 'leave-planned', at: at('08:00'), from: at('09:00'), until: at('11:00') } as const;
    router.apply({ ...leave, advisor: 'ana', substitute: 'bob' });
    router.apply({ ...leave, advisor: 'bob', substitute: 'cyd' });
    expect(itemsOf(router, 'cyd', '08:30')).toEqual([]);
    expect(itemsOf(router, 'cyd', '10:00')).toEqual(['x', 'y']);
    expect(itemsOf(router, 'ana', '10:00')).toEqual([]);
    expect(itemsOf(router, 'ana', '11:00')).toEqual(['x']);
    expect(itemsOf(router, 'cyd', '11:00')).toEqual([]);
  });

  it('refuses substitutes and backups that close a circle, and lets the team answer', () => {
    const router = routerWith();
    arrive(router, 'x', '08:00', { owner: 'ana' });
    const leave = { type: 'leave-planned', at: at('08:00'), from: at('08:00'), until: at('18:00') } as const;
    expect(router.apply({ ...leave, advisor: 'ana', substitute: 'bob' })).toEqual([]);
    expect(router.apply({ ...leave, advisor: 'bob', substitute: 'ana' })).toEqual([
      {
        code: 'priority-router/backup-cycle',
        outcome: 'failed',
        severity: 'warning',
        params: { advisor: 'bob', chain: ['bob', 'ana', 'bob'] },
      },
    ]);
    expect(itemsOf(router, 'cyd', '09:00')).toEqual(['x']);
    const set = (advisor: string, backup: string) =>
      codes(router.apply({ type: 'advisor-set', at: at('09:00'), advisor, teams: ['t'], backup }));
    expect(set('ana', 'cyd')).toEqual([]);
    expect(set('cyd', 'ana')).toEqual(['backup-cycle']);
    expect(set('cyd', 'cyd')).toEqual(['backup-cycle']);
  });
});

describe('skills and capacity', () => {
  it('gives up a language, then skills, as time runs out', () => {
    const relaxing = [
      { share: 0.75, drop: 'language' as const },
      { share: 0.25, drop: 'skills' as const },
    ];
    const router = routerWith({ relaxing });
    router.apply({ type: 'advisor-set', at: at('07:00'), advisor: 'dee', teams: ['t'], skills: ['loans'] });
    router.apply({ type: 'advisor-set', at: at('07:00'), advisor: 'eli', teams: ['t'] });
    arrive(router, 'm', '08:00', { language: 'fr', skills: ['loans'] });
    const seenBy = (time: string) =>
      ['ana', 'dee', 'eli'].filter((who) => itemsOf(router, who, time).length > 0);
    expect(seenBy('09:59')).toEqual(['ana']);
    expect(seenBy('10:00')).toEqual(['ana', 'dee']);
    expect(seenBy('14:00')).toEqual(['ana', 'dee', 'eli']);
  });

  it('never goes over a capacity, by channel or in all', () => {
    const router = routerWith({ channelLoad: { chat: 2 } }, []);
    router.apply({
      type: 'advisor-set',
      at: at('07:00'),
      advisor: 'ana',
      teams: ['t'],
      capacity: { chat: 4, mail: 1 },
    });
    for (const item of ['c1', 'c2', 'c3']) arrive(router, item, '08:00', { channel: 'chat' });
    for (const item of ['m1', 'm2']) arrive(router, item, '08:00', { channel: 'mail' });
    expect(router.planAssignments().map(({ item }) => item)).toEqual(['c1', 'c2', 'm1']);
    const take = (item: string) =>
      codes(router.apply({ type: 'taken', at: at('08:01'), item, advisor: 'ana' }));
    expect(['c1', 'c2', 'c3', 'm1', 'm2'].map(take)).toEqual([
      [],
      [],
      ['over-capacity'],
      [],
      ['over-capacity'],
    ]);
    expect(router.next('ana')).toBeNull();
    router.apply({ type: 'answered', at: at('08:02'), item: 'c2', advisor: 'ana' });
    expect(router.next('ana')).toBe('c3');
  });
});

describe('a wave', () => {
  it('goes out so that owners and spread fit best together, within capacity', () => {
    const router = routerWith({ overflowShare: 1 }, []);
    for (const advisor of ['ana', 'bob']) {
      router.apply({ type: 'advisor-set', at: at('07:00'), advisor, teams: ['t'], capacity: 2 });
    }
    for (const item of ['1', '2', '3', '4', '5'])
      arrive(router, item, '08:00', item === '3' ? { owner: 'bob' } : {});
    const wave = router.planWave({ at: at('08:00') });
    const load = (who: string) => wave.filter(({ advisor }) => advisor === who).length;
    expect([load('ana'), load('bob')]).toEqual([2, 2]);
    expect(wave.find(({ item }) => item === '3')?.advisor).toBe('bob');
    expect(
      router
        .planWave({ ownPoints: 0, limit: 2 })
        .map(({ advisor }) => advisor)
        .toSorted(),
    ).toEqual(['ana', 'bob']);
  });
});

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
    expect(itemsOf(router, 'bob', '08:01')).toEqual(['e', 'a', 'b', 'c', 'd']);
    expect(itemsOf(router, 'ana', '10:00')).toEqual(['c', 'd', 'e', 'a', 'b']);
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

describe('several requests in one message', () => {
  it('go to their experts, come back in any order, and make one reply in the customer’s order', () => {
    const router = routerWith();
    arrive(router, 'm', '08:00', { owner: 'ana' });
    const parts: RouterEventOf<'delegated'>['parts'] = [
      { part: 'loan', expert: { advisor: 'bob' } },
      { part: 'tax', expert: { external: 'notary' } },
    ];
    router.apply({ type: 'delegated', at: at('08:30'), item: 'm', parts });
    expect(itemsOf(router, 'ana', '08:30')).toEqual([]);
    expect(itemsOf(router, 'bob', '08:30')).toEqual(['m/loan']);
    expect(router.item('m/loan')?.dueAt).toBe('2026-06-01T15:00:00.000Z');
    router.apply({ type: 'part-answered', at: at('09:00'), item: 'm', part: 'tax', text: 'None is due.' });
    expect(router.delegation('m')?.reply.status).toBe('partial');
    router.apply({ type: 'part-refused', at: at('09:30'), item: 'm', part: 'loan', why: 'not mine' });
    expect(itemsOf(router, 'ana', '09:30')).toEqual(['m']);
    router.apply({ type: 'taken', at: at('09:30'), item: 'm', advisor: 'ana' });
    expect(codes(router.apply({ type: 'answered', at: at('09:31'), item: 'm', advisor: 'ana' }))).toEqual([
      'item-state',
    ]);
    router.apply({ type: 'part-answered', at: at('09:32'), item: 'm', part: 'loan', text: 'Granted.' });
    expect(router.delegation('m')?.reply).toEqual({
      status: 'complete',
      sections: [
        { part: 'loan', text: 'Granted.' },
        { part: 'tax', text: 'None is due.' },
      ],
      missing: [],
    });
    expect(router.apply({ type: 'answered', at: at('09:33'), item: 'm', advisor: 'ana' })).toEqual([]);
    expect(router.size).toBe(0);
  });
});

describe('bad input', () => {
  it('is named and changes nothing', () => {
    const router = routerWith();
    arrive(router, 'm', '08:00');
    const events: [RouterEvent, string][] = [
      [{ type: 'message-arrived', at: at('08:00'), item: 'm', team: 't' }, 'item-exists'],
      [{ type: 'taken', at: at('08:00'), item: 'm', advisor: 'zoe' }, 'advisor-unknown'],
      [{ type: 'taken', at: at('08:00'), item: 'n', advisor: 'ana' }, 'item-unknown'],
      [{ type: 'answered', at: at('08:00'), item: 'm', advisor: 'ana' }, 'item-state'],
      [{ type: 'resumed', at: at('08:00'), item: 'm' }, 'item-state'],
      [{ type: 'part-answered', at: at('08:00'), item: 'm', part: 'p', text: '' }, 'part-unknown'],
      [{ type: 'advisor-set', at: at('08:00'), advisor: 'zed', teams: ['t'], capacity: 0 }, 'capacity-zero'],
      [
        { type: 'strategy-changed', at: at('08:00'), strategy: { id: 's', version: '1', overflowShare: 2 } },
        'strategy-invalid',
      ],
    ];
    for (const [event, code] of events) expect(codes(router.apply(event))).toEqual([code]);
    expect(itemsOf(router, 'ana', '08:00')).toEqual(['m']);
  });

  it('from outside the types is named by its field', () => {
    const router = routerWith();
    const fieldOf = (event: unknown) => router.apply(event as RouterEvent).map(({ params }) => params);
    expect(fieldOf({ type: 'toString', at: at('08:00') })).toEqual([{ row: 0, field: 'type' }]);
    expect(fieldOf({ type: 'answered', at: 'noon', item: 'm' })).toEqual([{ row: 0, field: 'at' }]);
    expect(fieldOf({ type: 'message-arrived', at: at('08:00'), item: 'm' })).toEqual([
      { row: 0, field: 'team' },
    ]);
    expect(fieldOf({ type: 'advisor-set', at: at('08:00'), advisor: 'x' })).toEqual([
      { row: 0, field: 'teams' },
    ]);
    expect(fieldOf({ type: 'moved', at: at('08:00'), item: 'm', advisor: 'ana', points: null })).toEqual([
      { row: 0, field: 'points' },
    ]);
    expect(router.size).toBe(0);
  });

  it('passes over an event seen before, and notes one that is late', () => {
    const router = routerWith();
    const event = { type: 'message-arrived', item: 'm', team: 't', seq: 7 } as const;
    expect(router.apply({ ...event, at: at('09:00') })).toEqual([]);
    expect(codes(router.apply({ ...event, at: at('09:00') }))).toEqual(['event-duplicate']);
    expect(codes(router.apply({ ...event, at: at('08:00'), item: 'n', seq: 8 }))).toEqual(['event-late']);
    expect(itemsOf(router, 'ana', '09:00')).toEqual(['n', 'm']);
  });

  it('is reported row by row in an import, and the rest is in', () => {
    const router = routerWith();
    const rows = [
      { item: 'a', team: 't' },
      null,
      { item: 'b' },
      { item: 'c', team: 't', receivedAt: '2026-02-31T00:00:00Z' },
    ];
    const { imported, findings } = router.importMessages([...rows, { item: 'd', team: 't' }], at('08:00'));
    expect(imported).toBe(2);
    expect(findings.map(({ params }) => params)).toEqual([
      { row: 1, field: '' },
      { row: 2, field: 'team' },
      { row: 3, field: 'receivedAt' },
    ]);
  });
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
