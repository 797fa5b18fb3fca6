import type { Timestamp } from '@dossierkit/core';
import type { RouterFinding } from './findings.js';
import type { STATES } from './internal/item-table.js';

/** The moment a question is about. Earlier than the last event counts as the last event. */
export interface AtOptions {
  readonly at?: Timestamp;
}

/** A message at its place in a list. */
export interface ListedItem {
  readonly item: string;
  readonly score: number;
  readonly dueAt: Timestamp;
  readonly late: boolean;
  readonly owner: string | null;
  /** Whether, and how, the advisor moved it. */
  readonly own: { readonly pinned: boolean; readonly points: number } | null;
}

/** An advisor's messages, best first. */
export interface AdvisorList {
  readonly advisor: string;
  readonly items: readonly ListedItem[];
  /** Messages that the advisor put off, and until when. One that becomes nearly due is back among `items` before. */
  readonly snoozed: readonly { readonly item: string; readonly until: Timestamp }[];
  /** Messages whose promise the advisor's own order would break. */
  readonly findings: readonly RouterFinding[];
}

/** How one message stands. */
export interface ItemView {
  readonly item: string;
  readonly state: (typeof STATES)[number];
  readonly owner: string | null;
  readonly holder: string | null;
  readonly team: string;
  /** The branch that the team belongs to. */
  readonly branch: string | null;
  readonly reason: string;
  readonly channel: string;
  readonly arrivedAt: Timestamp;
  readonly dueAt: Timestamp;
  /** Open time for which its clock stood still, up to when it ran again, in ms. */
  readonly pausedMs: number;
}

/** How somebody who answers stands. */
export interface AdvisorView {
  readonly advisor: string;
  readonly state: 'present' | 'away' | 'on-leave';
  /** Until when, on leave. */
  readonly until: Timestamp | null;
  /** Who sees to what is theirs: themselves, a substitute, or nobody, and then their team does. */
  readonly standIn: string | null;
  /** How many messages are in their hands. */
  readonly inHand: number;
  /** What these take of their capacity, which is null where it has no limit, and by channel where it is set so. */
  readonly load: number;
  readonly capacity: number | Readonly<Record<string, number>> | null;
}

/** How many messages stand how. */
export interface RouterFigures {
  readonly open: number;
  readonly waiting: number;
  readonly inHand: number;
  readonly paused: number;
  readonly delegated: number;
  /** Open, past their due time, and their clock runs. */
  readonly late: number;
}
