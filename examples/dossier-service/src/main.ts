// DATABASE: a file for SQLite (default `dossiers.local.db`), or `postgres://…`. PORT: default 3000; 0 takes a free one.

import { timestampFromMs } from '@dossierkit/core';
import { createWakeUp, type WakeUp } from '@dossierkit/journey-store';
import { createPostgresWakeUp, openPostgresStore } from '@dossierkit/journey-store/postgres';
import { openSqliteStore } from '@dossierkit/journey-store/sqlite';
import { serve } from '@hono/node-server';
import pg from 'pg';
import { createApp } from './app.js';
import { product } from './product.js';
import { DossierService } from './service.js';

/** How often due timers are looked for where nobody hints. */
const TICK_MS = 1_000;

const { DATABASE = 'dossiers.local.db', PORT = '3000' } = process.env;
const { opened, wakeUp, end } = await open(DATABASE);
if (!opened.ok) {
  console.error(`The store cannot be opened: ${opened.error.code} ${JSON.stringify(opened.error.params)}`);
  process.exit(1);
}
const store = opened.value;
const service = new DossierService(store, product, { now: () => timestampFromMs(Date.now()) });
const server = serve({ fetch: createApp(service, wakeUp).fetch, port: Number(PORT) }, ({ port }) => {
  console.log(`listening on http://localhost:${port}`);
});

const stopping = new AbortController();
const timers = fireTimers();

async function fireTimers(): Promise<void> {
  const waker = wakeUp.listen('timers');
  while (!stopping.signal.aborted) {
    const fired = await service.fireTimers().catch((error: unknown) => {
      console.error(error);
      return 0;
    });
    if (fired === 0) await waker.wait({ timeoutMs: TICK_MS, signal: stopping.signal });
  }
}

interface Opened {
  readonly opened: Awaited<ReturnType<typeof openSqliteStore>>;
  readonly wakeUp: WakeUp;
  end(): Promise<void>;
}

/** A file, or PostgreSQL with as many of these services as are wanted beside each other. */
async function open(database: string): Promise<Opened> {
  if (!/^postgres(ql)?:/.test(database)) {
    const wakeUp = createWakeUp();
    return { opened: await openSqliteStore(database, { wakeUp }), wakeUp, end: async () => undefined };
  }
  const pool = new pg.Pool({ connectionString: database, max: 8 });
  const wakeUp = createPostgresWakeUp(pool);
  return { opened: await openPostgresStore(pool, { wakeUp }), wakeUp, end: () => pool.end() };
}

async function stop(): Promise<void> {
  stopping.abort();
  server.close();
  await timers;
  await wakeUp.close();
  await store.close();
  await end();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
