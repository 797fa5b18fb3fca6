// A process of its own that sends plan rows until it is killed:
//   send-worker.ts <url>?schema=<name> <record> <fromShard> <toShard> <pause>
// Its channel is a file: one line a message, with the key of the row. With `pause` it prints where it is and waits, so that it
// can be killed exactly there: `begun` (written down, not sent) or `sent` (sent, not written down), at its fifth message.
import { appendFileSync } from 'node:fs';
import { timestamp, unwrap } from '@dossierkit/core';
import pg from 'pg';
import { openPostgresStore } from '../src/postgres.js';

const [target = '', record = '', fromShard, toShard, pause] = process.argv.slice(2);
const [connectionString, schema] = target.split('?schema=');
const pool = new pg.Pool({ connectionString, options: `-c search_path=${schema}` });
const plans = unwrap(await openPostgresStore(pool))
  .tenant('t')
  .plans();
const now = timestamp('2026-06-01T12:00:00Z');
const range = {
  fromShard: Number(fromShard),
  toShard: Number(toShard),
  now,
  leaseUntil: timestamp('2026-06-01T12:05:00Z'),
};

async function at(place: string, count: number): Promise<void> {
  if (pause !== place || count !== 5) return;
  process.stdout.write(`${place}\n`);
  await new Promise(() => setInterval(() => undefined, 1_000));
}

let count = 0;
for (;;) {
  const claimed = await plans.claim({ ...range, limit: 4 });
  if (claimed.length === 0) break;
  for (const row of claimed) {
    const [begun] = await plans.begin([row], now);
    if (!begun) continue;
    count++;
    await at('begun', count);
    appendFileSync(record, `${begun.key}\n`);
    await at('sent', count);
    await plans.finish([{ row: begun, outcome: 'sent' }], now);
  }
}
await pool.end();
