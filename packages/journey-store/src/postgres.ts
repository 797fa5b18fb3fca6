import { codedError, err, ok, type Result } from '@dossierkit/core';
import type { ClientBase, Pool, PoolClient } from 'pg';
import type { StoreError } from './errors.js';
import {
  type Database,
  migrate,
  type Param,
  type Queries,
  type Row,
  StoreFailure,
} from './internal/database.js';
import { POSTGRES } from './internal/schema.js';
import { createSqlStore } from './internal/sql-store.js';
import type { JourneyStore, StoreOptions } from './store.js';

/** Options of {@link openPostgresStore}. */
export interface PostgresOptions extends StoreOptions {
  /** How often work is repeated that the database asks to repeat (deadlock, serialisation failure). Default 5. */
  readonly maxRetries?: number;
  /**
   * Whether statements are prepared once for each connection, which saves the server much work. Default true; turn it off
   * behind a pooler that hands one connection to many.
   */
  readonly prepare?: boolean;
}

/**
 * Opens a store in PostgreSQL, and brings its schema up to date. The pool stays yours: its settings name the database and
 * the schema (`search_path`), and {@link JourneyStore.close} does not end it.
 *
 * @returns the store; or `journey-store/schema-newer`, `journey-store/unavailable`
 */
export async function openPostgresStore(
  pool: Pool,
  options: PostgresOptions = {},
): Promise<Result<JourneyStore, StoreError>> {
  const database = createDatabase(pool, options);
  try {
    await migrate(database);
  } catch (error) {
    return err(failureOf(error).error);
  }
  return ok(createSqlStore(database, options));
}

function createDatabase(pool: Pool, { maxRetries = 5, prepare = true }: PostgresOptions): Database {
  // A connection may also break between two statements, or in the moment in which the pool hands it over: without a listener
  // that would end the process. What was lost shows at the next statement.
  pool.on('connect', listen);
  pool.on('error', ignore);
  const once = async <T>(work: (queries: Queries) => Promise<T>): Promise<T> => {
    const client = await connect(pool);
    let broken = false;
    try {
      await query(client, 'BEGIN');
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
  const own = queriesOf(pool, prepare);
  return {
    dialect: POSTGRES,
    all: (sql, params) => own.all(sql, params),
    run: (sql, params) => own.run(sql, params),
    async transaction(work) {
      for (let attempt = 0; ; attempt++) {
        try {
          return await once(work);
        } catch (error) {
          if (!(error instanceof Retry) || attempt >= maxRetries) throw failureOf(error);
        }
      }
    },
    async close() {
      pool.off('connect', listen);
      pool.off('error', ignore);
    },
  };
}

function ignore(): void {}

function listen(client: ClientBase): void {
  client.on('error', ignore);
}

/** The database asks for the work to be done again. */
class Retry extends Error {
  override readonly name = 'Retry';
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    const client = await pool.connect();
    // One that was made before the store was opened.
    if (client.listenerCount('error') === 0) listen(client);
    return client;
  } catch (error) {
    throw failureOf(error);
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
    throw failureOf(error);
  }
}

const INT8 = 20;

/** 64-bit integers as numbers: positions and milliseconds stay far below 2^53. */
const NUMBERS = {
  getTypeParser: (oid: number) => (text: string) => (oid === INT8 || oid === 23 ? Number(text) : text),
};

function sqlState(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Serialisation failure, deadlock; and two programs that make the same table at the same moment, where `IF NOT EXISTS` does
 * not help.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
function isRepeatable(error: unknown): boolean {
  const state = sqlState(error);
  const { constraint } = error as { readonly constraint?: string };
  return (
    state === '40001' ||
    state === '40P01' ||
    state === '42P07' ||
    (state === '23505' && constraint?.startsWith('pg_') === true)
  );
}

function failureOf(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  if (error instanceof Retry)
    return new StoreFailure(codedError('journey-store/unavailable', { reason: 'contention' }));
  const state = sqlState(error);
  if (state === '53100') return new StoreFailure(codedError('journey-store/disk-full', {}));
  // Classes of the server's own: syntax, constraints, types. Those are mistakes of this package and not hidden.
  if (state !== undefined && /^(22|23|42)/.test(state)) throw error;
  return new StoreFailure(codedError('journey-store/unavailable', { reason: state ?? 'connection' }));
}
