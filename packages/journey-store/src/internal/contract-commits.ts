import { deepStrictEqual as equal } from 'node:assert';
import { unwrap } from '@dossierkit/core';
import { AT, type ContractCase, codeOf, commitOf, entry, minutes, wholeFeed } from './contract-kit.js';

/** What holds for one command. */
export const commitCases: readonly ContractCase[] = [
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
