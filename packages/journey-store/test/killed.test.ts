import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timestamp, unwrap } from '@dossierkit/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { JourneyStore } from '../src/index.js';
import { openPostgresStore } from '../src/postgres.js';
import { openSqliteStore } from '../src/sqlite.js';
import { type PostgresServer, startPostgres } from './postgres-server.js';

const folder = mkdtempSync(join(tmpdir(), 'journey-killed-'));
let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Kills a writing process with SIGKILL once it has acknowledged so many commits; gives the last one it acknowledged. */
function killAfter(commits: number, driver: string, target: string): Promise<number> {
  const writer = fileURLToPath(new URL('writer.ts', import.meta.url));
  const args = ['--import', 'tsx', '--conditions=@dossierkit/source', writer, driver, target];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    if (printed.split('\n').length > commits) child.kill('SIGKILL');
  });
  return new Promise((resolve) => {
    child.on('close', () => resolve(Number(printed.trimEnd().split('\n').at(-1))));
  });
}

/** Nothing acknowledged is lost, and of the command that was under way either everything is there or nothing. */
async function expectWhole(store: JourneyStore, acknowledged: number): Promise<void> {
  const own = store.tenant('t');
  const loaded = unwrap(await own.load('s'));
  const commands = loaded?.value as number;
  expect(commands).toBeGreaterThanOrEqual(acknowledged);
  expect(commands).toBeLessThanOrEqual(acknowledged + 1);
  expect(loaded?.version).toBe(commands * 2);
  expect(loaded?.auditHead?.sequence).toBe(commands);
  const events = unwrap(await own.events('s'));
  expect(events.map(({ version }) => version)).toEqual(
    Array.from({ length: commands * 2 }, (_, at) => at + 1),
  );
  expect(unwrap(await own.feed({ limit: 10_000 })).events).toHaveLength(commands * 2);
  expect(unwrap(await own.audit('s'))).toHaveLength(commands);
  expect(unwrap(await own.find({ label: `l${commands}` }))).toHaveLength(1);
  const now = timestamp('2026-05-04T12:00:00Z');
  const claim = { now, leaseUntil: timestamp('2026-05-04T13:00:00Z'), limit: 1_000 };
  expect(unwrap(await store.claimTimers(claim))).toHaveLength(commands);
  expect(unwrap(await store.claimMessages(claim))).toHaveLength(commands);
}

it.each([3, 60, 140])(
  'SQLite: a process killed after %i commits loses nothing and leaves nothing half-written',
  async (commits) => {
    const path = join(folder, `killed-${commits}.db`);
    const acknowledged = await killAfter(commits, 'sqlite', path);
    expect(acknowledged).toBeGreaterThanOrEqual(commits);
    const store = unwrap(await openSqliteStore(path));
    await expectWhole(store, acknowledged);
    await store.close();
  },
  60_000,
);

it.each([3, 90])(
  'PostgreSQL: a process killed after %i commits loses nothing and leaves nothing half-written',
  async (commits) => {
    const schema = `killed_${commits}`;
    const pool = await server.pool(schema);
    const acknowledged = await killAfter(commits, 'postgres', `${server.connectionString}?schema=${schema}`);
    expect(acknowledged).toBeGreaterThanOrEqual(commits);
    const store = unwrap(await openPostgresStore(pool));
    await expectWhole(store, acknowledged);
  },
  60_000,
);
