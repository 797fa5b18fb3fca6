import { codedError } from '@dossierkit/core';
import type { StoreError } from '../errors.js';
import { type Dialect, migrations } from './schema.js';
import { SHARDS } from './shard.js';

/** A row as the database gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** What may stand for a `$n` in a statement. */
export type Param = string | number | null;

/** Runs statements, in a transaction or on their own. Numbers come back as numbers, also 64-bit ones. */
export interface Queries {
  all(sql: string, params?: readonly Param[]): Promise<readonly Row[]>;
  /** The number of rows that were changed. */
  run(sql: string, params?: readonly Param[]): Promise<number>;
}

/** What a driver provides; everything else is the same for both. */
export interface Database extends Queries {
  readonly dialect: Dialect;
  /**
   * Runs work in one transaction and commits it; rolls back where it throws. Repeats the work where the database asks for it
   * (a deadlock, a serialisation failure).
   */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Thrown inside a driver and turned into a Result at its edge. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  constructor(readonly error: StoreError) {
    super(error.code);
  }
}

/** Brings an empty or older database to today's schema; refuses a newer one. */
export async function migrate(database: Database): Promise<void> {
  const steps = migrations(database.dialect);
  await database.transaction(async (queries) => {
    await queries.run('CREATE TABLE IF NOT EXISTS journey_schema (version INTEGER PRIMARY KEY)');
    if (database.dialect.name === 'postgres')
      await queries.run('LOCK TABLE journey_schema IN EXCLUSIVE MODE');
    const [row] = await queries.all('SELECT max(version) AS version FROM journey_schema');
    const found = Number(row?.version ?? 0);
    if (found > steps.length) {
      throw new StoreFailure(codedError('journey-store/schema-newer', { found, known: steps.length }));
    }
    for (const [index, statements] of steps.entries()) {
      if (index < found) continue;
      for (const statement of statements) await queries.run(statement);
      await queries.run('INSERT INTO journey_schema (version) VALUES ($1)', [index + 1]);
    }
    if (found > 0) return;
    for (let shard = 0; shard < SHARDS; shard++) {
      await queries.run('INSERT INTO positions (shard, last) VALUES ($1, 0)', [shard]);
    }
  });
}

/** `($1, $2), ($3, $4)` for rows of a width. */
export function valuesOf(rows: number, width: number): string {
  let n = 0;
  const row = (): string => `(${Array.from({ length: width }, () => `$${++n}`).join(', ')})`;
  return Array.from({ length: rows }, row).join(', ');
}

/** `$from, $from+1, …` for a list. */
export function listOf(count: number, from: number): string {
  return Array.from({ length: count }, (_, at) => `$${from + at}`).join(', ');
}
