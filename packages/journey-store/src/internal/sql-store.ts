import { DossierkitError, err, ok, type Result, timestampFromMs, timestampMs } from '@dossierkit/core';
import type { StoreError } from '../errors.js';
import type {
  AuditRow,
  ClaimOptions,
  Commit,
  JourneyStore,
  Loaded,
  StoredEvent,
  StoreOptions,
  TenantStore,
} from '../store.js';
import type { WakeReason } from '../wake-up.js';
import { claimRows } from './claim-rows.js';
import { writeCommit } from './commit.js';
import { type Database, type Row, StoreFailure } from './database.js';
import { findStreams } from './find-streams.js';
import { createPlanStore } from './plan-store.js';
import { readFeed, readFeedEnd } from './read-feed.js';
import { createRouterLog } from './router-log.js';
import { SHARDS, shardOf } from './shard.js';

/** The store over either database. */
export function createSqlStore(database: Database, options: StoreOptions): JourneyStore {
  const { upcast = (event: StoredEvent) => event, wakeUp } = options;
  const hint = (reasons: readonly WakeReason[]): void => {
    if (reasons.length > 0) wakeUp?.hint(reasons);
  };
  let closed = false;
  const guarded = async <T>(work: () => Promise<T>): Promise<Result<T, StoreError>> => {
    if (closed) throw new DossierkitError('journey-store/closed', 'The store was closed');
    try {
      return ok(await work());
    } catch (error) {
      if (error instanceof StoreFailure) return err(error.error);
      throw error;
    }
  };
  const settled = async (
    sql: string,
    { tenant, stream, claim }: { tenant: string; stream: string; claim: number },
    name: string,
  ): Promise<boolean> =>
    (await database.run(sql, [shardOf(tenant, stream), tenant, stream, name, claim])) === 1;
  return {
    tenant: (tenant) => createTenantStore(database, tenant, { upcast, guarded, hint }),
    claimTimers: (claim) =>
      guarded(async () =>
        (await claimRows(database, TIMERS, withDefaults(claim))).map((row) => ({
          ...placeOf(row),
          timer: row.timer as string,
          dueAt: timestampFromMs(row.due_ms as number),
          claim: row.claim as number,
        })),
      ),
    dropTimer: (timer) =>
      guarded(() => settled(`DELETE FROM timers WHERE ${AT_CLAIM('timer')}`, timer, timer.timer)),
    releaseTimer: (timer) =>
      guarded(() =>
        settled(`UPDATE timers SET ready_ms = due_ms WHERE ${AT_CLAIM('timer')}`, timer, timer.timer),
      ),
    claimMessages: (claim) =>
      guarded(async () =>
        (await claimRows(database, OUTBOX, withDefaults(claim))).map((row) => ({
          ...placeOf(row),
          id: row.id as string,
          topic: row.topic as string,
          body: JSON.parse(row.body as string),
          claim: row.claim as number,
        })),
      ),
    finishMessage: (message) =>
      guarded(() => settled(`DELETE FROM outbox WHERE ${AT_CLAIM('id')}`, message, message.id)),
    async close() {
      if (closed) return;
      closed = true;
      await database.close();
    },
  };
}

const TIMERS = { table: 'timers', key: ['shard', 'tenant', 'stream', 'timer'], columns: ['due_ms'] };
const OUTBOX = { table: 'outbox', key: ['shard', 'tenant', 'stream', 'id'], columns: ['topic', 'body'] };

/** A row that this worker holds: if another one has claimed it since, nothing is changed. */
const AT_CLAIM = (name: string): string =>
  `shard = $1 AND tenant = $2 AND stream = $3 AND ${name} = $4 AND claim = $5`;

/** What the parts of a store share. */
interface Shared {
  readonly upcast: (event: StoredEvent) => StoredEvent;
  /** Turns what a driver throws into a Result. */
  readonly guarded: <T>(work: () => Promise<T>) => Promise<Result<T, StoreError>>;
  readonly hint: (reasons: readonly WakeReason[]) => void;
}

