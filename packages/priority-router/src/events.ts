import type { Timestamp } from '@dossierkit/core';
import type { StrategyInput } from './strategy.js';

/** A message that waits for an answer. Everything but `item` and `team` may be unknown when it comes in. */
export interface Message {
  readonly item: string;
  /** The team that answers where no owner does. */
  readonly team: string;
  readonly channel?: string;
  readonly customer?: string;
  /** The advisor the customer belongs to. */
  readonly owner?: string;
  readonly reason?: string;
  readonly profile?: string;
  /** 0, 1, 2, …: which of the strategy's value tiers the customer is in. */
  readonly valueTier?: number;
  /** Contacts over any channel in the host's window. */
  readonly interactions?: number;
  readonly dossierState?: string;
  readonly flags?: readonly string[];
  readonly language?: string;
  readonly skills?: readonly string[];
  /** Whether the first answer is promised or one in an ongoing exchange. Default `first`. */
  readonly answer?: 'first' | 'next';
  /** When it reached the company; default: when the event says. */
  readonly receivedAt?: Timestamp;
  /** A due time that is agreed on, in place of the strategy's promise. */
  readonly dueAt?: Timestamp;
}

/** Someone who answers. */
export interface Advisor {
  readonly advisor: string;
  readonly teams: readonly string[];
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  /** How much may be in hand at a time: in all, or by channel. Without: no limit. 0: nothing is handed out. */
  readonly capacity?: number | Readonly<Record<string, number>>;
  /** Who stands in during leave, where the leave names nobody. */
  readonly backup?: string;
}

/** A team, and the branch it belongs to. A team that is never set has none. */
export interface Team {
  readonly team: string;
  readonly branch?: string;
}

/** A period without work. The substitute, and theirs, sees to what belongs to the advisor. */
export interface Leave {
  readonly advisor: string;
  readonly from: Timestamp;
  readonly until: Timestamp;
  readonly substitute?: string;
}

/** What the customer's record says now; what is left out stays. */
export interface CustomerChange {
  readonly customer: string;
  readonly owner?: string;
  readonly profile?: string;
  readonly valueTier?: number;
  readonly interactions?: number;
  readonly dossierState?: string;
}

/** One request of a message, to be answered by somebody else. */
export interface RequestPart {
  readonly part: string;
  /** An advisor, or a team, of this router; or somebody outside, who is only kept track of. */
  readonly expert: { readonly advisor: string } | { readonly team: string } | { readonly external: string };
  readonly reason?: string;
  readonly skills?: readonly string[];
}

interface EventData {
  'message-arrived': Message;
  /** What reading it showed; `basis` is kept by the host for the record. */
  'message-classified': Pick<Message, 'item'> &
    Partial<Pick<Message, 'reason' | 'flags' | 'skills' | 'language' | 'team'>> & {
      readonly basis?: readonly string[];
    };
  'message-withdrawn': { readonly item: string };
  'customer-changed': CustomerChange;
  'team-set': Team;
  'advisor-set': Advisor;
  'advisor-removed': { readonly advisor: string };
  'availability-changed': { readonly advisor: string; readonly available: boolean };
  'leave-planned': Leave;
  'leave-cancelled': Pick<Leave, 'advisor' | 'from'>;
  /** Taken, or handed out: it is in the advisor's hands now. */
  taken: { readonly item: string; readonly advisor: string };
  'handed-back': { readonly item: string; readonly advisor: string };
  answered: { readonly item: string; readonly advisor: string };
  /** Belongs to another advisor, or to a team, from now on. */
  reassigned: { readonly item: string; readonly owner?: string; readonly team?: string };
  /** Waits for the customer: its clock stands still. */
  paused: { readonly item: string };
  resumed: { readonly item: string };
  pinned: { readonly item: string; readonly advisor: string };
  /** Raised by points, or lowered by negative ones. 0 takes it back. */
  moved: { readonly item: string; readonly advisor: string; readonly points: number };
  snoozed: { readonly item: string; readonly advisor: string; readonly until: Timestamp };
  /** Takes back a pin, a move or a snooze. */
  released: { readonly item: string; readonly advisor: string };
  /** Its requests go to their experts; it waits until all are answered. */
  delegated: {
    readonly item: string;
    readonly parts: readonly RequestPart[];
    readonly reserveMinutes?: number;
  };
  'part-answered': { readonly item: string; readonly part: string; readonly text: string };
  'part-refused': { readonly item: string; readonly part: string; readonly why: string };
  'part-recalled': { readonly item: string; readonly part: string };
  'strategy-changed': { readonly strategy: StrategyInput };
  /** One weight of the strategy: `['reasons', 'fraud']`, `['waitingHour']`. */
  'weight-changed': { readonly path: readonly string[]; readonly points: number };
}

/** The types of events. */
export type RouterEventType = keyof EventData;

/**
 * Something that happened. `at` is when; `seq`, where the host numbers its events, lets the router pass over one that it
 * has seen.
 */
export type RouterEvent = {
  readonly [Type in RouterEventType]: {
    readonly type: Type;
    readonly at: Timestamp;
    readonly seq?: number;
  } & EventData[Type];
}[RouterEventType];

/** The event of one type. */
export type RouterEventOf<Type extends RouterEventType> = Extract<RouterEvent, { readonly type: Type }>;
