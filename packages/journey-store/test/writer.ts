// A process of its own that commits until it is killed: `writer.ts sqlite <file>` or `writer.ts postgres <url>?schema=<name>`. After each
// commit it prints the version that was acknowledged.
import { timestamp, unwrap } from '@dossierkit/core';
import pg from 'pg';
import { openPostgresStore } from '../src/postgres.js';
import { openSqliteStore } from '../src/sqlite.js';

const [driver, target = ''] = process.argv.slice(2);
const at = timestamp('2026-05-04T12:00:00Z');
const [connectionString, schema] = target.split('?schema=');
const store = unwrap(
  driver === 'sqlite'
    ? await openSqliteStore(target)
    : await openPostgresStore(new pg.Pool({ connectionString, options: `-c search_path=${schema}` })),
);
const own = store.tenant('t');
let previous = '0'.repeat(64);
for (let version = 1; version <= 200; version++) {
  const hash = String(version).padStart(64, 'a');
  const events = ['a', 'b'].map((part) => ({
    id: `${version}${part}`,
    type: 't',
    at,
    body: 'x'.repeat(500),
  }));
  const timers = { set: [{ timer: `t${version}`, dueAt: at }] };
  const snapshot = { value: version, kind: 'dossier', state: 's', since: at, labels: [`l${version}`] };
  const audit = [{ sequence: version, previous, hash }];
  const outbox = [{ id: `m${version}`, topic: 't', body: version }];
  const commit = { stream: 's', expectedVersion: (version - 1) * 2, events, timers, snapshot, audit, outbox };
  unwrap(await own.commit(commit));
  previous = hash;
  process.stdout.write(`${version}\n`);
}
