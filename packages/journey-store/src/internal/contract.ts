import { deepStrictEqual as equal, ok as holds } from 'node:assert';
import { type Result, type Timestamp, timestamp, timestampFromMs, unwrap } from '@dossierkit/core';
import type { StoreError } from '../errors.js';
import type { AuditRow, Commit, JourneyStore, TenantStore } from '../store.js';
import { planCases } from './contract-plans.js';

/** One thing that every driver must do. */
export interface ContractCase {
  readonly name: string;
  /**
   * @param store an open store
   * @param tenant a name that nothing was kept under before
   */
  run(store: JourneyStore, tenant: string): Promise<void>;
}

/** Noon of the day on which the suite plays. */
export const AT: Timestamp = timestamp('2026-05-04T12:00:00Z');

/** Some minutes after {@link AT}. */
export function minutes(count: number): Timestamp {
  return timestampFromMs(Date.parse(AT) + count * 60_000);
}

/** A small commit of one event. */
export function commitOf(stream: string, expectedVersion: number, more: Partial<Commit> = {}): Commit {
  const version = expectedVersion + 1;
  return {
    stream,
    expectedVersion,
    events: [{ id: `e${version}`, type: 'happened', at: AT, body: { version } }],
    snapshot: { value: { version }, kind: 'dossier', state: 'collecting', since: AT, labels: [] },
    ...more,
  };
}

function entry(sequence: number, previous: string): AuditRow {
  return { sequence, previous, hash: String(sequence).padStart(64, 'a') };
}

function codeOf(result: Result<unknown, StoreError>): string {
  return result.ok ? 'ok' : result.error.code.replace('journey-store/', '');
}

/** Everything in the feed of a tenant. */
async function wholeFeed(
  store: TenantStore,
  limit = 7,
): Promise<{ ids: string[]; cursor: string | undefined }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = unwrap(await store.feed({ limit, ...(cursor === undefined ? {} : { after: cursor }) }));
    ids.push(...page.events.map(({ stream, version }) => `${stream}@${version}`));
    ({ cursor } = page);
    if (page.events.length < limit) return { ids, cursor };
  }
}

