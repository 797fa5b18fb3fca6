import { type Timestamp, timestampMs } from '@dossierkit/core';
import type { Commit } from '../store.js';
import { listOf, type Param, type Queries, valuesOf } from './database.js';
import { AT_PLACE, type Place } from './place.js';

/** By what a stream was found before the commit. */
export interface KeptLabels {
  readonly kind: string;
  readonly state: string;
  readonly sinceMs: number;
  readonly labels: readonly string[];
}

/** A timer that is set anew is free again, also where a worker holds it. */
export async function writeTimers(queries: Queries, place: Place, { timers }: Commit): Promise<void> {
  const { set = [], cancel = [] } = timers ?? {};
  for (const names of chunks(cancel)) {
    await queries.run(`DELETE FROM timers WHERE ${AT_PLACE} AND timer IN (${listOf(names.length, 4)})`, [
      ...place,
      ...names,
    ]);
  }
  for (const rows of chunks(set)) {
    const ms = (at: Timestamp): number => timestampMs(at);
    await queries.run(
      `INSERT INTO timers (shard, tenant, stream, timer, due_ms, ready_ms, claim) VALUES ${valuesOf(rows.length, 7)}
       ON CONFLICT (shard, tenant, stream, timer)
       DO UPDATE SET due_ms = excluded.due_ms, ready_ms = excluded.ready_ms, claim = 0`,
      rows.flatMap(({ timer, dueAt }) => [...place, timer, ms(dueAt), ms(dueAt), 0]),
    );
  }
}

/** A message that was written under its id before is left as it is. */
export async function writeOutbox(queries: Queries, place: Place, { outbox = [] }: Commit): Promise<void> {
  for (const rows of chunks(outbox)) {
    await queries.run(
      `INSERT INTO outbox (shard, tenant, stream, id, topic, body, ready_ms, claim) VALUES ${valuesOf(rows.length, 8)}
       ON CONFLICT DO NOTHING`,
      rows.flatMap(({ id, topic, body }): Param[] => [...place, id, topic, JSON.stringify(body), 0, 0]),
    );
  }
}

/** The entries were checked to continue the chain before. */
export async function writeAudit(queries: Queries, place: Place, { audit = [] }: Commit): Promise<void> {
  for (const rows of chunks(audit)) {
    await queries.run(
      `INSERT INTO audit (shard, tenant, stream, sequence, entry) VALUES ${valuesOf(rows.length, 5)}`,
      rows.flatMap((entry): Param[] => [...place, entry.sequence, JSON.stringify(entry)]),
    );
  }
}

/** Only what changed is written: most commands leave the state and the labels as they are. */
export async function writeLabels(
  queries: Queries,
  place: Place,
  kept: KeptLabels,
  { snapshot }: Commit,
): Promise<void> {
  const { kind, state, labels } = snapshot;
  const sinceMs = timestampMs(snapshot.since);
  const wanted = new Set(labels);
  const moved = kept.kind !== kind || kept.state !== state || kept.sinceMs !== sinceMs;
  const gone = kept.labels.filter((label) => !wanted.has(label));
  const before = new Set(kept.labels);
  const written = [...wanted].filter((label) => moved || !before.has(label));
  for (const names of chunks(gone)) {
    await queries.run(`DELETE FROM labels WHERE ${AT_PLACE} AND label IN (${listOf(names.length, 4)})`, [
      ...place,
      ...names,
    ]);
  }
  for (const names of chunks(written)) {
    await queries.run(
      `INSERT INTO labels (shard, tenant, stream, label, kind, state, since_ms) VALUES ${valuesOf(names.length, 7)}
       ON CONFLICT (shard, tenant, stream, label)
       DO UPDATE SET kind = excluded.kind, state = excluded.state, since_ms = excluded.since_ms`,
      names.flatMap((label): Param[] => [...place, label, kind, state, sinceMs]),
    );
  }
}

/**
 * Events come last, because taking a position locks the shard until the commit: that is what makes positions free of gaps
 * and visible in order.
 */
export async function writeEvents(queries: Queries, place: Place, commit: Commit): Promise<void> {
  const { events, expectedVersion, key } = commit;
  if (events.length === 0) return;
  const [row] = await queries.all('UPDATE positions SET last = last + $2 WHERE shard = $1 RETURNING last', [
    place[0],
    events.length,
  ]);
  const first = (row?.last as number) - events.length + 1;
  const rows = events.map(({ id, type, at, body }, index): Param[] => [
    ...place,
    expectedVersion + 1 + index,
    first + index,
    id,
    index === 0 ? (key ?? null) : null,
    events.length,
    type,
    at,
    JSON.stringify(body),
  ]);
  for (const part of chunks(rows)) {
    await queries.run(
      `INSERT INTO events (shard, tenant, stream, version, position, id, command, command_size, type, at, body)
       VALUES ${valuesOf(part.length, 11)}`,
      part.flat(),
    );
  }
}

/** A statement takes a limited number of parameters. */
function* chunks<T>(items: readonly T[], size = 500): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
