import type { Database, Param, Row } from './database.js';

/** Which rows a worker takes, in the database's own terms. */
interface Claim {
  readonly nowMs: number;
  readonly leaseMs: number;
  readonly limit: number;
  readonly shards: readonly [from: number, to: number];
}

/** Where rows are taken from. */
interface ClaimFrom {
  readonly table: string;
  /** The columns of its key, the shard first. */
  readonly key: readonly string[];
  /** What must hold beside being ready, with its parameters from `$1` on. */
  readonly where?: string;
  readonly params?: readonly Param[];
  /** What else is set with the claim. */
  readonly also?: string;
  /** Whether the table has nothing but its key to find a row by. */
  readonly byKeyOnly?: boolean;
  /** Columns wanted back, beside those of the key and `claim`. */
  readonly columns: readonly string[];
}

/**
 * Takes ready rows for one worker. `ready_ms` is when a row can next be taken: its due time, and once it was taken the end
 * of the lease. So one index serves both, and a worker that died needs no cleaning up.
 */
export function claimRows(database: Database, from: ClaimFrom, claim: Claim): Promise<readonly Row[]> {
  const { table, key, where = '', also = '', byKeyOnly = false, columns } = from;
  const { name, skipLocked } = database.dialect;
  const params: Param[] = [...(from.params ?? [])];
  const param = (value: Param): string => `$${params.push(value)}`;
  const shard = shardCondition(claim.shards, param);
  const now = param(claim.nowMs);
  const lease = param(claim.leaseMs);
  // The limit stands in the statement, so that the planner knows how few rows it is about.
  const ready = (wanted: string): string =>
    `SELECT ${wanted} FROM ${table} WHERE ${where} ready_ms <= ${now} AND ${shard('')}
     ORDER BY ready_ms LIMIT ${Math.floor(claim.limit)} ${skipLocked}`;
  const returning = [...key, 'claim', ...columns];
  if (name === 'sqlite') {
    const found = byKeyOnly ? key.join(', ') : 'rowid';
    return database.all(
      `UPDATE ${table} SET ready_ms = ${lease}, claim = claim + 1${also}
       WHERE (${found}) IN (${ready(found)}) RETURNING ${returning.join(', ')}`,
      params,
    );
  }
  const same = key.map((column) => `t.${column} = ready.${column}`).join(' AND ');
  return database.all(
    `WITH ready AS (${ready(key.join(', '))})
     UPDATE ${table} AS t SET ready_ms = ${lease}, claim = t.claim + 1${also} FROM ready WHERE ${same} AND ${shard('t.')}
     RETURNING ${returning.map((column) => `t.${column}`).join(', ')}`,
    params,
  );
}

/** One shard alone is named with an equality: Citus locks rows only where it knows by that on which machine they are. */
function shardCondition(
  [from, to]: readonly [number, number],
  param: (value: Param) => string,
): (table: string) => string {
  const first = param(from);
  if (to - from === 1) return (table) => `${table}shard = ${first}`;
  const end = param(to);
  return (table) => `${table}shard >= ${first} AND ${table}shard < ${end}`;
}
