// `node --import tsx --conditions=@dossierkit/source packages/journey-store/bench/million.ts sqlite|postgres [dossiers]`
// Loads a million dossiers and asks for those that are "collecting, older than 30 days, without an income document".
//
// The rows are those that the store itself wrote for some hundred real lives (events, snapshots, labels, timers, audit
// entries), copied under other ids; only the audit hashes are not computed anew.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { timestamp, timestampFromMs, timestampMs, unwrap } from '@dossierkit/core';
import type { FindQuery, JourneyStore } from '../src/index.js';
import { shardOf } from '../src/internal/shard.js';
import { openPostgresStore } from '../src/postgres.js';
import { openSqliteStore } from '../src/sqlite.js';
import { startPostgres } from '../test/postgres-server.js';
import { ID_WIDTH, type Life, livesOf, type RowSet, TABLES } from './lives.js';

const [driver = 'sqlite', count = '1000000'] = process.argv.slice(2);
const dossiers = Number(count);
const TENANT = 'bench';
const NOW = timestamp('2026-11-02T08:00:00Z');
const DAY_MS = 86_400_000;

/** The dossiers of each shard, in the order of their keys, so that what is loaded lands side by side. */
function* batches(lives: readonly Life[], size: number): Generator<RowSet> {
  const byShard = Map.groupBy(
    Array.from({ length: dossiers }, (_, n) => `d${String(n).padStart(ID_WIDTH - 1, '0')}`),
    (id) => shardOf(TENANT, id),
  );
  for (const [shard, ids] of byShard) {
    let position = 0;
    for (let from = 0; from < ids.length; from += size) {
      const rows: RowSet = new Map(TABLES.map((table) => [table, []]));
      for (const id of ids.slice(from, from + size)) {
        const life = lives[Number(id.slice(1)) % lives.length] as Life;
        position = life.copyInto(rows, { tenant: TENANT, id, shard, position });
      }
      yield rows;
    }
  }
}

/** What the commits would have counted. */
const POSITIONS =
  'UPDATE positions SET last = (SELECT coalesce(max(position), 0) FROM events WHERE events.shard = positions.shard)';

const seconds = (since: number): string => `${((performance.now() - since) / 1_000).toFixed(0)} s`;

async function measure(store: JourneyStore): Promise<void> {
  const own = store.tenant(TENANT);
  const sinceBefore = timestampFromMs(timestampMs(NOW) - 30 * DAY_MS);
  const asked: FindQuery = { kind: 'dossier', state: 'collecting', label: 'income', sinceBefore };
  const queries: [string, FindQuery][] = [
    ['collecting, income missing, older than 30 days', asked],
    ['the same, 1,000 of them', { ...asked, limit: 1_000 }],
    [
      'the same, behind the middle',
      { ...asked, limit: 1_000, after: { since: timestamp('2026-07-01T00:00:00Z'), stream: '' } },
    ],
    ['of any state', { kind: 'dossier', label: 'income', sinceBefore, limit: 1_000 }],
    ['of any kind and state', { label: 'income', sinceBefore, limit: 1_000 }],
    ['older than 30 days, whatever is missing', { kind: 'dossier', sinceBefore, limit: 1_000 }],
    ['none: nothing is so old', { ...asked, sinceBefore: timestamp('2000-01-01T00:00:00Z') }],
  ];
  for (const [name, query] of queries) {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < 11; round++) {
      const started = performance.now();
      found = unwrap(await own.find(query)).length;
      times.push(performance.now() - started);
    }
    const first = times[0] as number;
    const median = times.sort((a, b) => a - b)[5] as number;
    console.log(
      `${driver}: ${name}: ${found} in ${median.toFixed(1)} ms (median), ${first.toFixed(1)} ms the first time`,
    );
  }
  let all = 0;
  let after: FindQuery['after'];
  const started = performance.now();
  for (;;) {
    const page = unwrap(await own.find({ ...asked, limit: 1_000, ...(after ? { after } : {}) }));
    all += page.length;
    after = page.at(-1);
    if (page.length < 1_000) break;
  }
  console.log(`${driver}: all ${all} of them, page by page, in ${seconds(started)}`);
}

async function loadSqlite(path: string): Promise<void> {
  const raw = new DatabaseSync(path);
  raw.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -400000');
  const statements = new Map(
    TABLES.map((table) => {
      const width = raw.prepare(`SELECT count(*) AS n FROM pragma_table_info('${table}')`).get() as {
        n: number;
      };
      return [table, raw.prepare(`INSERT INTO ${table} VALUES (${Array(width.n).fill('?').join(', ')})`)];
    }),
  );
  for (const rows of batches(await livesOf(NOW), 2_000)) {
    raw.exec('BEGIN');
    for (const [table, list] of rows)
      for (const row of list)
        statements.get(table)?.run(...(Object.values(row) as (string | number | null)[]));
    raw.exec('COMMIT');
  }
  raw.exec(POSITIONS);
  raw.exec('ANALYZE');
  raw.close();
}

const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'journey-million-'));
if (driver === 'sqlite') {
  const path = join(folder, 'million.db');
  const store = unwrap(await openSqliteStore(path));
  await loadSqlite(path);
  console.log(`sqlite: ${dossiers} dossiers loaded in ${seconds(started)}`);
  await measure(store);
  await store.close();
} else {
  const server = await startPostgres();
  const pool = await server.pool('million', 4);
  const store = unwrap(await openPostgresStore(pool));
  for (const setting of ['fsync = off', "max_wal_size = '4GB'"])
    await pool.query(`ALTER SYSTEM SET ${setting}`);
  await pool.query('SELECT pg_reload_conf()');
  const queue = batches(await livesOf(NOW), 1_000);
  await Promise.all(
    [1, 2, 3].map(async () => {
      for (const rows of queue) {
        for (const [table, list] of rows) {
          const sql = `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`;
          await pool.query(sql, [JSON.stringify(list)]);
        }
      }
    }),
  );
  await pool.query(POSITIONS);
  for (const table of TABLES) await pool.query(`ANALYZE ${table}`);
  await pool.query('ALTER SYSTEM SET fsync = on');
  await pool.query('SELECT pg_reload_conf()');
  const size = await pool.query("SELECT pg_size_pretty(pg_database_size('postgres')) AS size");
  console.log(`postgres: ${dossiers} dossiers loaded in ${seconds(started)}, ${size.rows[0].size}`);
  await measure(store);
  await server.stop();
}
rmSync(folder, { recursive: true, force: true });
