import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createEntry } from '@dossierkit/audit-trail';
import { nodeDigest } from '@dossierkit/audit-trail/node';
import { timestamp, unwrap } from '@dossierkit/core';
import {
  applyEvent,
  type Dossier,
  type DossierEvent,
  openDossier,
  type Product,
  summarizeDossier,
} from '@dossierkit/dossier-state';
import { sampleProduct } from '@dossierkit/dossier-state/testing';
import { afterAll, expect, test } from 'vitest';
import { dossierCommit, type JourneyStore, type TenantStore } from '../src/index.js';
import { openPostgresStore } from '../src/postgres.js';
import { openSqliteStore } from '../src/sqlite.js';
import { startPostgres } from '../test/postgres-server.js';

const folder = mkdtempSync(join(tmpdir(), 'journey-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const product: Product = sampleProduct();
const at = timestamp('2026-05-04T08:00:00Z');

/** A whole command: load, transition, audit entry, all rows, one synced commit. */
async function command(own: TenantStore, stream: string, n: number): Promise<void> {
  const loaded = unwrap(await own.load(stream));
  const dossier = loaded?.value as unknown as Dossier;
  const event: DossierEvent = { id: `e${n}`, type: 'answers-given', at, answers: { amount: n % 2_000 } };
  const step = unwrap(applyEvent(dossier, event, { product }));
  const { missing } = summarizeDossier(step.dossier, product, { at });
  const head = loaded?.auditHead;
  const draft = { at, type: event.type, facts: { sequence: step.dossier.sequence } };
  const before = head ? { dossier: stream, sequence: head.sequence, hash: head.hash as never } : stream;
  const audit = [createEntry(before, draft, { digest: nodeDigest })];
  unwrap(await own.commit(dossierCommit({ event, step, missing, audit })));
}

async function openStreams(own: TenantStore, count: number): Promise<string[]> {
  const streams = Array.from({ length: count }, (_, n) => `d${n}`);
  for (const id of streams) {
    const opened = unwrap(openDossier({ id, product, at }));
    const { missing } = summarizeDossier(opened.dossier, product, { at });
    unwrap(await own.commit(dossierCommit({ event: opened.event, step: opened, missing })));
  }
  return streams;
}

/** Commands a second with so many in flight, each on a stream of its own. */
async function rate(store: JourneyStore, inFlight: number, total: number): Promise<number> {
  const own = store.tenant('bench');
  const streams = await openStreams(own, inFlight);
  const started = performance.now();
  let n = 0;
  await Promise.all(
    streams.map(async (stream) => {
      while (n < total) await command(own, stream, n++);
    }),
  );
  return Math.round((total / (performance.now() - started)) * 1_000);
}

test('whole commands in SQLite, against a bare synced insert of one row', async () => {
  const raw = new DatabaseSync(join(folder, 'raw.db'));
  raw.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT)',
  );
  const insert = raw.prepare('INSERT INTO t (body) VALUES (?)');
  const started = performance.now();
  for (let n = 0; n < 2_000; n++) insert.run('x'.repeat(200));
  const bare = Math.round(2_000 / ((performance.now() - started) / 1_000));
  raw.close();
  const store = unwrap(await openSqliteStore(join(folder, 'commands.db')));
  const commands = await rate(store, 8, 2_000);
  await store.close();
  console.log(`SQLite: ${commands} commands/s; bare insert ${bare}/s; ratio ${(commands / bare).toFixed(2)}`);
  expect(commands).toBeGreaterThan(0);
}, 120_000);

test('whole commands in PostgreSQL on 8 connections, against a bare insert of one row', async () => {
  const server = await startPostgres();
  const pool = await server.pool('bench', 8);
  await pool.query('CREATE TABLE t (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body TEXT)');
  const started = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 250; n++) await pool.query('INSERT INTO t (body) VALUES ($1)', ['x'.repeat(200)]);
    }),
  );
  const bare = Math.round(2_000 / ((performance.now() - started) / 1_000));
  const store = unwrap(await openPostgresStore(pool));
  const commands = await rate(store, 8, 2_000);
  console.log(
    `PostgreSQL: ${commands} commands/s; bare insert ${bare}/s; ratio ${(commands / bare).toFixed(2)}`,
  );
  expect(commands).toBeGreaterThan(0);
  await pool.query(`INSERT INTO timers SELECT i % 64, 'bench', 'd' || i, 'x', 1777880000000 + i * 1000, 1777880000000 + i * 1000, 0
    FROM generate_series(0, 999999) AS i`);
  await pool.query('ANALYZE timers');
  const times: number[] = [];
  for (let round = 0; round < 15; round++) {
    const from = performance.now();
    const claim = {
      now: timestamp('2026-05-05T08:00:00Z'),
      leaseUntil: timestamp('2027-06-05T08:00:00Z'),
      limit: 1_000,
    };
    expect(unwrap(await store.claimTimers(claim))).toHaveLength(1_000);
    times.push(performance.now() - from);
  }
  console.log(
    `PostgreSQL, 1,000,000 rows: claim 1,000 in ${times.sort((a, b) => a - b)[7]?.toFixed(1)} ms (median)`,
  );
  await server.stop();
}, 120_000);

test('claim 1,000 due of 1,000,000 timers; find among 1,000,000 dossiers, in SQLite', async () => {
  const path = join(folder, 'million.db');
  const store = unwrap(await openSqliteStore(path));
  const raw = new DatabaseSync(path);
  raw.exec(`BEGIN;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999)
    INSERT INTO timers SELECT i % 64, 'bench', 'd' || i, 'expire', 1777880000000 + i * 1000, 1777880000000 + i * 1000, 0 FROM n;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999)
    INSERT INTO labels SELECT i % 64, 'bench', 'd' || i, CASE i % 3 WHEN 0 THEN 'payslip' ELSE 'address' END, 'dossier',
      CASE i % 2 WHEN 0 THEN 'collecting' ELSE 'active' END, 1777880000000 + i * 1000 FROM n;
    COMMIT`);
  raw.close();
  const now = timestamp('2026-05-05T08:00:00Z');
  const leaseUntil = timestamp('2027-06-05T08:00:00Z');
  const times = { claim: [] as number[], find: [] as number[] };
  for (let round = 0; round < 15; round++) {
    let started = performance.now();
    const claimed = unwrap(await store.claimTimers({ now, leaseUntil, limit: 1_000 }));
    times.claim.push(performance.now() - started);
    expect(claimed).toHaveLength(1_000);
    started = performance.now();
    const query = { kind: 'dossier', state: 'collecting', label: 'payslip', sinceBefore: now, limit: 1_000 };
    expect(unwrap(await store.tenant('bench').find(query))).toHaveLength(1_000);
    times.find.push(performance.now() - started);
  }
  await store.close();
  const median = (list: number[]): string => (list.sort((a, b) => a - b)[7] as number).toFixed(1);
  console.log(
    `SQLite, 1,000,000 rows: claim 1,000 in ${median(times.claim)} ms, find 1,000 in ${median(times.find)} ms (medians)`,
  );
}, 120_000);
