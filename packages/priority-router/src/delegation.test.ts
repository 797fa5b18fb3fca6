import { describe, expect, it } from 'vitest';
import { arrive, at, calendar, codes, itemsOf, routerWith } from '../test/router-kit.js';
import type { RouterEventOf } from './events.js';
import { type Router, restoreRouter } from './router.js';

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

describe('an expert who says nothing', () => {
  const parts: RouterEventOf<'delegated'>['parts'] = [
    { part: 'tax', expert: { external: 'notary' } },
    { part: 'loan', expert: { team: 'desk' } },
  ];
  /** Promised for 16:00, so the expert has until 15:00; half an hour later it is too long. */
  const delegated = () => {
    const router = routerWith();
    arrive(router, 'm', '08:00', { owner: 'ana' });
    router.apply({ type: 'delegated', at: at('09:00'), item: 'm', parts });
    return router;
  };
  const partsOf = (router: Router) =>
    router
      .delegation('m')
      ?.delegation.parts.map(({ part, status, escalatedAt }) => [part, status, escalatedAt]);

  it('is named, and the message is back with its owner by itself', () => {
    const router = delegated();
    expect(router.explain('m')?.changes[0]).toEqual({ change: 'escalation', at: at('15:30') });
    router.apply({ type: 'part-answered', at: at('10:00'), item: 'm', part: 'loan', text: 'Yes.' });
    expect(router.silentExperts({ at: at('14:59') })).toEqual([]);
    expect(router.silentExperts({ at: at('15:00') }).map(({ params }) => params)).toEqual([
      { item: 'm', part: 'tax', dueAt: at('15:00') },
    ]);
    expect(itemsOf(router, 'ana', '15:29')).toEqual([]);
    expect(itemsOf(router, 'ana', '15:30')).toEqual(['m']);
    expect(partsOf(router)).toEqual([
      ['tax', 'open', at('15:30')],
      ['loan', 'answered', undefined],
    ]);
    router.apply({ type: 'part-recalled', at: at('15:31'), item: 'm', part: 'tax' });
    router.apply({ type: 'taken', at: at('15:31'), item: 'm', advisor: 'ana' });
    expect(router.apply({ type: 'answered', at: at('15:32'), item: 'm', advisor: 'ana' })).toEqual([]);
  });

  it('may still answer after that', () => {
    const router = delegated();
    router.apply({ type: 'part-recalled', at: at('15:40'), item: 'm', part: 'loan' });
    router.apply({ type: 'part-answered', at: at('15:41'), item: 'm', part: 'tax', text: 'None.' });
    expect(router.delegation('m')?.reply.status).toBe('complete');
    expect(router.silentExperts()).toEqual([]);
  });

  it('is heard of again where the message was given back to experts', () => {
    const router = delegated();
    router.apply({ type: 'delegated', at: at('15:35'), item: 'm', parts: parts.slice(1) });
    expect(itemsOf(router, 'ana', '15:59')).toEqual([]);
    expect(itemsOf(router, 'ana', '16:00')).toEqual(['m']);
  });

  it('is not forgotten over a snapshot or another strategy', () => {
    const restored = restoreRouter(JSON.parse(JSON.stringify(delegated().snapshot())), { calendar });
    expect(itemsOf(restored, 'ana', '15:30')).toEqual(['m']);
    const changed = delegated();
    const strategy = { id: 's', version: '2', escalateAfterMinutes: 10 };
    changed.apply({ type: 'strategy-changed', at: at('09:00'), strategy });
    expect(itemsOf(changed, 'ana', '15:09')).toEqual([]);
    expect(itemsOf(changed, 'ana', '15:10')).toEqual(['m']);
  });
});
