import { deepStrictEqual as equal, ok as holds } from 'node:assert';
import { unwrap } from '@dossierkit/core';
import type { TenantStore } from '../store.js';
import { type ContractCase, commitOf, minutes, wholeFeed } from './contract-kit.js';

/** What is read again, and by whom. */
export const readCases: readonly ContractCase[] = [
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
      equal(await found({ label: 'address', sinceBefore: minutes(9) }), ['s5', 's4', 's3', 's2']);
      equal(await found({ sinceBefore: minutes(9), limit: 3 }), ['s5', 's4', 's3']);
      equal(await found({ kind: 'dossier', label: 'payslip' }), ['s4', 's2', 's0']);
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
    name: 'who begins at the end of the feed hears all that comes after, and nothing that was before',
    async run(store, tenant) {
      const own = store.tenant(tenant);
      for (let n = 0; n < 5; n++) unwrap(await own.commit(commitOf(`s${n}`, 0)));
      const after = unwrap(await own.feedEnd());
      equal(unwrap(await own.feed({ after })).events, []);
      for (const foreign of ['', 'null', '{"a":1}', '[[1,"x"],[null,2],3]']) {
        equal(unwrap(await own.feed({ after: foreign })).events.length, 5);
      }
      for (let n = 3; n < 8; n++) unwrap(await own.commit(commitOf(`s${n}`, n < 5 ? 1 : 0)));
      const { events } = unwrap(await own.feed({ after }));
      equal(events.map(({ stream, version }) => `${stream}@${version}`).sort(), [
        's3@2',
        's4@2',
        's5@1',
        's6@1',
        's7@1',
      ]);
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
