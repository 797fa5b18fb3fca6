import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { codedError, err, ok, type Result } from '@dossierkit/core';
import type { StoreError } from './errors.js';
import { type Database, type Param, type Queries, type Row, StoreFailure } from './internal/database.js';
import { migrate } from './internal/migrate.js';
import { SQLITE } from './internal/schema.js';
import { createSqlStore } from './internal/sql-store.js';
import type { JourneyStore, StoreOptions } from './store.js';

/** Options of {@link openSqliteStore}. */
export interface SqliteOptions extends StoreOptions {
  /** How long to wait for another process that is writing. Default 5,000. */
  readonly busyTimeoutMs?: number;
  /** Refuse to grow beyond this many pages of 4 KiB. Default: no limit. */
  readonly maxPages?: number;
}

/**
 * Opens a store in one file, and makes it where there is none. Write-ahead log, every commit synced to the disk.
 *
 * @returns the store; or `journey-store/schema-newer`, `journey-store/unavailable` (no such folder, no rights, no database)
 */
export async function openSqliteStore(
  path: string,
  options: SqliteOptions = {},
): Promise<Result<JourneyStore, StoreError>> {
  let database: Database;
  try {
    database = openDatabase(path, options);
  } catch (error) {
    return err(failureOf(error).error);
  }
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    return err(failureOf(error).error);
  }
  return ok(createSqlStore(database, options));
}

function openDatabase(path: string, { busyTimeoutMs = 5_000, maxPages }: SqliteOptions): Database {
  const file = new DatabaseSync(path, { timeout: busyTimeoutMs });
  file.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384',
  );
  if (maxPages !== undefined) file.exec(`PRAGMA max_page_count = ${Math.floor(maxPages)}`);
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = file.prepare(sql.replace(/\$(\d+)/g, '?$1'));
      statements.set(sql, statement);
    }
    return statement;
  };
  const queries: Queries = {
    all: async (sql, params = []) => translated(() => prepare(sql).all(...(params as Param[])) as Row[]),
    run: async (sql, params = []) =>
      translated(() => Number(prepare(sql).run(...(params as Param[])).changes)),
  };
  // One connection has one transaction at a time: everything waits its turn.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  return {
    dialect: SQLITE,
    all: (sql, params) => inTurn(() => queries.all(sql, params)),
    run: (sql, params) => inTurn(() => queries.run(sql, params)),
    transaction: (work) =>
      inTurn(async () => {
        translated(() => file.exec('BEGIN IMMEDIATE'));
        try {
          const result = await work(queries);
          translated(() => file.exec('COMMIT'));
          return result;
        } catch (error) {
          // SQLite has rolled back by itself where the disk was full.
          if (file.isTransaction) file.exec('ROLLBACK');
          throw error;
        }
      }),
    close: () =>
      inTurn(async () => {
        file.close();
      }),
  };
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failureOf(error);
  }
}

/**
 * Primary result codes of SQLite that speak of the file or the machine. Others (a syntax error, a constraint) are mistakes of
 * this package, and not hidden.
 *
 * @see https://sqlite.org/rescode.html
 */
const REASONS: Readonly<Record<number, string>> = {
  3: 'permission',
  5: 'busy',
  6: 'locked',
  8: 'read-only',
  10: 'input-output',
  11: 'corrupt',
  14: 'cannot-open',
  26: 'no-database',
};
const FULL = 13;

function failureOf(error: unknown): StoreFailure {
  if (error instanceof StoreFailure) return error;
  const { errcode = 0 } = error as { errcode?: number };
  const primary = errcode & 0xff;
  if (primary === FULL) return new StoreFailure(codedError('journey-store/disk-full', {}));
  const reason = REASONS[primary];
  if (reason === undefined) throw error;
  return new StoreFailure(codedError('journey-store/unavailable', { reason }));
}