const commitCases: readonly ContractCase[] = [
  {
    name: 'a commit can be loaded again as it was',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      equal(unwrap(await own.load('s')), undefined);
      const value = { text: 'é😀\u0000', deep: [null, { n: 1.5 }] };
      const snapshot = { value, kind: 'dossier', state: 'opened', since: AT, labels: ['b', 'a'] };
      equal(unwrap(await own.commit(commitOf('s', 0, { snapshot }))), { version: 1, duplicate: false });
      equal(unwrap(await own.load('s')), { stream: 's', version: 1, ...snapshot });
      const [event] = unwrap(await own.events('s'));
      equal(event, {
        tenant,
        stream: 's',
        version: 1,
        id: 'e1',
        type: 'happened',
        at: AT,
        body: { version: 1 },
      });
    },
  },
  {
    name: 'a command that was decided on an older version writes nothing',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      unwrap(await own.commit(commitOf('s', 0)));
      unwrap(await own.commit(commitOf('s', 1)));
      const late = commitOf('s', 1, {
        outbox: [{ id: 'm', topic: 't', body: 1 }],
        timers: { set: [{ timer: 't', dueAt: AT }] },
      });
      equal(await own.commit(late), {
        ok: false,
        error: { code: 'journey-store/version-conflict', params: { expected: 1, actual: 2 } },
      });
      equal(codeOf(await own.commit(commitOf('s', 0))), 'version-conflict');
      equal(codeOf(await own.commit(commitOf('new', 3))), 'version-conflict');
      equal(unwrap(await own.events('s')).length, 2);
      equal(
        unwrap(await store.claimMessages({ now: AT, leaseUntil: minutes(1) })).filter(
          (each) => each.tenant === tenant,
        ),
        [],
      );
    },
  },
  {
    name: 'a command that is sent again under its key is written once',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      const events = ['a', 'b'].map((id) => ({ id, type: 't', at: AT, body: null }));
      const command = commitOf('s', 0, { key: 'k', events });
      equal(unwrap(await own.commit(command)), { version: 2, duplicate: false });
      equal(unwrap(await own.commit(command)), { version: 2, duplicate: true });
      unwrap(await own.commit(commitOf('s', 2)));
      equal(unwrap(await own.commit(command)), { version: 2, duplicate: true });
      equal(unwrap(await own.events('s')).length, 3);
      equal(unwrap(await own.commit(commitOf('other', 0, { key: 'k' }))), { version: 1, duplicate: false });
    },
  },
  {
    name: 'of many writers at the same version one wins',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      for (let version = 0; version < 5; version++) {
        const tries = Array.from({ length: 6 }, () => own.commit(commitOf('s', version)));
        const outcomes = (await Promise.all(tries)).map(codeOf).sort();
        equal(outcomes, ['ok', ...Array.from({ length: 5 }, () => 'version-conflict')]);
      }
      equal(
        unwrap(await own.events('s')).map(({ version }) => version),
        [1, 2, 3, 4, 5],
      );
    },
  },
  {
    name: 'an audit entry continues its chain, or nothing of the command is written',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      const [first, second] = [entry(1, '0'.repeat(64)), entry(2, entry(1, '').hash)];
      unwrap(await own.commit(commitOf('s', 0, { audit: [first] })));
      equal(
        codeOf(await own.commit(commitOf('s', 1, { audit: [entry(2, 'f'.repeat(64))] }))),
        'audit-conflict',
      );
      equal(codeOf(await own.commit(commitOf('s', 1, { audit: [entry(3, first.hash)] }))), 'audit-conflict');
      equal(unwrap(await own.load('s'))?.version, 1);
      unwrap(await own.commit(commitOf('s', 1, { audit: [second] })));
      equal(unwrap(await own.audit('s')), [first, second]);
      equal(unwrap(await own.audit('s', { from: 2 })), [second]);
      equal(unwrap(await own.load('s'))?.auditHead, { sequence: 2, hash: second.hash });
    },
  },
  {
    name: 'a large command is whole',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      const count = 1_200;
      const events = Array.from({ length: count }, (_, at) => ({
        id: `e${at}`,
        type: 't',
        at: AT,
        body: at,
      }));
      const set = events.map(({ id }) => ({ timer: id, dueAt: minutes(60 * 24 * 365 * 15) }));
      const labels = events.map(({ id }) => id);
      const snapshot = { ...commitOf('s', 0).snapshot, labels };
      equal(unwrap(await own.commit(commitOf('s', 0, { events, timers: { set }, snapshot }))).version, count);
      equal(
        unwrap(await own.events('s', { from: count - 1 })).map(({ body }) => body),
        [count - 2, count - 1],
      );
      const cancel = set.map(({ timer }) => timer);
      unwrap(await own.commit(commitOf('s', count, { timers: { cancel } })));
      equal(unwrap(await own.find({ label: 'e5' })), []);
    },
  },
  {
    name: 'tenants see nothing of each other',
    async run(store, tenant) {
      const [a, b] = [store.tenant(`${tenant}-a`), store.tenant(`${tenant}-b`)];
      const labelled = { ...commitOf('s', 0).snapshot, labels: ['x'] };
      unwrap(
        await a.commit(commitOf('s', 0, { key: 'k', snapshot: labelled, audit: [entry(1, '0'.repeat(64))] })),
      );
      equal(unwrap(await b.load('s')), undefined);
      equal(unwrap(await b.events('s')), []);
      equal(unwrap(await b.audit('s')), []);
      equal(unwrap(await b.find({ label: 'x' })), []);
      equal((await wholeFeed(b)).ids, []);
      equal(unwrap(await b.commit(commitOf('s', 0, { key: 'k' }))), { version: 1, duplicate: false });
      equal(unwrap(await a.load('s'))?.version, 1);
    },
  },
];

