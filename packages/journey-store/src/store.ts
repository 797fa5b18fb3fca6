import type { JsonObject, JsonValue, Result, Timestamp } from '@dossierkit/core';
import type { StoreError } from './errors.js';
import type { PlanStore } from './plans.js';
import type { RouterLog } from './routers.js';
import type { WakeUp } from './wake-up.js';

/** An event of a stream: whatever the stream's owner makes of it. */
export interface NewEvent {
  /** Unique in its stream. */
  readonly id: string;
  readonly type: string;
  readonly at: Timestamp;
  /** The whole event, as its owner wants it back. */
  readonly body: JsonValue;
}

/** An event as it was committed. */
export interface StoredEvent extends NewEvent {
  readonly tenant: string;
  readonly stream: string;
  /** Its place in the stream, from 1 without a gap. */
  readonly version: number;
}

/** What a stream comes to after its events: a cache, and what it can be found by. */
export interface Snapshot {
  readonly value: JsonValue;
  /** What kind of stream it is: `dossier`, `router`, … */
  readonly kind: string;
  readonly state: string;
  /** When it came into its state. */
  readonly since: Timestamp;
  /** Further words it can be found by, for example the requirements that are missing. */
  readonly labels: readonly string[];
}

/** A message for the outside world, sent by a relay after the commit. */
export interface NewMessage {
  /** Unique in its stream: a message that was already written is not written again. */
  readonly id: string;
  readonly topic: string;
  readonly body: JsonValue;
}

/** An entry of an audit trail, as `@dossierkit/audit-trail` makes it. */
export interface AuditRow extends JsonObject {
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

/** Everything that one command writes, in one transaction or not at all. */
export interface Commit {
  readonly stream: string;
  /** The version that the command was decided on; 0 for a stream that must not exist yet. */
  readonly expectedVersion: number;
  /** Unique in its stream: a command that is sent again is recognised by it. */
  readonly key?: string | undefined;
  readonly events: readonly NewEvent[];
  readonly snapshot: Snapshot;
  readonly timers?: {
    readonly set?: readonly { readonly timer: string; readonly dueAt: Timestamp }[];
    readonly cancel?: readonly string[];
  };
  readonly outbox?: readonly NewMessage[];
  /** The next entries of the stream's audit chain. */
  readonly audit?: readonly AuditRow[];
}

/** What became of a commit. */
export interface Committed {
  /** The version of the stream after it. */
  readonly version: number;
  /** The command had been committed before, under the same key; nothing was written. */
  readonly duplicate: boolean;
}

/** A stream as it is kept. */
export interface Loaded extends Snapshot {
  readonly stream: string;
  readonly version: number;
  /** The end of its audit chain; absent where there is none. */
  readonly auditHead?: { readonly sequence: number; readonly hash: string } | undefined;
}

/** Which streams to find. All parts must hold. */
export interface FindQuery {
  readonly kind?: string;
  readonly state?: string;
  readonly label?: string;
  /** In its state since before this instant. */
  readonly sinceBefore?: Timestamp;
  /** Default 100. */
  readonly limit?: number;
  /** Go on behind the last one of the page before. */
  readonly after?: { readonly since: Timestamp; readonly stream: string };
}

/** A stream that was found. */
export interface Found {
  readonly stream: string;
  readonly state: string;
  readonly since: Timestamp;
}

/** Events of all streams of a tenant, in an order that never changes and has no gaps. */
export interface FeedPage {
  readonly events: readonly StoredEvent[];
  /** Pass it back to go on from here. Opaque. */
  readonly cursor: string;
}

/** One tenant's part of a store. Nothing of another tenant can be seen or changed through it. */
export interface TenantStore {
  readonly tenant: string;
  /** Writes what a command decided, if the stream is still at the version that it was decided on. */
  commit(commit: Commit): Promise<Result<Committed, StoreError>>;
  /** The latest snapshot of a stream with its version. */
  load(stream: string): Promise<Result<Loaded | undefined, StoreError>>;
  /** The events of a stream, from a version on. */
  events(
    stream: string,
    options?: { readonly from?: number; readonly limit?: number },
  ): Promise<Result<readonly StoredEvent[], StoreError>>;
  /** Events of all streams. Each stream's own are in order; none is ever passed over, also under concurrent writers. */
  feed(options?: { readonly after?: string; readonly limit?: number }): Promise<Result<FeedPage, StoreError>>;
  /** The cursor behind everything that is committed by now: for whoever wants to hear only what comes. */
  feedEnd(): Promise<Result<string, StoreError>>;
  /** Streams by kind, state, label and age, the oldest first. */
  find(query: FindQuery): Promise<Result<readonly Found[], StoreError>>;
  /** The audit chain of a stream. */
  audit(
    stream: string,
    options?: { readonly from?: number; readonly limit?: number },
  ): Promise<Result<readonly AuditRow[], StoreError>>;
  /** The plan rows of a scheduler. */
  plans<Channel extends string = string>(): PlanStore<Channel>;
  /** The events and snapshots of one router, by its name: `tenant.router<RouterEvent, RouterSnapshot>('branch')`. */
  router<Event, State>(name: string): RouterLog<Event, State>;
}

/** Which due rows a worker takes. */
export interface ClaimOptions {
  readonly now: Timestamp;
  /** Until when the worker may work on them; then others get them. */
  readonly leaseUntil: Timestamp;
  /** Default 100. */
  readonly limit?: number;
  /** Only these shards, the second not included. Default: all 64. */
  readonly shards?: readonly [from: number, to: number];
}

/** A due timer that a worker has taken. */
export interface ClaimedTimer {
  readonly tenant: string;
  readonly stream: string;
  readonly timer: string;
  readonly dueAt: Timestamp;
  /** How often it was claimed. */
  readonly claim: number;
}

/** A message that a relay has taken. */
export interface ClaimedMessage extends NewMessage {
  readonly tenant: string;
  readonly stream: string;
  readonly claim: number;
}

/** A store of journeys. Made by `openSqliteStore` or `openPostgresStore`; both keep the same contract. */
export interface JourneyStore {
  tenant(tenant: string): TenantStore;
  /** Takes timers that are due, each for one worker only. A commit that cancels or sets the timer anew settles it. */
  claimTimers(options: ClaimOptions): Promise<Result<readonly ClaimedTimer[], StoreError>>;
  /** Removes a claimed timer that turned out to be stale, unless it was set anew meanwhile. */
  dropTimer(timer: ClaimedTimer): Promise<Result<boolean, StoreError>>;
  /** Gives a claimed timer back, to be claimed again once it is due: for a worker whose clock runs ahead. */
  releaseTimer(timer: ClaimedTimer): Promise<Result<boolean, StoreError>>;
  /** Takes messages to send, each for one relay only. */
  claimMessages(options: ClaimOptions): Promise<Result<readonly ClaimedMessage[], StoreError>>;
  /** Removes a message that was sent; `false` where its lease had run out and another relay has it. */
  finishMessage(message: ClaimedMessage): Promise<Result<boolean, StoreError>>;
  close(): Promise<void>;
}

/** Options of every driver. */
export interface StoreOptions {
  /** Brings an event of an older form to today's, when it is read. What is stored is not changed. */
  readonly upcast?: (event: StoredEvent) => StoredEvent;
  /** Told after each commit what there may be to do. Default: nobody is told. */
  readonly wakeUp?: WakeUp;
}
