import type { Database, Row } from './database.js';
import type { Dialect } from './schema.js';

/** Which rows a worker takes, in the database's own terms. */
interface Claim {
  readonly nowMs: number;
  readonly leaseMs: number;
  readonly limit: number;
  readonly shards: readonly [number, number];
}

/**
 * Takes ready rows for one worker. `ready_ms` is when a row can next be taken: its due time, and once it was taken the end
 * of the lease. So one index serves both, and a worker that died needs no cleaning up.
 */
export function claimRows(
  database: Database,
  table: 'timers' | 'outbox',
  name: string,
  columns: readonly string[],
  { nowMs, leaseMs, limit, shards }: Claim,
): Promise<readonly Row[]> {
  const sql = claimStatement(database.dialect, {
    table,
    key: ['shard', 'tenant', 'stream', name],
    where: 'ready_ms <= $1 AND shard >= $2 AND shard < $3',
    leaseParam: '$4',
    limit,
    returning: ['tenant', 'stream', name, 'claim', ...columns],
  });
  return database.all(sql, [nowMs, ...shards, leaseMs]);
}

interface ClaimStatement {
  readonly table: string;
  readonly key: readonly string[];
  readonly where: string;
  readonly leaseParam: string;
  readonly limit: number;
  readonly returning: readonly string[];
}

/** The limit stands in the statement, so that the planner knows how few rows it is about. */
export function claimStatement({ name, skipLocked }: Dialect, claim: ClaimStatement): string {
  const { table, key, where, leaseParam, limit, returning } = claim;
  const ready = (columns: string): string =>
    `SELECT ${columns} FROM ${table} WHERE ${where} ORDER BY ready_ms LIMIT ${Math.floor(limit)} ${skipLocked}`;
  if (name === 'sqlite') {
    return `UPDATE ${table} SET ready_ms = ${leaseParam}, claim = claim + 1
            WHERE rowid IN (${ready('rowid')}) RETURNING ${returning.join(', ')}`;
  }
  const same = key.map((column) => `t.${column} = ready.${column}`).join(' AND ');
  return `WITH ready AS (${ready(key.join(', '))})
          UPDATE ${table} AS t SET ready_ms = ${leaseParam}, claim = t.claim + 1 FROM ready WHERE ${same}
          RETURNING ${returning.map((column) => `t.${column}`).join(', ')}`;
}
