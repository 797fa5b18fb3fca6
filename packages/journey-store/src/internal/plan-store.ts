import { DossierkitError, type Timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import type { ClaimedRow, PlanRow, PlanStore } from '../plans.js';
import type { WakeReason } from '../wake-up.js';
import { claimRows } from './claim-rows.js';
import { type Database, type Queries, type Row, StoreFailure, valuesOf } from './database.js';
import type { Dialect } from './schema.js';

/** The plan rows of one tenant. The shard is the scheduler's own, because its workers divide the work by it. */
export function createPlanStore<Channel extends string>(
  database: Database,
  tenant: string,
  hint: (reasons: readonly WakeReason[]) => void,
): PlanStore<Channel> {
  return {
    replace: (plans, signal) =>
      rejecting(signal, async () => {
        await database.transaction(async (queries) => {
          for (const { caseId, rows } of plans) {
            await deleteOpen(queries, tenant, caseId, rows);
            for (const row of rows) await insert(queries, tenant, row);
          }
        });
        if (plans.some(({ rows }) => rows.length > 0)) hint(['plans']);
      }),
    claim: ({ fromShard, toShard, now, leaseUntil, limit, begin = false }, signal) =>
      rejecting(signal, async () => {
        const from = {
          table: 'plans',
          key: ['shard', 'tenant', 'key'],
          where: "status = 'planned' AND tenant = $1 AND until_ms >= $2 AND",
          params: [tenant, timestampMs(now)],
          also: begin ? ", status = 'begun', begun_ms = $2" : '',
          byKeyOnly: true,
          columns: PLAN_COLUMNS,
        };
        const rows = await claimRows(database, from, {
          nowMs: timestampMs(now),
          leaseMs: timestampMs(leaseUntil),
          limit,
          shards: [fromShard, toShard],
        });
        return rows
          .toSorted((a, b) => (a.due_ms as number) - (b.due_ms as number))
          .map(claimedBy<Channel>(rememberedTimestamps()));
      }),
    begin: (rows, at, signal) =>
      rejecting(signal, async () => {
        const begun = await database.all(beginStatement(database.dialect), [
          tenant,
          listOf(rows),
          timestampMs(at),
        ]);
        const claims = new Map(begun.map(({ key, claim }) => [key, claim]));
        return rows.filter(({ key, claim }) => claims.get(key) === claim);
      }),
    finish: (ends, at, signal) =>
      rejecting(signal, () =>
        database.transaction(async (queries) => {
          for (const outcome of new Set(ends.map((end) => end.outcome))) {
            const rows = ends.filter((end) => end.outcome === outcome).map(({ row }) => row);
            const status = outcome === 'failed' ? 'planned' : outcome;
            const params = [tenant, listOf(rows), timestampMs(at), status];
            await queries.all(finishStatement(database.dialect), params);
          }
        }),
      ),
    unfinished: (before, signal) =>
      rejecting(signal, async () => {
        const sql = `SELECT shard, key, claim, ${PLAN_COLUMNS.join(', ')} FROM plans WHERE status = 'begun' AND tenant = $1 AND begun_ms < $2
                     ORDER BY begun_ms LIMIT ${MAX_UNFINISHED}`;
        return (await database.all(sql, [tenant, timestampMs(before)])).map(
          claimedBy<Channel>(timestampFromMs),
        );
      }),
  };
}

/** Without rows the shard is not known; a case's rows are then found by the tenant alone. */
async function deleteOpen(
  queries: Queries,
  tenant: string,
  caseId: string,
  rows: readonly PlanRow[],
): Promise<void> {
  const shards = [...new Set(rows.map(({ shard }) => shard))];
  const where = shards.length === 1 ? 'shard = $3 AND' : '';
  await queries.run(`DELETE FROM plans WHERE ${where} tenant = $1 AND case_id = $2 AND status = 'planned'`, [
    tenant,
    caseId,
    ...(shards.length === 1 ? shards : []),
  ]);
}

async function insert(queries: Queries, tenant: string, row: PlanRow): Promise<void> {
  const { key, caseId, step, channel, shard, due, until } = row;
  const dueMs = timestampMs(due);
  await queries.run(
    `INSERT INTO plans (shard, tenant, key, case_id, step, channel, due_ms, until_ms, ready_ms, claim, status)
     VALUES ${valuesOf(1, 11)} ON CONFLICT DO NOTHING`,
    [shard, tenant, key, caseId, step, channel, dueMs, timestampMs(until), dueMs, 0, 'planned'],
  );
}

/** Rows as one parameter: a statement of one shape, however many there are. */
function listOf(rows: readonly ClaimedRow[]): string {
  return JSON.stringify(rows.map(({ shard, key, claim }) => [shard, key, claim]));
}

/** The rows of such a list, each only while it is the same try. SQLite is told to look each up, and not to search the list. */
function changeListed({ name }: Dialect, set: string, where: string): string {
  const same = 'plans.shard = l.shard AND plans.tenant = $1 AND plans.key = l.key AND plans.claim = l.claim';
  if (name === 'sqlite') {
    return `UPDATE plans SET ${set} WHERE (shard, tenant, key) IN (
              SELECT plans.shard, plans.tenant, plans.key FROM (
                SELECT value ->> 0 AS shard, value ->> 1 AS key, value ->> 2 AS claim FROM json_each($2)
              ) AS l CROSS JOIN plans WHERE ${same} AND ${where}) RETURNING key, claim`;
  }
  return `UPDATE plans SET ${set} FROM (
            SELECT (value ->> 0)::int AS shard, value ->> 1 AS key, (value ->> 2)::int AS claim
            FROM jsonb_array_elements($2::jsonb)
          ) AS l WHERE ${same} AND ${where} RETURNING plans.key, plans.claim`;
}

const beginStatement = (dialect: Dialect): string =>
  changeListed(
    dialect,
    `status = 'begun', begun_ms = $3`,
    `plans.status = 'planned' AND plans.ready_ms > $3`,
  );

/** A row that is not begun any more was finished before: the first word counts. */
const finishStatement = (dialect: Dialect): string =>
  changeListed(dialect, 'status = $4, ended_ms = $3', `plans.status = 'begun'`);

/** Unfinished rows that are given at once: a person, or `settleUnfinished`, works them off and asks again. */
const MAX_UNFINISHED = 10_000;

const PLAN_COLUMNS = ['case_id', 'step', 'channel', 'due_ms', 'until_ms'];

function claimedBy<Channel extends string>(
  timestampOf: (ms: number) => Timestamp,
): (row: Row) => ClaimedRow<Channel> {
  return (row) => ({
    key: row.key as string,
    caseId: row.case_id as string,
    step: row.step as string,
    channel: row.channel as Channel,
    shard: row.shard as number,
    due: timestampOf(row.due_ms as number),
    until: timestampOf(row.until_ms as number),
    claim: row.claim as number,
  });
}

/** Many rows of one claim are due at the same minute: each instant is written once. */
function rememberedTimestamps(): (ms: number) => Timestamp {
  const known = new Map<number, Timestamp>();
  return (ms) => {
    const timestamp = known.get(ms) ?? timestampFromMs(ms);
    known.set(ms, timestamp);
    return timestamp;
  };
}

/** The ports of the scheduler and of the router have no Result for this: what cannot be done rejects, with the same code. */
export async function rejecting<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    const { code, params } = error.error;
    throw new DossierkitError(code, 'The store could not do it', { context: { ...params } });
  }
}
