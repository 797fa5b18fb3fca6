import type { StoreError } from '../errors.js';
import type { Dialect } from './schema.js';

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
