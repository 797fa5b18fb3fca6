import { err, ok, type Result } from '@dossierkit/core';
import type { Pool } from 'pg';
import type { StoreError } from './errors.js';
import { migrate } from './internal/migrate.js';
import { openPostgresDatabase } from './internal/postgres-database.js';
import { postgresFailure } from './internal/postgres-errors.js';
import { createSqlStore } from './internal/sql-store.js';
import type { JourneyStore, StoreOptions } from './store.js';

export { createPostgresWakeUp, type PostgresWakeUpOptions } from './postgres-wake-up.js';

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
  try {
    const database = await openPostgresDatabase(pool, options);
    await migrate(database);
    return ok(createSqlStore(database, options));
  } catch (error) {
    return err(postgresFailure(error).error);
  }
}
