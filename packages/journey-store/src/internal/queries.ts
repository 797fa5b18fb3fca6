import { timestampMs } from '@dossierkit/core';
import type { FindQuery } from '../store.js';
import type { Database, Param, Row } from './database.js';
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

/** Streams of a tenant, by label where one is asked for: both tables are indexed to answer without looking at a stream. */
export function readFound(database: Database, tenant: string, query: FindQuery): Promise<readonly Row[]> {
  const { kind, state, label, sinceBefore, after, limit = 100 } = query;
  const params: Param[] = [tenant];
  const conditions = ['tenant = $1'];
  const add = (sql: (n: number) => string, ...values: Param[]): void => {
    conditions.push(sql(params.length + 1));
    params.push(...values);
  };
  if (label !== undefined) add((n) => `label = $${n}`, label);
  if (kind !== undefined) add((n) => `kind = $${n}`, kind);
  if (state !== undefined) add((n) => `state = $${n}`, state);
  if (sinceBefore !== undefined) add((n) => `since_ms < $${n}`, timestampMs(sinceBefore));
  if (after) add((n) => `(since_ms, stream) > ($${n}, $${n + 1})`, timestampMs(after.since), after.stream);
  params.push(limit);
  return database.all(
    `SELECT stream, state, since_ms FROM ${label === undefined ? 'streams' : 'labels'}
     WHERE ${conditions.join(' AND ')} ORDER BY since_ms, stream LIMIT $${params.length}`,
    params,
  );
}

/**
 * Goes through the shards one after the other, each from where the cursor stands in it. A shard's positions have no gaps and
 * become visible in order, so what lies behind the cursor was seen.
 */
export async function readFeed(
  database: Database,
  tenant: string,
  cursor: string | undefined,
  limit: number,
): Promise<{ rows: readonly Row[]; cursor: string }> {
  const seen = readCursor(cursor);
  const heads = await database.all('SELECT shard, last FROM positions ORDER BY shard');
  const rows: Row[] = [];
  for (const { shard, last } of heads) {
    const from = seen.get(shard as number) ?? 0;
    if ((last as number) <= from) continue;
    if (rows.length >= limit) break;
    const found = await database.all(
      'SELECT * FROM events WHERE shard = $1 AND position > $2 AND tenant = $3 ORDER BY position LIMIT $4',
      [shard as number, from, tenant, limit - rows.length],
    );
    rows.push(...found);
    const isExhausted = rows.length < limit;
    // `last` may be older than what was just read: never go back behind a row that was handed out.
    const reached = Math.max(
      isExhausted ? (last as number) : 0,
      (found.at(-1)?.position as number | undefined) ?? from,
    );
    seen.set(shard as number, reached);
  }
  return { rows, cursor: JSON.stringify([...seen].sort(([a], [b]) => a - b)) };
}

function readCursor(cursor: string | undefined): Map<number, number> {
  if (cursor === undefined) return new Map();
  try {
    return new Map(JSON.parse(cursor) as [number, number][]);
  } catch {
    return new Map();
  }
}