function createTenantStore(database: Database, tenant: string, shared: Shared): TenantStore {
  const { upcast, guarded, hint } = shared;
  if (tenant === '') throw new DossierkitError('journey-store/no-tenant', 'A tenant has a name');
  const place = (stream: string) => [shardOf(tenant, stream), tenant, stream] as const;
  return {
    tenant,
    async commit(commit) {
      const result = await guarded(() =>
        database.transaction((queries) => writeCommit(queries, tenant, commit)),
      );
      if (result.ok && !result.value.duplicate) hint(reasonsOf(commit));
      return result;
    },
    load: (stream) =>
      guarded(async () => {
        const sql = 'SELECT * FROM streams WHERE shard = $1 AND tenant = $2 AND stream = $3';
        const [row] = await database.all(sql, place(stream));
        return row && loadedFrom(row);
      }),
    events: (stream, { from = 1, limit = 100_000 } = {}) =>
      guarded(async () => {
        const sql = `SELECT * FROM events WHERE shard = $1 AND tenant = $2 AND stream = $3 AND version >= $4
                     ORDER BY version LIMIT $5`;
        const rows = await database.all(sql, [...place(stream), from, limit]);
        return rows.map((row) => upcast(eventFrom(row)));
      }),
    feed: ({ after, limit = 1_000 } = {}) =>
      guarded(async () => {
        const { rows, cursor } = await readFeed(database, tenant, after, limit);
        return { events: rows.map((row) => upcast(eventFrom(row))), cursor };
      }),
    feedEnd: () => guarded(() => readFeedEnd(database)),
    find: (query) =>
      guarded(async () =>
        (await findStreams(database, tenant, query)).map((row) => ({
          stream: row.stream as string,
          state: row.state as string,
          since: timestampFromMs(row.since_ms as number),
        })),
      ),
    audit: (stream, { from = 1, limit = 100_000 } = {}) =>
      guarded(async () => {
        const sql = `SELECT entry FROM audit WHERE shard = $1 AND tenant = $2 AND stream = $3 AND sequence >= $4
                     ORDER BY sequence LIMIT $5`;
        const rows = await database.all(sql, [...place(stream), from, limit]);
        return rows.map(({ entry }) => JSON.parse(entry as string) as AuditRow);
      }),
    plans: () => createPlanStore(database, tenant, hint),
    router: (name) => createRouterLog(database, tenant, name),
  };
}

function reasonsOf({ events, timers, outbox = [] }: Commit): WakeReason[] {
  const reasons: WakeReason[] = [];
  if (events.length > 0) reasons.push('events');
  if ((timers?.set ?? []).length > 0) reasons.push('timers');
  if (outbox.length > 0) reasons.push('messages');
  return reasons;
}

function withDefaults({ now, leaseUntil, limit = 100, shards = [0, SHARDS] }: ClaimOptions): {
  nowMs: number;
  leaseMs: number;
  limit: number;
  shards: readonly [number, number];
} {
  return { nowMs: timestampMs(now), leaseMs: timestampMs(leaseUntil), limit, shards };
}

function placeOf({ tenant, stream }: Row): { tenant: string; stream: string } {
  return { tenant: tenant as string, stream: stream as string };
}

function loadedFrom(row: Row): Loaded {
  const sequence = row.audit_sequence as number;
  return {
    stream: row.stream as string,
    version: row.version as number,
    kind: row.kind as string,
    state: row.state as string,
    since: timestampFromMs(row.since_ms as number),
    labels: JSON.parse(row.labels as string),
    value: JSON.parse(row.value as string),
    ...(sequence > 0 ? { auditHead: { sequence, hash: row.audit_hash as string } } : {}),
  };
}

function eventFrom(row: Row): StoredEvent {
  return {
    ...placeOf(row),
    version: row.version as number,
    id: row.id as string,
    type: row.type as string,
    at: row.at as StoredEvent['at'],
    body: JSON.parse(row.body as string),
  };
}
