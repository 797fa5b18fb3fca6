// DATABASE: a file for SQLite (default `dossiers.local.db`), or `postgres://…`. PORT: default 3000; 0 takes a free one.

import { timestampFromMs } from '@dossierkit/core';
import type { JourneyStore } from '@dossierkit/journey-store';
import { openPostgresStore } from '@dossierkit/journey-store/postgres';
import { openSqliteStore } from '@dossierkit/journey-store/sqlite';
import { serve } from '@hono/node-server';
import pg from 'pg';
import { createApp } from './app.js';
import { product } from './product.js';
import { DossierService } from './service.js';

/** How often due timers are looked for. */
const TICK_MS = 1_000;

const { DATABASE = 'dossiers.local.db', PORT = '3000' } = process.env;
const opened = /^postgres(ql)?:/.test(DATABASE)
  ? await openPostgresStore(new pg.Pool({ connectionString: DATABASE, max: 8 }))
  : await openSqliteStore(DATABASE);
if (!opened.ok) {
  console.error(`The store cannot be opened: ${opened.error.code} ${JSON.stringify(opened.error.params)}`);
  process.exit(1);
}
const store: JourneyStore = opened.value;
const service = new DossierService(store, product, { now: () => timestampFromMs(Date.now()) });
const server = serve({ fetch: createApp(service).fetch, port: Number(PORT) }, ({ port }) => {
  console.log(`listening on http://localhost:${port}`);
});

let ticking: Promise<unknown> = Promise.resolve();
const tick = setInterval(() => {
  ticking = ticking.then(() => service.fireTimers()).catch((error) => console.error(error));
}, TICK_MS);

async function stop(): Promise<void> {
  clearInterval(tick);
  server.close();
  await ticking;
  await store.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
