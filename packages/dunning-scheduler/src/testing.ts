import { type Timestamp, timestamp } from '@dossierkit/core';
import type { ClaimedRow, ClaimRange, PlanRow, PlanStore, SendOutcome } from './plan-store.js';
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
      await store.replace('b', [row('b', { due: timestamp('2026-06-01T10:00:00Z') })]);
      await store.replace('a', [row('a')]);
      await store.replace('c', [row('c', { due: timestamp('2026-06-02T10:00:00Z') })]);
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
      await store.replace('a', [row('a')]);
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
      await store.replace('a', [row('a')]);
      const [claimed] = await store.claim(range(NOON, LATER));
      expectEqual(await store.begin(claimed as ClaimedRow, NOON), true, 'first begin');
      expectEqual(await store.begin(claimed as ClaimedRow, NOON), false, 'second begin');
    },
  },
  {
    name: 'does not let a row begin after its lease, or after the plan changed',
    run: async (store) => {
      await store.replace('a', [row('a')]);
      const [late] = await store.claim(range(NOON, LATER));
      expectEqual(await store.begin(late as ClaimedRow, MUCH_LATER), false, 'begin after the lease');
      await store.replace('b', [row('b')]);
      const [stale] = (await store.claim(range(NOON, LATER))).filter(({ caseId }) => caseId === 'b');
      await store.replace('b', []);
      expectEqual(await store.begin(stale as ClaimedRow, NOON), false, 'begin after a payment');
    },
  },
  {
    name: 'finds what was begun and never finished, and does not hand it out again',
    run: async (store) => {
      await store.replace('a', [row('a')]);
      const [claimed] = await store.claim(range(NOON, LATER));
      await store.begin(claimed as ClaimedRow, NOON);
      expectEqual((await store.claim(range(MUCH_LATER, MUCH_LATER))).length, 0, 'claims of a begun row');
      await store.replace('a', [row('a')]);
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
      await store.replace('a', [row('a')]);
      const [claimed] = await store.claim(range(NOON, LATER));
      await store.begin(claimed as ClaimedRow, NOON);
      await store.finish(claimed as ClaimedRow, 'sent', NOON);
      await store.replace('a', [row('a')]);
      expectEqual((await store.claim(range(MUCH_LATER, MUCH_LATER))).length, 0, 'claims of a sent row');
      expectEqual((await store.unfinished(MUCH_LATER)).length, 0, 'unfinished rows');
    },
  },
  {
    name: 'hands out a failed row again',
    run: async (store) => {
      await store.replace('a', [row('a')]);
      const [claimed] = await store.claim(range(NOON, LATER));
      await store.begin(claimed as ClaimedRow, NOON);
      await store.finish(claimed as ClaimedRow, 'failed', NOON);
      expectEqual((await store.claim(range(MUCH_LATER, MUCH_LATER))).length, 1, 'claims of a failed row');
    },
  },
  {
    name: 'keeps to the range of shards and to the limit',
    run: async (store) => {
      for (const id of ['a', 'b', 'c', 'd']) await store.replace(id, [row(id)]);
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

interface Kept {
  row: PlanRow;
  claim: number;
  leaseUntil: string;
  state: 'waiting' | 'begun' | SendOutcome;
  begunAt: string;
}

/** A {@link PlanStore} in memory, for tests and demonstrations. */
export function createMemoryPlanStore(): PlanStore {
  const rows = new Map<string, Kept>();
  const isOpen = ({ state }: Kept): boolean => state === 'waiting' || state === 'failed';
  return {
    async replace(caseId, next) {
      for (const [key, kept] of rows) if (kept.row.caseId === caseId && isOpen(kept)) rows.delete(key);
      for (const each of next) {
        if (!rows.has(each.key))
          rows.set(each.key, { row: each, claim: 0, leaseUntil: '', state: 'waiting', begunAt: '' });
      }
    },
    async claim({ fromShard, toShard, now, leaseUntil, limit }) {
      const due = [...rows.values()]
        .filter((kept) => isOpen(kept) && kept.row.due <= now && kept.leaseUntil <= now)
        .filter(({ row: { shard } }) => shard >= fromShard && shard < toShard)
        .sort((a, b) => (a.row.due < b.row.due ? -1 : a.row.due > b.row.due ? 1 : 0))
        .slice(0, limit);
      return due.map((kept) => {
        kept.claim++;
        kept.leaseUntil = leaseUntil;
        return { ...kept.row, claim: kept.claim };
      });
    },
    async begin(row, at) {
      const kept = rows.get(row.key);
      if (!kept || kept.claim !== row.claim || !isOpen(kept) || kept.leaseUntil < at) return false;
      kept.state = 'begun';
      kept.begunAt = at;
      return true;
    },
    async finish(row, outcome) {
      const kept = rows.get(row.key);
      if (kept && kept.claim === row.claim && kept.state === 'begun') {
        kept.state = outcome;
        if (outcome === 'failed') kept.leaseUntil = '';
      }
    },
    async unfinished(before) {
      return [...rows.values()]
        .filter(({ state, begunAt }) => (state === 'begun' && begunAt < before) || state === 'unknown')
        .map(({ row, claim }) => ({ ...row, claim }));
    },
  };
}
