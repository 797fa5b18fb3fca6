import { codedError } from '@dossierkit/core';
import type { ClientBase, Pool, PoolClient } from 'pg';
import { type Database, type Param, type Queries, type Row, StoreFailure } from './database.js';
import { isRepeatable, postgresFailure, Retry } from './postgres-errors.js';
import { POSTGRES } from './schema.js';

/** How the work on a database is done, see `PostgresOptions`. */
interface Settings {
  readonly maxRetries?: number;
  readonly prepare?: boolean;
}

/** PostgreSQL behind a pool, as the store sees it. */
export async function openPostgresDatabase(
  pool: Pool,
  { maxRetries = 5, prepare = true }: Settings,
): Promise<Database> {
  // A connection may also break between two statements, or in the moment in which the pool hands it over: without a listener
  // that would end the process. What was lost shows at the next statement.
  pool.on('connect', listen);
  pool.on('error', ignore);
  const begin = await beginning(pool);
  const once = async <T>(work: (queries: Queries) => Promise<T>): Promise<T> => {
    const client = await connect(pool);
    let broken = false;
    try {
      await query(client, begin);
      const result = await work(queriesOf(client, prepare));
      await commit(client);
      return result;
    } catch (error) {
      broken = await rollback(client);
      throw error;
    } finally {
      client.release(broken);
    }
  };
  const repeated = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Retry) || attempt >= maxRetries) throw postgresFailure(error);
      }
    }
  };
  const own = queriesOf(pool, prepare);
  return {
    dialect: POSTGRES,
    all: (sql, params) => repeated(() => own.all(sql, params)),
    run: (sql, params) => repeated(() => own.run(sql, params)),
    transaction: (work) => repeated(() => once(work)),
    async close() {
      pool.off('connect', listen);
      pool.off('error', ignore);
    },
  };
}

/**
 * Where a database is set to answer a commit before it is on the disk, transactions of the store wait for it all the same:
 * what was acknowledged must not be lost.
 *
 * @see https://www.postgresql.org/docs/current/wal-async-commit.html
 */
async function beginning(pool: Pool): Promise<string> {
  const sql = "SELECT current_setting('synchronous_commit', true) AS setting";
  const { rows } = await query(pool, sql);
  return rows[0]?.setting === 'off' ? 'BEGIN; SET LOCAL synchronous_commit = on' : 'BEGIN';
}

function ignore(): void {}

function listen(client: ClientBase): void {
  client.on('error', ignore);
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    const client = await pool.connect();
    // One that was made before the store was opened.
    if (client.listenerCount('error') === 0) listen(client);
    return client;
  } catch (error) {
    throw postgresFailure(error);
  }
}

/** Only here can the outcome be unknown: the order to commit may have arrived although its answer did not. */
async function commit(client: ClientBase): Promise<void> {
  try {
    await client.query('COMMIT');
  } catch (error) {
    if (isRepeatable(error)) throw new Retry();
    throw new StoreFailure(codedError('journey-store/outcome-unknown', {}));
  }
}

/** Tells whether the connection is of no use any more. */
async function rollback(client: ClientBase): Promise<boolean> {
  try {
    await client.query('ROLLBACK');
    return false;
  } catch {
    return true;
  }
}

function queriesOf(client: ClientBase | Pool, prepare: boolean): Queries {
  return {
    all: async (sql, params) => (await query(client, sql, params, prepare)).rows,
    run: async (sql, params) => (await query(client, sql, params, prepare)).rowCount ?? 0,
  };
}

/** Large statements have many shapes and are rare: not worth a name. */
const MAX_PREPARED_PARAMS = 120;

/** Names of prepared statements: the same text has the same name on every connection. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `journey-${names.size}`;
  names.set(sql, name);
  return name;
}

async function query(
  client: ClientBase | Pool,
  sql: string,
  params: readonly Param[] = [],
  prepare = false,
): Promise<{ rows: Row[]; rowCount: number | null }> {
  try {
    const statement = { text: sql, values: [...params], types: NUMBERS };
    const named = prepare && params.length > 0 && params.length < MAX_PREPARED_PARAMS;
    const { rows, rowCount } = await client.query(named ? { ...statement, name: nameOf(sql) } : statement);
    return { rows, rowCount };
  } catch (error) {
    if (isRepeatable(error)) throw new Retry();
    throw postgresFailure(error);
  }
}

/** The numbers that PostgreSQL gives its integer types. */
const INT8 = 20;
const INT4 = 23;

/** 64-bit integers as numbers: positions and milliseconds stay far below 2^53. */
const NUMBERS = {
  getTypeParser: (oid: number) => (text: string) => (oid === INT8 || oid === INT4 ? Number(text) : text),
};
