import type { Timestamp } from '@dossierkit/core';
import type { Channel } from './channels.js';

/** One planned contact as it is kept until it is sent. */
export interface PlanRow {
  /** The contact's key, unique: the same contact planned again replaces the row. */
  readonly key: string;
  readonly caseId: string;
  readonly step: string;
  readonly channel: Channel;
  /** From 0 to 1023, from the case's id: workers take ranges of shards. See {@link shardOf}. */
  readonly shard: number;
  readonly due: Timestamp;
  /** After it the contact is not sent any more, but planned again. */
  readonly until: Timestamp;
}

/** A row that a worker has taken, for as long as its lease runs. */
export interface ClaimedRow extends PlanRow {
  /** Counts how often the row was claimed; (key, claim) names one try to send. */
  readonly claim: number;
}

/** How a claimed row ended. */
export type SendOutcome = 'sent' | 'failed' | 'unknown';

/**
 * Keeps planned contacts and hands them to workers. Sending is written down before it begins ({@link PlanStore.begin}), so
 * that a crash between the message and its record is found: such a row is `unknown`, is never sent again by itself, and waits
 * for a person or the channel's own record.
 */
export interface PlanStore {
  /** Replaces all rows of a case that were not begun, in one transaction; rows begun or sent are left alone. */
  replace(caseId: string, rows: readonly PlanRow[], signal?: AbortSignal): Promise<void>;
  /** Takes due rows of a range of shards, oldest first, each for one worker only, until `leaseUntil`. */
  claim(range: ClaimRange, signal?: AbortSignal): Promise<readonly ClaimedRow[]>;
  /** Notes that a row is about to be sent; `false` where the lease ran out, the row was replaced, or it was begun before. */
  begin(row: ClaimedRow, at: Timestamp, signal?: AbortSignal): Promise<boolean>;
  /** Notes how it ended. */
  finish(row: ClaimedRow, outcome: SendOutcome, at: Timestamp, signal?: AbortSignal): Promise<void>;
  /** Rows that were begun before `before` and never finished. */
  unfinished(before: Timestamp, signal?: AbortSignal): Promise<readonly ClaimedRow[]>;
}

/** Which rows a worker takes. */
export interface ClaimRange {
  readonly fromShard: number;
  /** Not included. */
  readonly toShard: number;
  readonly now: Timestamp;
  readonly leaseUntil: Timestamp;
  readonly limit: number;
}

/** How many shards there are. */
export const SHARDS = 1024;

/** The shard of a case: the same on every machine (FNV-1a over the id's UTF-16 units). */
export function shardOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < caseId.length; at++) hash = Math.imul(hash ^ caseId.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % SHARDS;
}
