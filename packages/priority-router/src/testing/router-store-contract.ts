import { canonicalJson, err, ok, timestamp } from '@dossierkit/core';
import { createBusinessCalendar } from '../business-time/business-calendar.js';
import { defineBusinessHours } from '../business-time/business-hours.js';
import type { RouterEvent } from '../events.js';
import { createRouter } from '../router.js';
import { openRouter, type RouterStore, type StoreError } from '../store/router-store.js';

/** One case of a contract: `run` rejects where the store breaks it. Works with any test runner. */
export interface ContractCase {
  readonly name: string;
  run(): Promise<void>;
}

const at = timestamp('2026-06-01T08:00:00Z');
const all: [string, string][] = [['00:00', '24:00']];
const calendar = createBusinessCalendar(defineBusinessHours({ zone: 'UTC', weekly: { mon: all } }));
const options = { calendar, strategy: { id: 'contract', version: '1' } };
const conflict = (version: number): StoreError => ({
  code: 'priority-router/store-conflict',
  params: { version },
});
const itemOf = (event: RouterEvent): unknown => ('item' in event ? event.item : null);
const arrived = (item: string): RouterEvent => ({ type: 'message-arrived', at, item, team: 't' });

/**
 * What every implementation of the port `RouterStore` must do.
 *
 * @param create an empty store, a new one for each case
 * @example
 * for (const { name, run } of routerStoreContract(() => openMine())) it(name, run);
 */
export function routerStoreContract(
  create: () => RouterStore | Promise<RouterStore>,
): readonly ContractCase[] {
  return [
    {
      name: 'gives events back as they were, in order, from any version on',
      run: async () => {
        const store = await create();
        same(await store.append(0, [arrived('a'), arrived('b')]), ok(2));
        same(await store.append(2, [arrived('c')]), ok(3));
        same(await store.read(0), ['a', 'b', 'c'].map(arrived));
        same(await store.read(2), [arrived('c')]);
        same(await store.read(3), []);
      },
    },
    {
      name: 'writes nothing where somebody else has written since',
      run: async () => {
        const store = await create();
        await store.append(0, [arrived('a')]);
        same(await store.append(0, [arrived('b'), arrived('c')]), err(conflict(1)));
        same(await store.read(0), [arrived('a')]);
      },
    },
    {
      name: 'lets one of two writers win who write at once',
      run: async () => {
        const store = await create();
        const both = await Promise.all([store.append(0, [arrived('a')]), store.append(0, [arrived('b')])]);
        same(both.filter((each) => each.ok).length, 1);
        same((await store.read(0)).length, 1);
      },
    },
    {
      name: 'keeps the newest snapshot, and a router comes back from it and the events since',
      run: async () => {
        const store = await create();
        same(await store.loadSnapshot(), null);
        const router = createRouter(options);
        for (const item of ['a', 'b']) router.apply(arrived(item));
        await store.append(0, [arrived('a'), arrived('b')]);
        await store.saveSnapshot(2, router.snapshot());
        await store.append(2, [arrived('c')]);
        const opened = await openRouter(store, options);
        same(opened.version, 3);
        same(opened.router.items(), ['a', 'b', 'c']);
      },
    },
    {
      name: 'takes a large wave of events at once, or a small one, or none',
      run: async () => {
        const store = await create();
        const wave = Array.from({ length: 2500 }, (_, index) => arrived(`m${index}`));
        same(await store.append(0, wave), ok(2500));
        same(await store.append(2500, []), ok(2500));
        same(await store.append(2499, []), err(conflict(2500)));
        same((await store.read(2498)).map(itemOf), ['m2498', 'm2499']);
        same((await store.read(0)).length, 2500);
      },
    },
    {
      name: 'keeps a large snapshot to the letter, and the newer of two',
      run: async () => {
        const store = await create();
        const router = createRouter(options);
        // Characters of one, two, three and four bytes, so that no cut may fall in between.
        const names = Array.from({ length: 4000 }, (_, index) => `${index}${'aé€😀'.repeat(39)}`);
        for (const item of names) router.apply(arrived(item));
        same(router.size, 4000);
        await store.saveSnapshot(20, router.snapshot());
        await store.saveSnapshot(10, createRouter(options).snapshot());
        const kept = await store.loadSnapshot();
        same(kept?.version, 20);
        same(kept?.snapshot, router.snapshot());
      },
    },
    {
      name: 'does not begin what was called off',
      run: async () => {
        const store = await create();
        const signal = AbortSignal.abort();
        const refused = await store.append(0, [arrived('a')], { signal }).then(
          () => false,
          () => true,
        );
        same(refused, true);
        same(await store.read(0), []);
      },
    },
  ];
}

/** A store in memory, for tests and demonstrations. */
export function createMemoryRouterStore(): RouterStore {
  const events: string[] = [];
  let kept: string | null = null;
  return {
    async append(version, added, { signal } = {}) {
      signal?.throwIfAborted();
      if (version !== events.length) {
        return err({ code: 'priority-router/store-conflict', params: { version: events.length } });
      }
      events.push(...added.map((event) => JSON.stringify(event)));
      return ok(events.length);
    },
    async read(version, { signal } = {}) {
      signal?.throwIfAborted();
      return events.slice(version).map((event) => JSON.parse(event));
    },
    async saveSnapshot(version, snapshot, { signal } = {}) {
      signal?.throwIfAborted();
      if (kept !== null && JSON.parse(kept).version > version) return;
      kept = JSON.stringify({ version, snapshot });
    },
    async loadSnapshot({ signal } = {}) {
      signal?.throwIfAborted();
      return kept === null ? null : JSON.parse(kept);
    },
  };
}

function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [text(actual), text(expected)];
  if (found !== wanted) throw new Error(`expected ${wanted}, got ${found}`);
}

const text = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)));
