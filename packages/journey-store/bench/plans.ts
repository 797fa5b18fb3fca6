// Plan rows through the embedded store, in batches: written, claimed, begun, finished.
//   tsx --conditions=@dossierkit/source packages/journey-store/bench/plans.ts [rows]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timestamp, unwrap } from '@dossierkit/core';
import { openSqliteStore } from '../src/sqlite.js';

const COUNT = Number(process.argv[2] ?? 100_000);
const now = timestamp('2026-06-01T12:00:00Z');
const leaseUntil = timestamp('2026-06-01T13:00:00Z');
const times = { due: timestamp('2026-06-01T08:00:00Z'), until: timestamp('2026-06-01T18:00:00Z') };
const everyShard = { fromShard: 0, toShard: 1024 };

async function measure(batch: number, begin: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-plans-'));
  const store = unwrap(await openSqliteStore(join(folder, 'plans.db')));
  const plans = store.tenant('t').plans();
  const cases = Array.from({ length: COUNT }, (_, n) => {
    const caseId = `case-${n}`;
    const row = {
      key: `${caseId}/first/email/0`,
      caseId,
      step: 'first',
      channel: 'email',
      shard: (n * 7919) % 1024,
    };
    return { caseId, rows: [{ ...row, ...times }] };
  });
  const writing = performance.now();
  for (let at = 0; at < COUNT; at += batch) await plans.replace(cases.slice(at, at + batch));
  const written = performance.now();
  const started = process.cpuUsage();
  let done = 0;
  for (;;) {
    const claimed = await plans.claim({ ...everyShard, now, leaseUntil, limit: batch, begin });
    if (claimed.length === 0) break;
    const begun = begin ? claimed : await plans.begin(claimed, now);
    await plans.finish(
      begun.map((row) => ({ row, outcome: 'sent' })),
      now,
    );
    done += begun.length;
  }
  const ended = performance.now();
  const cpu = process.cpuUsage(started);
  await store.close();
  rmSync(folder, { recursive: true });
  const rate = (ms: number): string => `${Math.round((COUNT / ms) * 1000).toLocaleString('en')}/s`;
  console.log(
    `batches of ${batch}${begin ? ', begun with the claim' : ''}: written ${rate(written - writing)}, claimed and completed ${rate(ended - written)}, ` +
      `${rate((cpu.user + cpu.system) / 1000)} by CPU time (${done})`,
  );
}

for (const begin of [false, true]) for (const batch of [100, 1_000, 10_000]) await measure(batch, begin);
