import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Clock, timestampFromMs, unwrap } from '@dossierkit/core';
import { createIntake, createIntakePool, type IntakePoolOptions } from '@dossierkit/document-intake';
import { openSqliteStore } from '@dossierkit/journey-store/sqlite';
import { serve } from '@hono/node-server';
import { createApp } from './app.js';
import { Dossiers } from './dossiers.js';
import { type CustomerLimits, FileCounter, LIMITS } from './limits.js';
import { Live } from './live.js';
import { buildPage } from './page.js';
import { Uploads } from './uploads.js';

export interface UploadServiceOptions {
  /** Where the dossiers, and files that are under way, are kept. */
  readonly folder: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly clock?: Clock;
  readonly limits?: CustomerLimits;
  readonly pool?: IntakePoolOptions;
}

export interface UploadService {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts the service, and goes on with what the last stop interrupted. */
export async function startUploadService(options: UploadServiceOptions): Promise<UploadService> {
  const { folder, clock = { now: () => timestampFromMs(Date.now()) }, limits = LIMITS } = options;
  const incoming = join(folder, 'incoming');
  await mkdir(incoming, { recursive: true });
  const store = unwrap(await openSqliteStore(join(folder, 'dossiers.db')));
  const pool = createIntakePool(options.pool);
  const live = new Live();
  const dossiers = new Dossiers(store, clock);
  const uploads = new Uploads({
    ...{ folder: incoming, intake: createIntake({ pool, clock }), dossiers, limits },
    counter: new FileCounter(clock, limits.maxFilesAnHour),
    onChange: (dossier) => live.changed(dossier),
  });
  await uploads.resume();
  const app = createApp({ dossiers, uploads, live, page: await buildPage() });
  const listening = Promise.withResolvers<AddressInfo>();
  const server = serve({ fetch: app.fetch, port: options.port, hostname: '127.0.0.1' }, listening.resolve);
  const { port } = await listening.promise;
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await uploads.close();
      await pool.close();
      await store.close();
    },
  };
}
