import { codedError, type Timestamp, timestampMs } from '@dossierkit/core';
import type { Commit, Committed } from '../store.js';
import { listOf, type Param, type Queries, StoreFailure, valuesOf } from './database.js';
import { shardOf } from './shard.js';

const NO_HASH = '0'.repeat(64);

interface Kept {
  readonly version: number;
  readonly kind: string;
  readonly state: string;
  readonly sinceMs: number;
  readonly labels: readonly string[];
  readonly auditSequence: number;
  readonly auditHash: string;
  /** The version after the command of this key, where it was committed before. */
  readonly commandVersion: number | null;
}

const NEW_STREAM: Kept = {
  version: 0,
  kind: '',
  state: '',
  sinceMs: 0,
  labels: [],
  auditSequence: 0,
  auditHash: NO_HASH,
  commandVersion: null,
};

/** Writes one command, inside a transaction. The stream's row is the lock: who changes its version first has won. */
export async function writeCommit(queries: Queries, tenant: string, commit: Commit): Promise<Committed> {
  const { stream, expectedVersion: expected, key, events } = commit;
  const place: Place = [shardOf(tenant, stream), tenant, stream];
  const kept = await keptStream(queries, place, key);
  if (kept.commandVersion !== null) return { version: kept.commandVersion, duplicate: true };
  if (kept.version !== expected) throw conflict(expected, kept.version);
  await writeStream(queries, place, kept, commit);
  await writeTimers(queries, place, commit);
  await writeOutbox(queries, place, commit);
  await writeAudit(queries, place, commit);
  await writeLabels(queries, place, kept, commit);
  await writeEvents(queries, place, commit);
  return { version: expected + events.length, duplicate: false };
}

/** What every key begins with. */
type Place = readonly [shard: number, tenant: string, stream: string];

const AT_PLACE = 'shard = $1 AND tenant = $2 AND stream = $3';

async function keptStream(queries: Queries, place: Place, key?: string): Promise<Kept> {
  const [row] = await queries.all(
    `SELECT version, kind, state, since_ms, labels, audit_sequence, audit_hash,
       (SELECT version + command_size - 1 FROM events WHERE ${AT_PLACE} AND command = $4) AS command_version
     FROM streams WHERE ${AT_PLACE}`,
    [...place, key ?? null],
  );
  if (!row) return NEW_STREAM;
  return {
    version: row.version as number,
    kind: row.kind as string,
    state: row.state as string,
    sinceMs: row.since_ms as number,
    labels: JSON.parse(row.labels as string) as string[],
    auditSequence: row.audit_sequence as number,
    auditHash: row.audit_hash as string,
    commandVersion: row.command_version as number | null,
  };
}

function conflict(expected: number, actual: number): StoreFailure {
  return new StoreFailure(codedError('journey-store/version-conflict', { expected, actual }));
}

async function writeStream(queries: Queries, place: Place, kept: Kept, commit: Commit): Promise<void> {
  const { expectedVersion: expected, events, snapshot, audit = [] } = commit;
  let head = { sequence: kept.auditSequence, hash: kept.auditHash };
  for (const entry of audit) {
    if (entry.sequence !== head.sequence + 1 || entry.previous !== head.hash) {
      throw new StoreFailure(codedError('journey-store/audit-conflict', { sequence: entry.sequence }));
    }
    head = entry;
  }
  const { kind, state, since, labels, value } = snapshot;
  const columns = [
    expected + events.length,
    kind,
    state,
    timestampMs(since),
    JSON.stringify(labels),
    head.sequence,
    head.hash,
    JSON.stringify(value),
  ];
  const changed = await (expected === 0
    ? queries.run(
        `INSERT INTO streams (shard, tenant, stream, version, kind, state, since_ms, labels, audit_sequence, audit_hash, value)
         VALUES ${valuesOf(1, 11)} ON CONFLICT DO NOTHING`,
        [...place, ...columns],
      )
    : queries.run(
        `UPDATE streams SET version = $4, kind = $5, state = $6, since_ms = $7, labels = $8, audit_sequence = $9,
         audit_hash = $10, value = $11 WHERE ${AT_PLACE} AND version = $12`,
        [...place, ...columns, expected],
      ));
  if (changed !== 1) throw conflict(expected, (await keptStream(queries, place)).version);
}

async function writeTimers(queries: Queries, place: Place, { timers }: Commit): Promise<void> {
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

async function writeOutbox(queries: Queries, place: Place, { outbox = [] }: Commit): Promise<void> {
  for (const rows of chunks(outbox)) {
    await queries.run(
      `INSERT INTO outbox (shard, tenant, stream, id, topic, body, ready_ms, claim) VALUES ${valuesOf(rows.length, 8)}
       ON CONFLICT DO NOTHING`,
      rows.flatMap(({ id, topic, body }): Param[] => [...place, id, topic, JSON.stringify(body), 0, 0]),
    );
  }
}

async function writeAudit(queries: Queries, place: Place, { audit = [] }: Commit): Promise<void> {
  for (const rows of chunks(audit)) {
    await queries.run(
      `INSERT INTO audit (shard, tenant, stream, sequence, entry) VALUES ${valuesOf(rows.length, 5)}`,
      rows.flatMap((entry): Param[] => [...place, entry.sequence, JSON.stringify(entry)]),
    );
  }
}

/** Only what changed is written: most commands leave the state and the labels as they are. */
async function writeLabels(queries: Queries, place: Place, kept: Kept, { snapshot }: Commit): Promise<void> {
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
async function writeEvents(queries: Queries, place: Place, commit: Commit): Promise<void> {
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
