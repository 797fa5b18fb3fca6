import { timestamp, unwrap } from '@dossierkit/core';
import type { Channel } from '@dossierkit/dunning-scheduler';
import { planStoreContract } from '@dossierkit/dunning-scheduler/testing';
import type { RouterEvent, RouterSnapshot } from '@dossierkit/priority-router';
import { routerStoreContract } from '@dossierkit/priority-router/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JourneyStore } from '../src/index.js';
import { commitOf } from '../src/internal/contract-kit.js';
import { createPostgresWakeUp, openPostgresStore } from '../src/postgres.js';
import { storeContract, wakeUpContract } from '../src/testing.js';
import { type PostgresServer, startPostgres } from './postgres-server.js';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.stop());

describe('the contract, in PostgreSQL', () => {
  let store: JourneyStore;
  beforeAll(async () => {
    store = unwrap(await openPostgresStore(await server.pool('contract')));
  });

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

describe('createPostgresWakeUp', () => {
  for (const { name, run } of wakeUpContract) {
    it(name, async () => {
      const wakeUp = createPostgresWakeUp(await server.pool('hints', 2), { everyMs: 1 });
      expect(await wakeUp.listen('events').wait({ timeoutMs: 30_000 })).toBe(true);
      await run(wakeUp);
      await wakeUp.close();
    });
  }

  it('wakes a worker of another process after a commit, and wakes everybody once its connection broke', async () => {
    const here = await server.pool('wake');
    const there = await server.pool('wake', 3);
    const [sender, listener] = [createPostgresWakeUp(here), createPostgresWakeUp(there, { retryMs: 10 })];
    const store = unwrap(await openPostgresStore(here, { wakeUp: sender }));
    const waker = listener.listen('messages');
    expect(await waker.wait({ timeoutMs: 30_000 })).toBe(true);
    unwrap(await store.tenant('t').commit(commitOf('s', 0, { outbox: [{ id: 'm', topic: 't', body: 1 }] })));
    expect(await waker.wait({ timeoutMs: 30_000 })).toBe(true);
    await here.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN journey_store'",
    );
    expect(await waker.wait({ timeoutMs: 30_000 })).toBe(true);
    unwrap(await store.tenant('t').commit(commitOf('s', 1, { outbox: [{ id: 'n', topic: 't', body: 1 }] })));
    expect(await waker.wait({ timeoutMs: 30_000 })).toBe(true);
    await sender.close();
    await listener.close();
    expect(there.totalCount - there.idleCount).toBe(0);
  });

  it('refuses a name that would have to be quoted', async () => {
    const pool = await server.pool('public', 1);
    expect(() => createPostgresWakeUp(pool, { channel: 'a"; DROP' })).toThrow('channel-invalid');
  });
});

describe('openPostgresStore', () => {
  it('can be opened by many at once on an empty database', async () => {
    const pool = await server.pool('together');
    const opened = await Promise.all(Array.from({ length: 4 }, () => openPostgresStore(pool)));
    expect(opened.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });

  it('refuses a database of a newer version', async () => {
    const pool = await server.pool('newer');
    unwrap(await openPostgresStore(pool));
    await pool.query('INSERT INTO journey_schema (version) VALUES (99)');
    expect(await openPostgresStore(pool)).toMatchObject({
      error: { code: 'journey-store/schema-newer', params: { found: 99 } },
    });
  });

  it('answers where nothing listens', async () => {
    const pool = new pg.Pool({
      connectionString: 'postgres://postgres@127.0.0.1:1/none',
      connectionTimeoutMillis: 2_000,
    });
    expect(await openPostgresStore(pool)).toMatchObject({ error: { code: 'journey-store/unavailable' } });
    await pool.end();
  });

  it('survives connections that are killed in the middle of commits: each command is there once or not at all', async () => {
    const pool = await server.pool('cut');
    const store = unwrap(await openPostgresStore(pool));
    const own = store.tenant('t');
    const killer = await server.pool('public', 1);
    let running = true;
    const killing = (async () => {
      while (running) {
        await killer.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query NOT LIKE '%pg_terminate%' AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
        );
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    })();
    const failures = new Set<string>();
    const writer = async (stream: string): Promise<void> => {
      for (let version = 0; version < 10; ) {
        const result = await own.commit(
          commitOf(stream, version, {
            key: `k${version}`,
            outbox: [{ id: `m${version}`, topic: 't', body: 1 }],
          }),
        );
        if (result.ok) version++;
        else failures.add(result.error.code);
      }
    };
    await Promise.all(Array.from({ length: 4 }, (_, at) => writer(`s${at}`)));
    running = false;
    await killing;
    expect([...failures].filter((code) => !/unavailable|outcome-unknown/.test(code))).toEqual([]);
    expect(failures.size).toBeGreaterThan(0);
    for (let at = 0; at < 4; at++) {
      expect(unwrap(await own.events(`s${at}`)).map(({ version }) => version)).toEqual(
        Array.from({ length: 10 }, (_, n) => n + 1),
      );
    }
    expect(unwrap(await own.feed({ limit: 1_000 })).events).toHaveLength(40);
    const now = timestamp('2026-05-04T12:00:00Z');
    expect(
      unwrap(await store.claimMessages({ now, leaseUntil: timestamp('2026-05-05T12:00:00Z'), limit: 1_000 })),
    ).toHaveLength(40);
  }, 60_000);
});
