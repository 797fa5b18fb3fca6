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

/** The rows of one case. */
export interface CaseRows {
  readonly caseId: string;
  readonly rows: readonly PlanRow[];
}

/** How a claimed row ended. */
export type SendOutcome = 'sent' | 'failed' | 'unknown';

/** A row that was begun, and how it ended. */
export interface SendEnd {
  readonly row: ClaimedRow;
  readonly outcome: SendOutcome;
}

/**
 * Keeps planned contacts and hands them to workers. Sending is written down before it begins ({@link PlanStore.begin}), so
 * that a crash between the message and its record is found: such a row is {@link PlanStore.unfinished}, is never sent again by
 * itself, and waits for a person or the channel's own record.
 *
 * Every verb takes many rows at once, in one transaction. How many is a choice: what was begun together is in doubt together
 * after a crash.
 */
export interface PlanStore {
  /** Replaces all rows of each case that were not begun; rows begun or sent are left alone. */
  replace(plans: readonly CaseRows[], signal?: AbortSignal): Promise<void>;
  /** Takes due rows of a range of shards, oldest first, each for one worker only, until `leaseUntil`. */
  claim(range: ClaimRange, signal?: AbortSignal): Promise<readonly ClaimedRow[]>;
  /**
   * Notes that rows are about to be sent, and gives those that may be: not where the lease ran out, the row was replaced, or
   * it was begun before.
   */
  begin(rows: readonly ClaimedRow[], at: Timestamp, signal?: AbortSignal): Promise<readonly ClaimedRow[]>;
  /** Notes how they ended. `failed` rows may be claimed again; `sent` and `unknown` ones may not. */
  finish(ends: readonly SendEnd[], at: Timestamp, signal?: AbortSignal): Promise<void>;
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
  /** Whether the rows are begun with being claimed: for a channel that takes the whole batch in one call. Default: `false`. */
  readonly begin?: boolean | undefined;
}

/** How many shards there are. */
export const SHARDS = 1024;

/** The shard of a case: the same on every machine (FNV-1a over the id's UTF-16 units). */
export function shardOf(caseId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < caseId.length; at++) hash = Math.imul(hash ^ caseId.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % SHARDS;
}
