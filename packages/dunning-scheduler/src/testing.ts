import { type Timestamp, timestamp } from '@dossierkit/core';
import type { ClaimedRow, ClaimRange, PlanRow, PlanStore } from './plan-store.js';
import { SHARDS, shardOf } from './plan-store.js';

/** One case of a contract suite: it throws where the store breaks its contract. Free of any test framework. */
export interface ContractCase {
  readonly name: string;
  run(store: PlanStore): Promise<void>;
}

const NOON = timestamp('2026-06-01T12:00:00Z');
const LATER = timestamp('2026-06-01T12:05:00Z');
const MUCH_LATER = timestamp('2026-06-01T13:00:00Z');

const row = (caseId: string, change: Partial<PlanRow> = {}): PlanRow => ({
  key: `${caseId}/reminder/email/0`,
  caseId,
  step: 'reminder',
  channel: 'email',
  shard: shardOf(caseId),
  due: timestamp('2026-06-01T11:00:00Z'),
  until: timestamp('2026-06-01T18:00:00Z'),
  ...change,
});

const range = (now: Timestamp, leaseUntil: Timestamp, limit = 100): ClaimRange => ({
  fromShard: 0,
  toShard: SHARDS,
  now,
  leaseUntil,
  limit,
});

function expectEqual(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

/** What every {@link PlanStore} has to do. Run each case on an empty store. */
export const planStoreContract: readonly ContractCase[] = [
  {
    name: 'hands out due rows, oldest first, and no others',
    run: async (store) => {
      await store.replace([{ caseId: 'b', rows: [row('b', { due: timestamp('2026-06-01T10:00:00Z') })] }]);
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      await store.replace([{ caseId: 'c', rows: [row('c', { due: timestamp('2026-06-02T10:00:00Z') })] }]);
      const claimed = await store.claim(range(NOON, LATER));
      expectEqual(
        claimed.map(({ caseId, claim }) => [caseId, claim]),
        [
          ['b', 1],
          ['a', 1],
        ],
        'claimed rows',
      );
    },
  },
  {
    name: 'hands a row to one worker only while its lease runs, and again after it',
    run: async (store) => {
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      const both = await Promise.all([store.claim(range(NOON, LATER)), store.claim(range(NOON, LATER))]);
      expectEqual(both.flat().length, 1, 'rows claimed by two workers');
      const again = await store.claim(range(MUCH_LATER, timestamp('2026-06-01T13:05:00Z')));
      expectEqual(
        again.map(({ claim }) => claim),
        [2],
        'claims after the lease',
      );
    },
  },
  {
    name: 'lets a row begin once',
    run: async (store) => {
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      const [claimed] = await store.claim(range(NOON, LATER));
      expectEqual(await store.begin([claimed as ClaimedRow], NOON), [claimed], 'first begin');
      expectEqual(await store.begin([claimed as ClaimedRow], NOON), [], 'second begin');
    },
  },
  {
    name: 'does not let a row begin after its lease, or after the plan changed',
    run: async (store) => {
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      const [late] = await store.claim(range(NOON, LATER));
      expectEqual(await store.begin([late as ClaimedRow], MUCH_LATER), [], 'begin after the lease');
      await store.replace([{ caseId: 'b', rows: [row('b')] }]);
      const [stale] = (await store.claim(range(NOON, LATER))).filter(({ caseId }) => caseId === 'b');
      await store.replace([{ caseId: 'b', rows: [] }]);
      expectEqual(await store.begin([stale as ClaimedRow], NOON), [], 'begin after a payment');
    },
  },
  {
    name: 'finds what was begun and never finished, and does not hand it out again',
    run: async (store) => {
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      const [claimed] = await store.claim(range(NOON, LATER));
      await store.begin([claimed as ClaimedRow], NOON);
      expectEqual((await store.claim(range(MUCH_LATER, MUCH_LATER))).length, 0, 'claims of a begun row');
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      expectEqual((await store.claim(range(MUCH_LATER, MUCH_LATER))).length, 0, 'claims after planning anew');
      const lost = await store.unfinished(MUCH_LATER);
      expectEqual(
        lost.map(({ key }) => key),
        [row('a').key],
        'unfinished rows',
      );
    },
  },
  {
    name: 'keeps what was sent sent, when the same contact is planned again',
    run: async (store) => {
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      const [claimed] = await store.claim(range(NOON, LATER));
      await store.begin([claimed as ClaimedRow], NOON);
      await store.finish([{ row: claimed as ClaimedRow, outcome: 'sent' }], NOON);
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      expectEqual((await store.claim(range(MUCH_LATER, MUCH_LATER))).length, 0, 'claims of a sent row');
      expectEqual((await store.unfinished(MUCH_LATER)).length, 0, 'unfinished rows');
    },
  },
  {
    name: 'hands out a failed row again',
    run: async (store) => {
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      const [claimed] = await store.claim(range(NOON, LATER));
      await store.begin([claimed as ClaimedRow], NOON);
      await store.finish([{ row: claimed as ClaimedRow, outcome: 'failed' }], NOON);
      expectEqual((await store.claim(range(MUCH_LATER, MUCH_LATER))).length, 1, 'claims of a failed row');
    },
  },
  {
    name: 'begins and finishes many at once, each by itself',
    run: async (store) => {
      await store.replace(['a', 'b', 'c'].map((caseId) => ({ caseId, rows: [row(caseId)] })));
      const claimed = await store.claim(range(NOON, LATER));
      await store.replace([{ caseId: 'b', rows: [] }]);
      const begun = await store.begin(claimed, NOON);
      expectEqual(begun.map(({ caseId }) => caseId).sort(), ['a', 'c'], 'begun rows');
      const outcomes = { a: 'sent', c: 'unknown' } as const;
      const ends = begun.map((each) => ({ row: each, outcome: outcomes[each.caseId as 'a'] }));
      await store.finish(ends, NOON);
      expectEqual((await store.unfinished(MUCH_LATER)).length, 0, 'unfinished rows');
      expectEqual((await store.claim(range(MUCH_LATER, MUCH_LATER))).length, 0, 'claims of ended rows');
    },
  },
  {
    name: 'begins rows with claiming them, where it is told to',
    run: async (store) => {
      await store.replace([{ caseId: 'a', rows: [row('a')] }]);
      const claimed = await store.claim({ ...range(NOON, LATER), begin: true });
      expectEqual(await store.begin(claimed, NOON), [], 'rows begun again');
      expectEqual((await store.unfinished(MUCH_LATER)).length, 1, 'unfinished rows');
      await store.finish([{ row: claimed[0] as ClaimedRow, outcome: 'sent' }], NOON);
      expectEqual((await store.unfinished(MUCH_LATER)).length, 0, 'rows after the end');
    },
  },
  {
    name: 'keeps to the range of shards and to the limit',
    run: async (store) => {
      await store.replace(['a', 'b', 'c', 'd'].map((caseId) => ({ caseId, rows: [row(caseId)] })));
      const shard = shardOf('a');
      const one = await store.claim({ ...range(NOON, LATER), fromShard: shard, toShard: shard + 1 });
      expectEqual(
        one.every((each) => each.shard === shard),
        true,
        'shards',
      );
      expectEqual((await store.claim(range(NOON, LATER, 2))).length, 2, 'limited claim');
    },
  },
];

export { createMemoryPlanStore } from './internal/memory-plan-store.js';
