import type { Finding, PlainDate, Sha256, Timestamp, Verdict } from '@dossierkit/core';
import type { Answers } from './condition.js';
import type { Actor, DocumentFacts, Proposed } from './events.js';
import type { ProductRef } from './product.js';

/** Where a dossier stands as a whole. */
export type DossierState =
  | 'opened'
  | 'reopened'
  | 'collecting'
  | 'awaiting-customer'
  | 'checking'
  | 'in-review'
  | 'in-approval'
  | 'approved'
  | 'to-sign'
  | 'active'
  | 'rejected'
  | 'withdrawn'
  | 'expired'
  | 'archived';

/** The part of a check's report that the dossier keeps. The report itself is in the event that brought it. */
export interface KeptReport {
  readonly check: string;
  readonly version: string;
  readonly subject: Sha256;
  readonly at: Timestamp;
  readonly verdict: Verdict;
  /** Only what did not pass. */
  readonly findings: readonly Finding[];
}

/** One document that the customer handed in for a requirement, with what is known about it. */
export interface Submission {
  readonly id: string;
  readonly requirement: string;
  readonly at: Timestamp;
  /** The round it belongs to: 1 until the dossier is re-opened for re-verification. */
  readonly cycle: number;
  readonly kind?: string | undefined;
  readonly digest?: Sha256 | undefined;
  readonly reports: readonly KeptReport[];
  readonly facts: DocumentFacts;
  readonly review?: Decided | undefined;
  readonly reviewAsked?: boolean | undefined;
  /** A check has not reported in time. */
  readonly overdue?: boolean | undefined;
  /** It was accepted and then grew too old; its last valid day. */
  readonly ranOut?: PlainDate | undefined;
  readonly takenBack?: boolean | undefined;
}

/** A person's word on a submission. */
export interface Decided {
  readonly outcome: 'accept' | 'redo';
  readonly by: Actor;
  readonly at: Timestamp;
  readonly reason: string;
}

/** Something a person decided, and the second person where it took one. */
export interface Approved {
  readonly by: Actor;
  readonly at: Timestamp;
  readonly reason: string;
  readonly confirmedBy?: Actor | undefined;
  readonly confirmedAt?: Timestamp | undefined;
}

/** A requirement that need not be met. */
export interface Waiver extends Approved {
  readonly requirement: string;
  readonly until?: Timestamp | undefined;
}

/** The decision on the dossier. */
export interface Decision extends Approved {
  readonly matter: 'approve' | 'reject';
  /** Last instant at which an approval holds. */
  readonly validUntil?: Timestamp | undefined;
}

/** A decision that waits for its second person. */
export interface Proposal {
  readonly id: string;
  readonly what: Proposed;
  readonly by: Actor;
  readonly at: Timestamp;
  readonly expiresAt: Timestamp;
}

/** A report that arrived before its document. */
export interface EarlyReport {
  readonly submission: string;
  readonly report: KeptReport;
  readonly facts: DocumentFacts;
}

/** Which machine made a dossier: what is stored says it, so that another one never misreads it. */
export interface MachineRef {
  readonly id: string;
  readonly version: number;
  /** SHA-256 of the machine's definition. */
  readonly digest: Sha256;
}

/**
 * A dossier: plain JSON, the same bytes for the same events. It holds what happened, not what follows from it: what is
 * missing, what blocks and what comes next are derived by {@link summarizeDossier}.
 */
export interface Dossier {
  readonly id: string;
  readonly machine: MachineRef;
  readonly product: ProductRef;
  /** How many events made it. */
  readonly sequence: number;
  readonly state: DossierState;
  readonly openedAt: Timestamp;
  /** The latest instant of any event. Never goes back, even if a clock does. */
  readonly at: Timestamp;
  /** When it came into its state. */
  readonly since: Timestamp;
  /** 1, and one more with every re-verification. */
  readonly cycle: number;
  /** Until when the customer has time. */
  readonly deadline: Timestamp;
  /** A re-verification ran over its deadline: a person has to see to it. */
  readonly overdue: boolean;
  readonly answers: Answers;
  readonly submissions: readonly Submission[];
  readonly earlyReports: readonly EarlyReport[];
  readonly waivers: readonly Waiver[];
  readonly proposal?: Proposal | undefined;
  readonly decision?: Decision | undefined;
  /** What the dossier waits for: each timer with the absolute instant at which it is due. */
  readonly timers: Readonly<Record<string, Timestamp>>;
  /** The ids of the latest events, by which a second delivery is recognised. */
  readonly recentEvents: readonly string[];
}
