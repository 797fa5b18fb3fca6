import { timestampMs } from '@dossierkit/core';
import type { FindQuery } from '../store.js';
import type { Database, Param, Row } from './database.js';

/** Where streams are looked for, and what is known of them. */
interface Place {
  readonly table: 'streams' | 'labels';
  /** Columns and the values that they must have: the beginning of the table's index. */
  readonly fixed: readonly (readonly [column: string, value: string])[];
}

/**
 * Streams of a tenant, the oldest first. Both tables have an index on kind, state and age, which answers without looking at a
 * stream; where the query leaves kind or state open, each of their values that occurs is looked up by itself.
 */
export async function findStreams(
  database: Database,
  tenant: string,
  query: FindQuery,
): Promise<readonly Row[]> {
  const { kind, state, label } = query;
  const known = label === undefined ? [] : ([['label', label]] as const);
  const place: Place = {
    table: label === undefined ? 'streams' : 'labels',
    fixed: [['tenant', tenant], ...known],
  };
  const kinds = kind === undefined ? await valuesOf(database, place, 'kind') : [kind];
  const statement = new Statement();
  const parts: string[] = [];
  for (const each of kinds) {
    const within: Place = { ...place, fixed: [...place.fixed, ['kind', each]] };
    const states = state === undefined ? await valuesOf(database, within, 'state') : [state];
    for (const one of states) {
      parts.push(statement.part({ ...within, fixed: [...within.fixed, ['state', one]] }, query));
    }
  }
  return parts.length === 0 ? [] : database.all(statement.union(parts, query), statement.params);
}

/** The different values of a column behind fixed ones: each is one step in the index, however many rows have it. */
async function valuesOf(database: Database, { table, fixed }: Place, column: string): Promise<string[]> {
  const conditions = fixed.map(([name], at) => `${name} = $${at + 1}`);
  const next = (behind: readonly string[]): string =>
    `SELECT ${column} AS value FROM ${table} WHERE ${[...conditions, ...behind].join(' AND ')}
     ORDER BY ${column} LIMIT 1`;
  const params = fixed.map(([, value]) => value);
  const values: string[] = [];
  let [row] = await database.all(next([]), params);
  while (row) {
    const value = row.value as string;
    values.push(value);
    [row] = await database.all(next([`${column} > $${params.length + 1}`]), [...params, value]);
  }
  return values;
}

/** Builds one statement out of a part for each kind and state. */
class Statement {
  readonly params: Param[] = [];

  part({ table, fixed }: Place, query: FindQuery): string {
    const { sinceBefore, after } = query;
    const conditions = fixed.map(([column, value]) => `${column} = ${this.#param(value)}`);
    if (sinceBefore !== undefined) conditions.push(`since_ms < ${this.#param(timestampMs(sinceBefore))}`);
    if (after) {
      const [since, stream] = [this.#param(timestampMs(after.since)), this.#param(after.stream)];
      conditions.push(`(since_ms, stream) > (${since}, ${stream})`);
    }
    return `SELECT stream, state, since_ms FROM ${table} WHERE ${conditions.join(' AND ')} ${this.#first(query)}`;
  }

  union(parts: readonly string[], query: FindQuery): string {
    const all = parts.map((part, at) => `SELECT * FROM (${part}) AS part${at}`).join(' UNION ALL ');
    return `SELECT * FROM (${all}) AS found ${this.#first(query)}`;
  }

  #first({ limit = 100 }: FindQuery): string {
    return `ORDER BY since_ms, stream LIMIT ${this.#param(limit)}`;
  }

  #param(value: Param): string {
    this.params.push(value);
    return `$${this.params.length}`;
  }
}
