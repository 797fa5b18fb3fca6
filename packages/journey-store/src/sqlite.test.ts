import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { unwrap } from '@dossierkit/core';
import type { Channel } from '@dossierkit/dunning-scheduler';
import { planStoreContract } from '@dossierkit/dunning-scheduler/testing';
import type { RouterEvent, RouterSnapshot } from '@dossierkit/priority-router';
import { routerStoreContract } from '@dossierkit/priority-router/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JourneyStore } from './index.js';
import { commitOf } from './internal/contract-kit.js';
import { openSqliteStore } from './sqlite.js';
import { storeContract } from './testing.js';

const folder = mkdtempSync(join(tmpdir(), 'journey-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the contract, in SQLite', () => {
  let store: JourneyStore;
  beforeAll(async () => {
    store = unwrap(await openSqliteStore(join(folder, 'contract.db')));
  });
  afterAll(() => store.close());

  for (const { name, run } of storeContract) it(name, () => run(store, crypto.randomUUID()));

  describe('holds the port of the dunning scheduler', () => {
    for (const { name, run } of planStoreContract) {
      it(name, () => run(store.tenant(crypto.randomUUID()).plans<Channel>()));
    }
  });

  describe('holds the port of the priority router', () => {
    const create = () => store.tenant(crypto.randomUUID()).router<RouterEvent, RouterSnapshot>('branch');
    for (const { name, run } of routerStoreContract(create)) it(name, run);
  });
});

describe('openSqliteStore', () => {
  it('keeps everything over a restart, and syncs every commit', async () => {
    const path = join(folder, 'restart.db');
    const first = unwrap(await openSqliteStore(path));
    unwrap(await first.tenant('t').commit(commitOf('s', 0)));
    await first.close();
    const second = unwrap(await openSqliteStore(path));
    expect(unwrap(await second.tenant('t').load('s'))).toMatchObject({ version: 1 });
    await second.close();
    const raw = new DatabaseSync(path);
    expect(raw.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    raw.close();
  });

  it('writes nothing where the disk is full, says so, and goes on once there is space', async () => {
    const path = join(folder, 'full.db');
    const store = unwrap(await openSqliteStore(path, { maxPages: 60 }));
    const own = store.tenant('t');
    const big = {
      value: 'x'.repeat(30_000),
      kind: 'dossier',
      state: 's',
      since: commitOf('s', 0).snapshot.since,
      labels: ['l'],
    };
    let written = 0;
    let failure: unknown;
    for (let n = 0; n < 20 && !failure; n++) {
      const result = await own.commit(commitOf(`s${n}`, 0, { snapshot: big }));
      if (result.ok) written++;
      else failure = result.error;
    }
    expect(failure).toEqual({ code: 'journey-store/disk-full', params: {} });
    expect(unwrap(await own.find({ label: 'l' }))).toHaveLength(written);
    expect(unwrap(await own.feed()).events).toHaveLength(written);
    await store.close();
    const larger = unwrap(await openSqliteStore(path));
    expect(unwrap(await larger.tenant('t').commit(commitOf('more', 0, { snapshot: big }))).version).toBe(1);
    await larger.close();
  });

  it('refuses a database of a newer version, and a file that is none', async () => {
    const newer = join(folder, 'newer.db');
    await unwrap(await openSqliteStore(newer)).close();
    const raw = new DatabaseSync(newer);
    raw.exec('INSERT INTO journey_schema (version) VALUES (99)');
    raw.close();
    expect(await openSqliteStore(newer)).toEqual({
      ok: false,
      error: { code: 'journey-store/schema-newer', params: { found: 99, known: 2 } },
    });
    const none = join(folder, 'none.db');
    writeFileSync(none, 'this is a letter to my aunt, not a database'.repeat(100));
    expect(await openSqliteStore(none)).toMatchObject({ error: { code: 'journey-store/unavailable' } });
    expect(await openSqliteStore(join(folder, 'no/such/folder.db'))).toMatchObject({
      error: { code: 'journey-store/unavailable' },
    });
  });

  it('keeps routers of different names and tenants apart', async () => {
    const store = unwrap(await openSqliteStore(':memory:'));
    const routers = [
      store.tenant('a').router('x'),
      store.tenant('a').router('y'),
      store.tenant('b').router('x'),
    ];
    for (const [index, router] of routers.entries()) unwrap(await router.append(0, [index]));
    await routers[0]?.saveSnapshot(1, 'only of this one');
    expect(await Promise.all(routers.map((router) => router.read(0)))).toEqual([[0], [1], [2]]);
    expect(await routers[1]?.loadSnapshot()).toBeNull();
    await store.close();
  });

  it('brings a database of the first version forward', async () => {
    const path = join(folder, 'first.db');
    await unwrap(await openSqliteStore(path)).close();
    const raw = new DatabaseSync(path);
    for (const table of ['routers', 'router_events', 'router_snapshots']) raw.exec(`DROP TABLE ${table}`);
    raw.exec('DELETE FROM journey_schema WHERE version = 2');
    raw.close();
    const store = unwrap(await openSqliteStore(path));
    expect(unwrap(await store.tenant('t').router('r').append(0, ['e']))).toBe(1);
    await store.close();
  });

  it('lets two processes write, one after the other', async () => {
    const path = join(folder, 'two.db');
    const [a, b] = [unwrap(await openSqliteStore(path)), unwrap(await openSqliteStore(path))];
    unwrap(await a.tenant('t').commit(commitOf('s', 0)));
    unwrap(await b.tenant('t').commit(commitOf('s', 1)));
    expect(await a.tenant('t').commit(commitOf('s', 1))).toMatchObject({
      error: { code: 'journey-store/version-conflict' },
    });
    await a.close();
    await b.close();
  });

  it('brings older events to today’s form when they are read', async () => {
    const upcast = (
      event: Parameters<NonNullable<Parameters<typeof openSqliteStore>[1]>['upcast'] & object>[0],
    ) => ({
      ...event,
      type: `${event.type}-v2`,
    });
    const store = unwrap(await openSqliteStore(join(folder, 'upcast.db'), { upcast }));
    unwrap(await store.tenant('t').commit(commitOf('s', 0)));
    expect(unwrap(await store.tenant('t').events('s'))[0]?.type).toBe('happened-v2');
    expect(unwrap(await store.tenant('t').feed()).events[0]?.type).toBe('happened-v2');
    await store.close();
  });

  it('is of no use once it was closed', async () => {
    const store = unwrap(await openSqliteStore(join(folder, 'closed.db')));
    const own = store.tenant('t');
    await store.close();
    await expect(own.load('s')).rejects.toThrow('journey-store/closed');
  });
});
