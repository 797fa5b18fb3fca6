import { describe, expect, it } from 'vitest';
import { arrive, at, calendar, codes, itemsOf, routerWith } from '../test/router-kit.js';
import { createBusinessCalendar } from './business-time/business-calendar.js';
import { defineBusinessHours } from './business-time/business-hours.js';
import { createRouter } from './router.js';

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

describe('branches', () => {
  it('see what a team of theirs has had for long, where the strategy gives up the team', () => {
    const router = routerWith({ relaxing: [{ share: 0.5, drop: 'team' }] }, []);
    for (const [team, branch] of [
      ['cards', 'north'],
      ['loans', 'north'],
      ['far', 'south'],
    ] as const) {
      router.apply({ type: 'team-set', at: at('07:00'), team, branch });
      router.apply({ type: 'advisor-set', at: at('07:00'), advisor: `of ${team}`, teams: [team] });
    }
    arrive(router, 'm', '08:00', { team: 'cards' });
    const seenBy = (time: string) =>
      ['of cards', 'of loans', 'of far'].filter((who) => itemsOf(router, who, time).length > 0);
    expect(seenBy('11:59')).toEqual(['of cards']);
    expect(router.explain('m')?.changes[0]).toEqual({ change: 'team', at: at('12:00') });
    expect(seenBy('12:00')).toEqual(['of cards', 'of loans']);
    expect(router.explain('m')?.candidates.map(({ advisor, reasons }) => [advisor, reasons])).toEqual([
      ['of cards', [{ code: 'priority-router/serves-branch', params: { branch: 'north' } }]],
      ['of loans', [{ code: 'priority-router/serves-branch', params: { branch: 'north' } }]],
      ['of far', [{ code: 'priority-router/other-branch', params: { branch: 'north' } }]],
    ]);
    router.apply({ type: 'team-set', at: at('12:00'), team: 'cards', branch: 'south' });
    expect(seenBy('12:00')).toEqual(['of cards', 'of far']);
    expect(router.item('m')).toMatchObject({ team: 'cards', branch: 'south' });
  });

  it('lend their hours to teams that have none of their own', () => {
    const late = createBusinessCalendar(
      defineBusinessHours({ zone: 'UTC', weekly: { mon: [['12:00', '20:00']] } }),
    );
    const strategy = { id: 's', version: '1', defaultPromiseMinutes: 60 };
    const router = createRouter({ strategy, calendar, teamCalendars: { south: late } });
    arrive(router, 'm', '08:00');
    expect(router.item('m')?.dueAt).toBe(at('09:00'));
    router.apply({ type: 'team-set', at: at('08:00'), team: 't', branch: 'south' });
    expect(router.item('m')?.dueAt).toBe(at('13:00'));
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
