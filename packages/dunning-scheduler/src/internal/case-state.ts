import type { Money, PlainDate } from '@dossierkit/core';
import type { Channel } from '../channels.js';
import type { StopReason } from '../contact-case.js';
import type { DunningFinding, DunningReason } from '../findings.js';

/** A day number before every other. */
export const LONG_AGO = -0x7fffffff;

/** One attempt to take a step over one channel. */
export interface Attempt {
  readonly channel: number;
  readonly sentDay: number;
  /** UTC minute. */
  readonly sentMinute: number;
  /** Local day on which delivery was confirmed. */
  deliveredDay: number | undefined;
  bounced: boolean;
  /** Phone: nobody was reached. */
  unanswered: boolean;
}

/** A contact that counts for caps. */
export interface PastContact {
  readonly day: number;
  readonly channel: number;
  readonly ofCase: boolean;
}

/** What must end before anybody is contacted again; `untilDay` is the last day of the pause. */
export interface Pause {
  readonly untilDay: number;
  readonly reason: DunningReason;
}

/** Why nobody is contacted any more. */
export type Closure = 'settled' | 'completed' | StopReason;

/** How a case stands after its events. Days are local day numbers. */
export interface CaseState {
  startDay: number;
  readonly deadlineDay: number | undefined;
  closed: Closure | undefined;
  /** Day of the last part-payment or handed-in item. */
  restartDay: number;
  missing: readonly string[];
  outstanding: Money | undefined;
  readonly pauses: Pause[];
  brokenPromise: PlainDate | undefined;
  /** Of the delay at hand: a new delay begins without any. */
  readonly attempts: Map<string, Attempt[]>;
  /** How often each step was tried over each channel, in all delays, by {@link tryKey}. */
  readonly tries: Map<string, number>;
  readonly contacts: PastContact[];
  conversationDay: number;
  readonly refusals: Map<Channel, 'refused' | 'no-address'>;
  readonly consents: Set<Channel>;
  readonly findings: DunningFinding[];
}

/** What names a step over a channel. */
export function tryKey(step: string, channel: Channel): string {
  return `${step}/${channel}`;
}
