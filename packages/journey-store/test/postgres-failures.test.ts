import { randomBytes } from 'node:crypto';
import { timestamp, unwrap } from '@dossierkit/core';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JourneyStore, TenantStore } from '../src/index.js';
import { commitOf } from '../src/internal/contract-kit.js';
import { shardOf } from '../src/internal/shard.js';
import { openPostgresStore } from '../src/postgres.js';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.js';
import { type PostgresServer, startPostgres } from './postgres-server.js';

const SMALL_MIB = 4;
let server: PostgresServer;
let proxy: CuttingProxy;
beforeAll(async () => {
  server = await startPostgres({ smallMiB: SMALL_MIB });
  proxy = await startCuttingProxy(server.port);
}, 60_000);
afterAll(async () => {
  await proxy.close();
  await server.stop();
});

const claim = {
  now: timestamp('2026-05-04T12:00:00Z'),
  leaseUntil: timestamp('2026-05-05T12:00:00Z'),
  limit: 100_000,
};

const commandOf = (stream: string, version: number) =>
  commitOf(stream, version, {
    key: `k${version}`,
    outbox: [{ id: `m${version}`, topic: 't', body: version }],
  });

/** What is there of a stream: its events in order, and as many versions and messages. */
async function expectWhole(
  store: JourneyStore,
  own: TenantStore,
  streams: readonly string[],
): Promise<number> {
  let total = 0;
  for (const stream of streams) {
    const { version = 0 } = unwrap(await own.load(stream)) ?? {};
    const versions = unwrap(await own.events(stream)).map((event) => event.version);
    expect(versions).toEqual(Array.from({ length: version }, (_, at) => at + 1));
    total += version;
  }
  expect(unwrap(await own.feed({ limit: 100_000 })).events).toHaveLength(total);
  expect(unwrap(await store.claimMessages(claim))).toHaveLength(total);
  return total;
}

it.each(['before-commit', 'before-answer'] as const)(
  'a connection that breaks %s: the outcome is unknown, and the same command sent again is written once',
  async (at) => {
    const schema = at.replace('-', '_');
    await server.pool(schema, 1);
    const pool = new pg.Pool({
      host: '127.0.0.1',
      port: proxy.port,
      user: 'postgres',
      database: 'postgres',
      options: `-c search_path=${schema}`,
    });
    const store = unwrap(await openPostgresStore(pool));
    const own = store.tenant('t');
    proxy.cutNext(at);
    expect(await own.commit(commandOf('s', 0))).toEqual({
      ok: false,
      error: { code: 'journey-store/outcome-unknown', params: {} },
    });
    const isThere = at === 'before-answer';
    expect(unwrap(await own.load('s'))?.version).toBe(isThere ? 1 : undefined);
    expect(unwrap(await own.commit(commandOf('s', 0)))).toEqual({ version: 1, duplicate: isThere });
    expect(await expectWhole(store, own, ['s'])).toBe(1);
    await pool.end();
  },
);

it('a reader never sees a position before the ones below it, also where their transaction is still open', async () => {
  const pool = await server.pool('gaps');
  const store = unwrap(await openPostgresStore(pool));
  const own = store.tenant('t');
  const [slow, fast] = twoStreamsOfOneShard();
  const held = await pool.connect();
  await held.query('BEGIN');
  const shard = shardOf('t', slow);
  await held.query('UPDATE positions SET last = last + 1 WHERE shard = $1', [shard]);
  const later = own.commit(commandOf(fast, 0));
  await untilWaiting(server);
  const before = unwrap(await own.feed());
  expect(before.events).toEqual([]);
  await held.query(
    `INSERT INTO events VALUES ($1, 't', $2, 1, 1, 'e', NULL, 1, 'happened', '2026-05-04T12:00:00.000Z', '{}')`,
    [shard, slow],
  );
  await held.query('COMMIT');
  held.release();
  expect(unwrap(await later)).toEqual({ version: 1, duplicate: false });
  const { events } = unwrap(await own.feed({ after: before.cursor }));
  expect(events.map(({ stream }) => stream)).toEqual([slow, fast]);
});

function twoStreamsOfOneShard(): [string, string] {
  for (let n = 1; ; n++) if (shardOf('t', `s${n}`) === shardOf('t', 's0')) return ['s0', `s${n}`];
}

async function untilWaiting({ connectionString }: PostgresServer): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const sql = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
  while ((await client.query(sql)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await client.end();
}

it('writes nothing where the disk is full, says so, and goes on once there is space', async () => {
  const pool = await server.pool('disk', 2, '-c default_tablespace=small');
  await pool.query(
    'CREATE TABLE ballast AS SELECT repeat(md5(i::text), 30) AS text FROM generate_series(1, 1000) i',
  );
  const store = unwrap(await openPostgresStore(pool));
  const own = store.tenant('t');
  const snapshot = () => ({
    ...commitOf('s', 0).snapshot,
    value: randomBytes(60_000).toString('base64'),
    labels: ['l'],
  });
  let written = 0;
  let code: string | undefined;
  while (code === undefined && written < 500) {
    const result = await own.commit({ ...commandOf(`s${written}`, 0), snapshot: snapshot() });
    if (result.ok) written++;
    else ({ code } = result.error);
  }
  expect(code).toBe(
    server.smallDisk?.kind === 'tmpfs' ? 'journey-store/disk-full' : 'journey-store/unavailable',
  );
  expect(written).toBeGreaterThan(3);
  expect(unwrap(await own.find({ label: 'l', limit: 1_000 }))).toHaveLength(written);
  await pool.query('DROP TABLE ballast');
  if (server.smallDisk?.kind === 'limit') await server.restart();
  unwrap(await own.commit({ ...commandOf(`s${written}`, 0), snapshot: snapshot() }));
  const streams = Array.from({ length: written + 1 }, (_, at) => `s${at}`);
  expect(await expectWhole(store, own, streams)).toBe(written + 1);
}, 60_000);

// Last, because it takes the server away from the others.
it('loses nothing that it acknowledged when all of the server is killed, even where commits were set not to wait', async () => {
  const pool = await server.pool('crash', 4, '-c synchronous_commit=off');
  const store = unwrap(await openPostgresStore(pool));
  const own = store.tenant('t');
  const streams = ['s0', 's1', 's2', 's3'];
  const acknowledged = new Map<string, number>();
  let enough: () => void = () => undefined;
  const busy = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const writers = streams.map(async (stream) => {
    for (let version = 0; ; version++) {
      const result = await own.commit(commandOf(stream, version));
      if (!result.ok) return result.error.code;
      acknowledged.set(stream, version + 1);
      if (version === 40) enough();
    }
  });
  await busy;
  await server.crash();
  for (const code of await Promise.all(writers)) expect(code).toMatch(/unavailable|outcome-unknown/);
  await server.restart();
  await expectWhole(store, own, streams);
  for (const stream of streams) {
    const there = unwrap(await own.load(stream))?.version ?? 0;
    const heard = acknowledged.get(stream) ?? 0;
    expect([heard, heard + 1], stream).toContain(there);
    const again = unwrap(await own.commit(commandOf(stream, there - 1)));
    expect(again).toEqual({ version: there, duplicate: true });
  }
}, 60_000);
