import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timestamp, unwrap } from '@dossierkit/core';
import { type Channel, settleUnfinished, shardOf } from '@dossierkit/dunning-scheduler';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPostgresStore } from '../src/postgres.js';
import { type PostgresServer, startPostgres } from './postgres-server.js';

const folder = mkdtempSync(join(tmpdir(), 'journey-workers-'));
let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ROWS = 40;
const cases = Array.from({ length: ROWS }, (_, n) => `case-${n}`);
const times = { due: timestamp('2026-06-01T08:00:00Z'), until: timestamp('2026-06-01T18:00:00Z') };
const later = timestamp('2026-06-01T13:00:00Z');

function startWorker(
  schema: string,
  record: string,
  pause: string,
  shards: readonly [number, number],
): ChildProcess {
  const worker = fileURLToPath(new URL('send-worker.ts', import.meta.url));
  const target = `${server.connectionString}?schema=${schema}`;
  const args = [
    '--import',
    'tsx',
    '--conditions=@dossierkit/source',
    worker,
    target,
    record,
    ...shards.map(String),
  ];
  return spawn(process.execPath, [...args, pause], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills a worker where it says that it waits; gives whether it came there. */
function killAtPause(worker: ChildProcess): Promise<boolean> {
  let isThere = false;
  worker.stdout?.on('data', () => {
    isThere = true;
    worker.kill('SIGKILL');
  });
  return new Promise((resolve) => worker.on('close', () => resolve(isThere)));
}

const linesOf = (file: string): string[] =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];

it.each([
  ['begun', 'failed'],
  ['sent', 'sent'],
] as const)(
  'a worker killed when a message was %s: the channel tells, and every message goes out exactly once',
  async (pause, outcome) => {
    const schema = `workers_${pause}`;
    const record = join(folder, schema);
    const plans = unwrap(await openPostgresStore(await server.pool(schema)))
      .tenant('t')
      .plans<Channel>();
    await plans.replace(
      cases.map((caseId) => {
        const key = `${caseId}/first/email/0`;
        const row = {
          key,
          caseId,
          step: 'first',
          channel: 'email' as const,
          shard: shardOf(caseId),
          ...times,
        };
        return { caseId, rows: [row] };
      }),
    );
    // Two workers on halves of the shards, one of them killed in the middle of a message.
    const killed = killAtPause(startWorker(schema, record, pause, [0, 512]));
    const other = startWorker(schema, record, 'nowhere', [512, 1024]);
    await new Promise((resolve) => other.on('close', resolve));
    expect(await killed).toBe(true);

    // Nobody takes the message in doubt, not even after every lease.
    const sentBefore = new Set(linesOf(record));
    const left = await plans.claim({
      fromShard: 0,
      toShard: 1024,
      now: later,
      leaseUntil: later,
      limit: 100,
    });
    const [doubt, ...more] = await plans.unfinished(later);
    expect(more).toEqual([]);
    expect(left.map(({ key }) => key)).not.toContain(doubt?.key);
    expect(sentBefore.has(doubt?.key ?? '')).toBe(pause === 'sent');

    const wasSent = async ({ key }: { readonly key: string }): Promise<boolean> => sentBefore.has(key);
    const settled = await settleUnfinished(plans, { before: later, at: later, wasSent });
    expect(settled.map((end) => end.outcome)).toEqual([outcome]);

    const last = startWorker(schema, record, 'nowhere', [0, 1024]);
    await new Promise((resolve) => last.on('close', resolve));
    const end = timestamp('2026-06-01T14:00:00Z');
    const rest = await plans.claim({ fromShard: 0, toShard: 1024, now: end, leaseUntil: end, limit: 100 });
    // The last worker's clock stands before the leases end: what was claimed again above goes out now.
    const resent = rest.map(({ key }) => key);
    expect([...linesOf(record), ...resent].toSorted()).toEqual(
      cases.map((id) => `${id}/first/email/0`).toSorted(),
    );
  },
  120_000,
);