const readCases: readonly ContractCase[] = [
  {
    name: 'streams are found by kind, state, label and age, the oldest first, page by page',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      for (let n = 0; n < 6; n++) {
        const labels = n % 2 === 0 ? ['payslip', 'address'] : ['address'];
        const snapshot = {
          value: n,
          kind: 'dossier',
          state: n < 5 ? 'collecting' : 'active',
          since: minutes(10 - n),
          labels,
        };
        unwrap(await own.commit(commitOf(`s${n}`, 0, { snapshot })));
      }
      const found = async (query: Parameters<TenantStore['find']>[0]): Promise<string[]> =>
        unwrap(await own.find(query)).map(({ stream }) => stream);
      const late = { kind: 'dossier', state: 'collecting', label: 'payslip' };
      equal(await found(late), ['s4', 's2', 's0']);
      equal(await found({ ...late, sinceBefore: minutes(8) }), ['s4']);
      equal(await found({ state: 'active', kind: 'dossier' }), ['s5']);
      equal(await found({ kind: 'router' }), []);
      const page = unwrap(await own.find({ state: 'collecting', limit: 2 }));
      const last = page.at(-1);
      holds(last);
      equal(await found({ state: 'collecting', limit: 2, after: last }), ['s2', 's1']);
      const moved = {
        value: 0,
        kind: 'dossier',
        state: 'in-review',
        since: minutes(20),
        labels: ['payslip'],
      };
      unwrap(await own.commit(commitOf('s4', 1, { snapshot: moved })));
      equal(await found(late), ['s2', 's0']);
      equal(await found({ state: 'in-review', label: 'payslip' }), ['s4']);
      equal(await found({ state: 'in-review', label: 'address' }), []);
    },
  },
  {
    name: 'the feed hands out every event once and each stream in order, also while many write',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      const writer = async (stream: string): Promise<void> => {
        for (let version = 0; version < 6; version++) unwrap(await own.commit(commitOf(stream, version)));
      };
      const writers = Array.from({ length: 12 }, (_, at) => writer(`s${at}`));
      const seen: string[] = [];
      let cursor: string | undefined;
      const read = async (): Promise<number> => {
        const page = unwrap(await own.feed({ limit: 9, ...(cursor === undefined ? {} : { after: cursor }) }));
        seen.push(...page.events.map(({ stream, version }) => `${stream}@${version}`));
        ({ cursor } = page);
        return page.events.length;
      };
      let writing = true;
      const done = Promise.all(writers).finally(() => {
        writing = false;
      });
      while (writing) {
        await read();
        await new Promise((resolve) => setImmediate(resolve));
      }
      await done;
      while ((await read()) > 0);
      equal(seen.length, 72);
      equal(new Set(seen).size, 72);
      for (let at = 0; at < 12; at++) {
        equal(
          seen.filter((id) => id.startsWith(`s${at}@`)),
          [1, 2, 3, 4, 5, 6].map((version) => `s${at}@${version}`),
        );
      }
      equal((await wholeFeed(own)).ids.sort(), [...seen].sort());
    },
  },
];

const workCases: readonly ContractCase[] = [
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
      const counts = [await part(0, 16), await part(16, 40), await part(40, 64)];
      equal(counts[0] !== undefined && counts.reduce((sum, count) => sum + count, 0), 40);
      holds(counts.every((count) => count > 0));
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

/**
 * What every driver of a store must do, for any test runner:
 *
 * @example
 * for (const { name, run } of storeContract) it(name, () => run(store, crypto.randomUUID()));
 */
export const storeContract: readonly ContractCase[] = [
  ...commitCases,
  ...readCases,
  ...workCases,
  ...planCases,
];
