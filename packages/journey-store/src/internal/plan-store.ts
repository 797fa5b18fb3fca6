import { DossierkitError, timestampFromMs, timestampMs } from '@dossierkit/core';
import type { ClaimedRow, PlanStore } from '../plans.js';
import type { WakeReason } from '../wake-up.js';
import { claimRows } from './claim-rows.js';
import { type Database, type Param, type Row, StoreFailure, valuesOf } from './database.js';

/** The plan rows of one tenant. The shard is the scheduler's own, because its workers divide the work by it. */
export function createPlanStore<Channel extends string>(
  database: Database,
  tenant: string,
  hint: (reasons: readonly WakeReason[]) => void,
): PlanStore<Channel> {
  return {
    replace: (caseId, rows, signal) =>
      rejecting(signal, async () => {
        await database.transaction(async (queries) => {
          const shards = [...new Set(rows.map(({ shard }) => shard))];
          // Without rows the shard is not known; a case's rows are then found by the tenant alone.
          const where = shards.length === 1 ? 'shard = $3 AND' : '';
          await queries.run(
            `DELETE FROM plans WHERE ${where} tenant = $1 AND case_id = $2 AND status = 'planned'`,
            [tenant, caseId, ...(shards.length === 1 ? shards : [])],
          );
          for (const { key, step, channel, shard, due, until } of rows) {
            const dueMs = timestampMs(due);
            await queries.run(
              `INSERT INTO plans (shard, tenant, key, case_id, step, channel, due_ms, until_ms, ready_ms, claim, status)
               VALUES ${valuesOf(1, 11)} ON CONFLICT DO NOTHING`,
              [shard, tenant, key, caseId, step, channel, dueMs, timestampMs(until), dueMs, 0, 'planned'],
            );
          }
        });
        if (rows.length > 0) hint(['plans']);
      }),
    claim: ({ fromShard, toShard, now, leaseUntil, limit }, signal) =>
      rejecting(signal, async () => {
        const from = {
          table: 'plans',
          key: ['shard', 'tenant', 'key'],
          where: "status = 'planned' AND tenant = $1 AND until_ms >= $2 AND",
          params: [tenant, timestampMs(now)],
          columns: PLAN_COLUMNS,
        };
        const rows = await claimRows(database, from, {
          nowMs: timestampMs(now),
          leaseMs: timestampMs(leaseUntil),
          limit,
          shards: [fromShard, toShard],
        });
        return rows.map(claimedFrom<Channel>).sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
      }),
    begin: ({ shard, key, claim }, at, signal) =>
      rejecting(signal, () =>
        database.transaction(async (queries) => {
          const place: Param[] = [shard, tenant, key, claim];
          const begun = await queries.run(
            `UPDATE plans SET status = 'begun', begun_ms = $5
             WHERE shard = $1 AND tenant = $2 AND key = $3 AND claim = $4 AND status = 'planned' AND ready_ms > $5`,
            [...place, timestampMs(at)],
          );
          if (begun !== 1) return false;
          await queries.run(
            `INSERT INTO sends (shard, tenant, key, claim, begun_ms) VALUES ${valuesOf(1, 5)}`,
            [...place, timestampMs(at)],
          );
          return true;
        }),
      ),
    finish: ({ shard, key, claim }, outcome, at, signal) =>
      rejecting(signal, () =>
        database.transaction(async (queries) => {
          const place: Param[] = [shard, tenant, key, claim];
          const where = 'shard = $1 AND tenant = $2 AND key = $3 AND claim = $4';
          const open = await queries.run(
            `UPDATE sends SET finished_ms = $5, outcome = $6 WHERE ${where} AND outcome IS NULL`,
            [...place, timestampMs(at), outcome],
          );
          if (open !== 1) return;
          const status = outcome === 'failed' ? 'planned' : outcome;
          await queries.run(`UPDATE plans SET status = $5 WHERE ${where} AND status = 'begun'`, [
            ...place,
            status,
          ]);
        }),
      ),
    unfinished: (before, signal) =>
      rejecting(signal, async () => {
        const sql = `SELECT shard, key, claim, ${PLAN_COLUMNS.join(', ')} FROM plans WHERE status = 'begun' AND tenant = $1 AND begun_ms < $2
                     ORDER BY begun_ms LIMIT ${MAX_UNFINISHED}`;
        return (await database.all(sql, [tenant, timestampMs(before)])).map(claimedFrom<Channel>);
      }),
  };
}

/** What a row has beside its key and its claim. */
const PLAN_COLUMNS = ['case_id', 'step', 'channel', 'due_ms', 'until_ms'];

/** More than anybody looks through: what was begun and never finished is for a person. */
const MAX_UNFINISHED = 10_000;

function claimedFrom<Channel extends string>(row: Row): ClaimedRow<Channel> {
  return {
    key: row.key as string,
    caseId: row.case_id as string,
    step: row.step as string,
    channel: row.channel as Channel,
    shard: row.shard as number,
    due: timestampFromMs(row.due_ms as number),
    until: timestampFromMs(row.until_ms as number),
    claim: row.claim as number,
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
