import { deepStrictEqual as equal, ok as holds } from 'node:assert';
import { type Timestamp, unwrap } from '@dossierkit/core';
import { AT, type ContractCase, commitOf, minutes } from './contract-kit.js';

/** What is due is done, once. */
export const workCases: readonly ContractCase[] = [
  {
    name: 'a due timer is taken by one worker, and by another once the lease is over',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      for (let n = 0; n < 30; n++) {
        unwrap(
          await own.commit(
            commitOf(`s${n}`, 0, { timers: { set: [{ timer: 'expire', dueAt: minutes(n) }] } }),
          ),
        );
      }
      const claim = async (now: Timestamp, leaseUntil: Timestamp) =>
        unwrap(await store.claimTimers({ now, leaseUntil, limit: 1_000 })).filter(
          (each) => each.tenant === tenant,
        );
      const workers = Array.from({ length: 6 }, () =>
        store.claimTimers({ now: minutes(9), leaseUntil: minutes(20), limit: 4 }),
      );
      const taken = (await Promise.all(workers)).flatMap(unwrap).filter((each) => each.tenant === tenant);
      taken.push(...(await claim(minutes(9), minutes(20))));
      equal(taken.map(({ stream }) => stream).sort(), Array.from({ length: 10 }, (_, n) => `s${n}`).sort());
      equal(await claim(minutes(9), minutes(20)), []);
      const again = await claim(minutes(20), minutes(30));
      equal(again.length, 21);
      equal(
        again.find(({ stream }) => stream === 's0'),
        { tenant, stream: 's0', timer: 'expire', dueAt: AT, claim: 2 },
      );
      equal(again.find(({ stream }) => stream === 's20')?.claim, 1);
    },
  },
  {
    name: 'a timer is settled by the commit that cancels it or sets it anew, and never by a worker who lost it',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      const set = (dueAt: Timestamp) => ({ timers: { set: [{ timer: 't', dueAt }] } });
      unwrap(await own.commit(commitOf('s', 0, set(AT))));
      const claim = async (now: Timestamp) =>
        unwrap(await store.claimTimers({ now, leaseUntil: minutes(5_000), limit: 1_000 })).filter(
          (each) => each.tenant === tenant,
        );
      const [first] = await claim(AT);
      holds(first);
      unwrap(await own.commit(commitOf('s', 1, set(minutes(10)))));
      equal(unwrap(await store.dropTimer(first)), false);
      equal(await claim(minutes(9)), []);
      const [second] = await claim(minutes(10));
      equal(second?.dueAt, minutes(10));
      unwrap(await own.commit(commitOf('s', 2, { timers: { cancel: ['t'] } })));
      equal(await claim(minutes(9_999)), []);
    },
  },
  {
    name: 'a clock that jumps ahead or back loses no timer',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      unwrap(await own.commit(commitOf('s', 0, { timers: { set: [{ timer: 't', dueAt: minutes(100) }] } })));
      const claim = async (now: Timestamp) =>
        unwrap(await store.claimTimers({ now, leaseUntil: minutes(100_000), limit: 1_000 })).filter(
          (each) => each.tenant === tenant,
        );
      const [early] = await claim(minutes(90_000));
      holds(early);
      equal(unwrap(await store.releaseTimer(early)), true);
      equal(await claim(minutes(-1_000)), []);
      equal(await claim(minutes(99)), []);
      const [due] = await claim(minutes(100));
      equal(due?.dueAt, minutes(100));
      holds(due);
      equal(unwrap(await store.dropTimer(due)), true);
    },
  },
  {
    name: 'timers can be divided by shards without a rest',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      for (let n = 0; n < 40; n++) {
        unwrap(await own.commit(commitOf(`s${n}`, 0, { timers: { set: [{ timer: 't', dueAt: AT }] } })));
      }
      const part = async (from: number, to: number) =>
        unwrap(
          await store.claimTimers({ now: AT, leaseUntil: minutes(1), limit: 1_000, shards: [from, to] }),
        ).filter((each) => each.tenant === tenant).length;
      const counts = [await part(0, 16), await part(16, 40), await part(40, 63), await part(63, 64)];
      equal(counts[0] !== undefined && counts.reduce((sum, count) => sum + count, 0), 40);
      holds(counts.slice(0, 3).every((count) => count > 0));
    },
  },
  {
    name: 'a message is handed out until it is finished, and written once under its id',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      const outbox = [{ id: 'm1', topic: 'reminder-asked', body: { steps: [1, 'ä'] } }];
      unwrap(await own.commit(commitOf('s', 0, { outbox })));
      unwrap(
        await own.commit(commitOf('s', 1, { outbox: [...outbox, { id: 'm2', topic: 'x', body: null }] })),
      );
      const claim = async (now: Timestamp, leaseUntil: Timestamp) =>
        unwrap(await store.claimMessages({ now, leaseUntil, limit: 1_000 })).filter(
          (each) => each.tenant === tenant,
        );
      const [first, ...rest] = (await claim(AT, minutes(5))).sort((a, b) => (a.id < b.id ? -1 : 1));
      equal(first, { tenant, stream: 's', ...outbox[0], claim: 1 });
      equal(
        rest.map(({ id }) => id),
        ['m2'],
      );
      equal(await claim(minutes(4), minutes(9)), []);
      const again = await claim(minutes(5), minutes(9));
      equal(again.length, 2);
      holds(first);
      equal(unwrap(await store.finishMessage(first)), false);
      for (const message of again) equal(unwrap(await store.finishMessage(message)), true);
      equal(await claim(minutes(500), minutes(501)), []);
    },
  },
];
