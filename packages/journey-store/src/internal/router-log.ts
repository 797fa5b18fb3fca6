import { codedError, err, ok, type Result } from '@dossierkit/core';
import type { RouterConflict, RouterLog } from '../routers.js';
import { type Database, type Param, type Queries, valuesOf } from './database.js';
import { rejecting } from './plan-store.js';
import { shardOf } from './shard.js';

/** Rows of one statement: 200 rows of 5 values stay far below what either database takes. */
const ROWS_A_STATEMENT = 200;
/** Events read at a time, so that a long history does not stand in memory twice. */
const EVENTS_A_PAGE = 10_000;
/** UTF-16 units of one part of a snapshot: a row of some megabytes at most. */
const PART_LENGTH = 1_000_000;

const AT_ROUTER = 'shard = $1 AND tenant = $2 AND router = $3';

type Place = readonly [shard: number, tenant: string, router: string];

/** Events and snapshots of one router. Its row in `routers` is the lock: who raises its version first has won. */
export function createRouterLog<Event, State>(
  database: Database,
  tenant: string,
  router: string,
): RouterLog<Event, State> {
  const place: Place = [shardOf(tenant, router), tenant, router];
  return {
    append: (version, events, { signal } = {}) =>
      rejecting(signal, () =>
        database.transaction(async (queries) => {
          const raised = await raise(queries, place, version, events.length);
          if (raised.ok) await insertEvents(queries, place, version, events);
          return raised;
        }),
      ),
    read: (version, { signal } = {}) =>
      rejecting(signal, async () => {
        const events: Event[] = [];
        for (let from = version; ; from += EVENTS_A_PAGE) {
          const rows = await database.all(
            `SELECT event FROM router_events WHERE ${AT_ROUTER} AND version > $4 AND version <= $5 ORDER BY version`,
            [...place, from, from + EVENTS_A_PAGE],
          );
          for (const { event } of rows) events.push(JSON.parse(event as string) as Event);
          if (rows.length < EVENTS_A_PAGE) return events;
          signal?.throwIfAborted();
        }
      }),
    saveSnapshot: (version, snapshot, { signal } = {}) =>
      rejecting(signal, () =>
        database.transaction((queries) => replaceSnapshot(queries, place, version, partsOf(snapshot))),
      ),
    loadSnapshot: ({ signal } = {}) =>
      rejecting(signal, async () => {
        const sql = `SELECT version, body FROM router_snapshots WHERE ${AT_ROUTER} ORDER BY part`;
        const rows = await database.all(sql, place);
        if (!rows[0]) return null;
        const snapshot = JSON.parse(rows.map(({ body }) => body as string).join('')) as State;
        return { version: rows[0].version as number, snapshot };
      }),
  };
}

/** Raises the version of a router by `count` where it still is what the writer believes. */
async function raise(
  queries: Queries,
  place: Place,
  version: number,
  count: number,
): Promise<Result<number, RouterConflict>> {
  await enter(queries, place);
  const raised = await queries.run(`UPDATE routers SET version = $4 WHERE ${AT_ROUTER} AND version = $5`, [
    ...place,
    version + count,
    version,
  ]);
  if (raised === 1) return ok(version + count);
  const [row] = await queries.all(`SELECT version FROM routers WHERE ${AT_ROUTER}`, place);
  return err(codedError('priority-router/store-conflict', { version: Number(row?.version ?? 0) }));
}

/** Makes the row of a router that nothing is known of yet. */
async function enter(queries: Queries, place: Place): Promise<void> {
  await queries.run(
    `INSERT INTO routers (shard, tenant, router, version) VALUES ${valuesOf(1, 4)} ON CONFLICT DO NOTHING`,
    [...place, 0],
  );
}

async function insertEvents(
  queries: Queries,
  place: Place,
  version: number,
  events: readonly unknown[],
): Promise<void> {
  for (let from = 0; from < events.length; from += ROWS_A_STATEMENT) {
    const rows = events.slice(from, from + ROWS_A_STATEMENT);
    const params = rows.flatMap((event, at): Param[] => [
      ...place,
      version + from + at + 1,
      JSON.stringify(event),
    ]);
    const columns = '(shard, tenant, router, version, event)';
    await queries.run(`INSERT INTO router_events ${columns} VALUES ${valuesOf(rows.length, 5)}`, params);
  }
}

/** Keeps the newest snapshot only; one that is older than what is kept is left out. */
async function replaceSnapshot(
  queries: Queries,
  place: Place,
  version: number,
  parts: readonly string[],
): Promise<void> {
  await enter(queries, place);
  // Changing nothing takes the row's lock in both databases, so that two writers come one after the other.
  await queries.run(`UPDATE routers SET version = version WHERE ${AT_ROUTER}`, place);
  const kept = await queries.all(
    `SELECT max(version) AS version FROM router_snapshots WHERE ${AT_ROUTER}`,
    place,
  );
  if (Number(kept[0]?.version ?? -1) > version) return;
  await queries.run(`DELETE FROM router_snapshots WHERE ${AT_ROUTER}`, place);
  for (const [part, body] of parts.entries()) {
    const columns = '(shard, tenant, router, version, part, body)';
    await queries.run(`INSERT INTO router_snapshots ${columns} VALUES ${valuesOf(1, 6)}`, [
      ...place,
      version,
      part,
      body,
    ]);
  }
}

/** The JSON of a snapshot in parts, none of which ends within a character of two units: such a half cannot be stored. */
function partsOf(snapshot: unknown): readonly string[] {
  const json = JSON.stringify(snapshot);
  const parts: string[] = [];
  for (let from = 0; from < json.length; ) {
    let to = Math.min(json.length, from + PART_LENGTH);
    if (to < json.length && isLowSurrogate(json.charCodeAt(to))) to--;
    parts.push(json.slice(from, to));
    from = to;
  }
  return parts;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
