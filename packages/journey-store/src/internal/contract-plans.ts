import { deepStrictEqual as equal, ok as holds } from 'node:assert';
import type { PlanRow } from '../plans.js';
import { AT, type ContractCase, minutes } from './contract-kit.js';

function planOf(key: string, shard: number, due: number, caseId = key): PlanRow {
  return {
    key,
    caseId,
    step: 'first',
    channel: 'email',
    shard,
    due: minutes(due),
    until: minutes(due + 1_000),
  };
}

/** What the plan rows of a scheduler rest on. */
export const planCases: readonly ContractCase[] = [
  {
    name: 'plans: due rows are taken once, oldest first, by shard',
    async run(store, tenant) {
      const plans = store.tenant(tenant).plans();
      const cases = Array.from({ length: 20 }, (_, n) => n);
      await plans.replace(cases.map((n) => ({ caseId: `c${n}`, rows: [planOf(`c${n}`, n * 51, n)] })));
      const range = { now: minutes(30), leaseUntil: minutes(40), limit: 100 };
      const low = await plans.claim({ ...range, fromShard: 0, toShard: 512 });
      equal(
        low.map(({ key }) => key),
        Array.from({ length: 11 }, (_, n) => `c${n}`),
      );
      const workers = Array.from({ length: 4 }, () =>
        plans.claim({ ...range, fromShard: 512, toShard: 1_024, limit: 5 }),
      );
      equal((await Promise.all(workers)).flat().length, 9);
      equal(await plans.claim({ ...range, fromShard: 0, toShard: 1_024 }), []);
      const later = { ...range, now: minutes(40), leaseUntil: minutes(50) };
      const [again] = await plans.claim({ ...later, fromShard: 0, toShard: 1 });
      equal(again, { ...planOf('c0', 0, 0), claim: 2 });
      equal(
        await plans.claim({
          ...later,
          now: minutes(5_000),
          leaseUntil: minutes(6_000),
          fromShard: 0,
          toShard: 1_024,
        }),
        [],
      );
    },
  },
  {
    name: 'plans: a send that was begun is never begun again by itself',
    async run(store, tenant) {
      const plans = store.tenant(tenant).plans();
      await plans.replace([{ caseId: 'c', rows: [planOf('k', 7, 0, 'c')] }]);
      const range = { fromShard: 0, toShard: 1_024, limit: 10 };
      const [row] = await plans.claim({ ...range, now: AT, leaseUntil: minutes(5) });
      holds(row);
      const begun = await Promise.all([plans.begin([row], minutes(1)), plans.begin([row], minutes(1))]);
      equal(begun.flat(), [row]);
      equal(await plans.claim({ ...range, now: minutes(60), leaseUntil: minutes(70) }), []);
      await plans.replace([{ caseId: 'c', rows: [planOf('k', 7, 60, 'c')] }]);
      equal(await plans.claim({ ...range, now: minutes(60), leaseUntil: minutes(70) }), []);
      equal(
        (await plans.unfinished(minutes(2))).map(({ key, claim }) => [key, claim]),
        [['k', 1]],
      );
      equal(await plans.unfinished(minutes(1)), []);
      await plans.finish([{ row, outcome: 'sent' }], minutes(3));
      equal(await plans.unfinished(minutes(60)), []);
      equal(await plans.claim({ ...range, now: minutes(60), leaseUntil: minutes(70) }), []);
    },
  },
  {
    name: 'plans: a worker whose lease ran out cannot begin; what failed may be tried again',
    async run(store, tenant) {
      const plans = store.tenant(tenant).plans();
      await plans.replace([{ caseId: 'c', rows: [planOf('k', 7, 0, 'c')] }]);
      const range = { fromShard: 0, toShard: 1_024, limit: 10 };
      const [slow] = await plans.claim({ ...range, now: AT, leaseUntil: minutes(5) });
      holds(slow);
      equal(await plans.begin([slow], minutes(5)), []);
      const [next] = await plans.claim({ ...range, now: minutes(5), leaseUntil: minutes(10) });
      holds(next);
      equal(await plans.begin([slow, next], minutes(6)), [next]);
      await plans.finish([{ row: next, outcome: 'failed' }], minutes(7));
      const [third] = await plans.claim({ ...range, now: minutes(10), leaseUntil: minutes(15) });
      equal(third?.claim, 3);
      await plans.replace([{ caseId: 'c', rows: [] }]);
      holds(third);
      equal(await plans.begin([third], minutes(11)), []);
    },
  },
];
