import type { Timestamp } from '@dossierkit/core';

/** One planned contact as it is kept until it is sent. The shape that `@dossierkit/dunning-scheduler` plans. */
export interface PlanRow<Channel extends string = string> {
  /** Unique in its tenant. */
  readonly key: string;
  readonly caseId: string;
  readonly step: string;
  readonly channel: Channel;
  /** Workers take ranges of shards. */
  readonly shard: number;
  readonly due: Timestamp;
  /** After it the contact is not handed out any more. */
  readonly until: Timestamp;
}

/** A row that a worker has taken, for as long as its lease runs. */
export interface ClaimedRow<Channel extends string = string> extends PlanRow<Channel> {
  /** Counts how often the row was claimed; (key, claim) names one try to send. */
  readonly claim: number;
}

/** The rows of one case. */
export interface CaseRows<Channel extends string = string> {
  readonly caseId: string;
  readonly rows: readonly PlanRow<Channel>[];
}

/** How a claimed row ended. */
export type SendOutcome = 'sent' | 'failed' | 'unknown';

/** A row that was begun, and how it ended. */
export interface SendEnd<Channel extends string = string> {
  readonly row: ClaimedRow<Channel>;
  readonly outcome: SendOutcome;
}

/** Which plan rows a worker takes. */
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

/**
 * Keeps planned contacts and hands them to workers. Sending is written down before it begins, so that a crash between the
 * message and its record is found: such a row is never handed out again by itself.
 *
 * Has the shape of the scheduler's port, whose verbs take many rows in one transaction; it rejects with a `DossierkitError` where the database cannot be reached.
 */
export interface PlanStore<Channel extends string = string> {
  /** Replaces all rows of each case that were not begun; rows begun or sent are left alone. */
  replace(plans: readonly CaseRows<Channel>[], signal?: AbortSignal): Promise<void>;
  /** Takes due rows of a range of shards, oldest first, each for one worker only. */
  claim(range: ClaimRange, signal?: AbortSignal): Promise<readonly ClaimedRow<Channel>[]>;
  /** Notes that rows are about to be sent; gives those whose lease runs and that were not replaced or begun before. */
  begin(
    rows: readonly ClaimedRow<Channel>[],
    at: Timestamp,
    signal?: AbortSignal,
  ): Promise<readonly ClaimedRow<Channel>[]>;
  /** Notes how they ended. `failed` may be claimed again; `sent` and `unknown` may not. */
  finish(ends: readonly SendEnd<Channel>[], at: Timestamp, signal?: AbortSignal): Promise<void>;
  /** Rows that were begun before an instant and never finished. */
  unfinished(before: Timestamp, signal?: AbortSignal): Promise<readonly ClaimedRow<Channel>[]>;
}
