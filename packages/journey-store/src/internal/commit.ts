import { codedError, timestampMs } from '@dossierkit/core';
import type { Commit, Committed } from '../store.js';
import { type Queries, StoreFailure, valuesOf } from './database.js';
import { AT_PLACE, type Place } from './place.js';
import { shardOf } from './shard.js';
import {
  type KeptLabels,
  writeAudit,
  writeEvents,
  writeLabels,
  writeOutbox,
  writeTimers,
} from './write-rows.js';

const NO_HASH = '0'.repeat(64);

interface Kept extends KeptLabels {
  readonly version: number;
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
