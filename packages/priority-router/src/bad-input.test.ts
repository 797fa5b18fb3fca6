import { describe, expect, it } from 'vitest';
import { arrive, at, codes, itemsOf, routerWith } from '../test/router-kit.js';
import type { RouterEvent } from './events.js';

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
    const parts = (value: unknown) =>
      fieldOf({ type: 'delegated', at: at('08:00'), item: 'm', parts: value })[0];
    const expert = { external: 'x' };
    for (const wrong of [
      [null],
      [{ part: 'p' }],
      [{ part: 'p', expert: {} }],
      [{ part: 'p', expert: { advisor: 'a', team: 't' } }],
      [
        { part: 'p', expert },
        { part: 'p', expert },
      ],
    ]) {
      expect(parts(wrong)).toEqual({ row: 0, field: 'parts' });
    }
    expect(fieldOf({ type: 'advisor-set', at: at('08:00'), advisor: 'x', teams: [], capacity: -1 })).toEqual([
      { row: 0, field: 'capacity' },
    ]);
    expect(fieldOf({ type: 'resumed', at: '2400-01-01T00:00:00Z', item: 'm' })).toEqual([
      { row: 0, field: 'at' },
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

  it('does not keep anybody waiting: an import tells how far it is, and can be stopped and gone on with', () => {
    const router = routerWith();
    const rows = Array.from({ length: 12_000 }, (_, index) => ({ item: `m${index}`, team: 't' }));
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = (count: number) => {
      seen.push(count);
      if (count === 10_000) stop.abort();
    };
    const first = router.importMessages(rows, at('08:00'), { onProgress, signal: stop.signal });
    expect(first).toEqual({ imported: 10_000, rows: 10_000, findings: [] });
    expect(seen).toEqual([5000, 10_000]);
    expect(router.size).toBe(10_000);
    const second = router.importMessages(rows.slice(first.rows), at('08:00'));
    expect([second.imported, router.size]).toEqual([2000, 12_000]);
  });
});
