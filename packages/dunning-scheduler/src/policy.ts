import { parsePolicy, type RuleSource } from '@dossierkit/core';
import type { Channel } from './channels.js';
import type { Condition } from './conditions.js';
import { dunningPolicySchema } from './internal/policy-schema.js';
import type { WeeklyHours } from './weekly-hours.js';

/** One rung of a ladder. */
export interface LadderStep {
  readonly id: string;
  /**
   * `reminder`: may be sent. `warning`: announces a measure. `measure`: what was announced (blocking, handing over); it
   * comes only after its warning was delivered and the grace period ran. Default: `reminder`.
   */
  readonly kind: 'reminder' | 'warning' | 'measure';
  /**
   * What the days count from: the due day or the day the customer stopped (`start`), the dossier's deadline, or the step
   * before. Default: `start`.
   */
  readonly from: 'start' | 'deadline' | 'previous';
  /** Days after it; negative for before. */
  readonly days: number;
  /**
   * How days are counted. `end-of-month`: from the end of the month in which the start lies. `full-days`: in spans of 24 hours
   * from the minute at which the step before was sent. Default: `days`.
   */
  readonly count: 'days' | 'working-days' | 'end-of-month' | 'full-days';
  /** Local time of day that is aimed at, `HH:MM`. Default: 09:00. */
  readonly at: string;
  /** Channels in order of preference. */
  readonly channels: readonly Channel[];
  /** `first`: over the first channel that can be used. `all`: over every one that can. Default: `first`. */
  readonly deliver: 'first' | 'all';
  readonly template: string;
  /** Other content for some cases: the first whose condition holds. */
  readonly variants: readonly { readonly id: string; readonly when: Condition }[];
  /** Days the customer is given from delivery on; the last is moved to a working day. The next step waits for it. */
  readonly deadlineDays?: number | undefined;
  /** Days that must have passed since the step before was delivered. Default: 0. */
  readonly graceDays: number;
  /** For which cases it is meant. Default: all. */
  readonly when?: Condition | undefined;
  /** Whether the next step may come without it, as after a reminder before the due day. Default: `false`. */
  readonly optional: boolean;
  /** Days after its day on which it has lost its sense, and is left out. Default: never. */
  readonly lapseDays?: number | undefined;
  /** What is charged with it, once for each claim, whichever steps name the same code. */
  readonly fee?: { readonly code: string; readonly amountMinor: number } | undefined;
}

/** Steps in their order, and the cases they are meant for. */
export interface Ladder {
  readonly id: string;
  readonly when: Condition;
  readonly steps: readonly LadderStep[];
}

/** At most so many contacts in so many days. */
export interface ContactCap {
  readonly id: string;
  /** Channels that count and that are held back. Default: all. */
  readonly channels?: readonly Channel[] | undefined;
  /** Whose contacts are counted together. Default: `customer`. */
  readonly per: 'case' | 'customer';
  readonly max: number;
  /** Sliding window in local days: the day of the contact and those before it. */
  readonly days: number;
  readonly source?: RuleSource | undefined;
}

/** What holds for one channel. */
export interface ChannelRule {
  /** Local hours of this channel; the calendar's own hours hold as well. */
  readonly hours?: WeeklyHours | undefined;
  /** `consent`: the customer must have agreed. `no-objection`: must not have objected. */
  readonly needs: 'consent' | 'no-objection';
  /** Working days after which a message counts as delivered if nothing came back; `null`: only a confirmation counts. */
  readonly presumedDeliveredDays: number | null;
  /** Days of quiet after a conversation, its own day included. Default: 0. */
  readonly quietDaysAfterConversation: number;
  /** What one contact costs in minor units, for simulations. */
  readonly costMinor: number;
  readonly source?: RuleSource | undefined;
}

/** A dunning policy as plain data, defaults filled in. */
export interface DunningPolicy {
  readonly id: string;
  readonly version: string;
  /** The first ladder whose condition holds is the case's. */
  readonly ladders: readonly Ladder[];
  readonly channels: { readonly [C in Channel]: ChannelRule };
  readonly caps: readonly ContactCap[];
  /** Days after a promised day before the promise counts as broken, for the bank to book. Default: 2. */
  readonly promiseGraceDays: number;
  /** Promises that are waited for; a further one changes nothing. Default: 3. */
  readonly maxPromises: number;
  /** Where only a part is disputed: `pause` all, or `continue` with the rest. Default: `pause`. */
  readonly partDispute: 'pause' | 'continue';
  /** A part-payment makes the waiting time of the next step `restart`, or `keep` running. Default: `restart`. */
  readonly partPayment: 'restart' | 'keep';
  /** Days to wait for somebody to answer a customer's reply. Default: 5. */
  readonly replyPauseDays: number;
  /** Contacts of one customer whose times lie no further apart become one. 0: never. Default: 3. */
  readonly bundleDays: number;
}

type WithDefaults<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

/** What {@link defineDunningPolicy} takes: a {@link DunningPolicy} in which everything that has a default may be absent. */
export interface DunningPolicyInput
  extends WithDefaults<Omit<DunningPolicy, 'ladders' | 'channels' | 'caps'>, 'id' | 'version'> {
  readonly ladders: readonly (WithDefaults<Omit<Ladder, 'steps'>, 'id'> & {
    readonly steps: readonly WithDefaults<LadderStep, 'id' | 'days' | 'channels' | 'template'>[];
  })[];
  readonly channels?: { readonly [C in Channel]?: Partial<ChannelRule> };
  readonly caps?: readonly WithDefaults<ContactCap, 'id' | 'max' | 'days'>[];
}

/**
 * Checks a dunning policy and fills in its defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`: unknown keys, doubled steps, a measure without a warning, times that no
 * clock shows; `context.issues` names each place
 */
export function defineDunningPolicy(policy: DunningPolicyInput): DunningPolicy {
  return parsePolicy('dunning policy', dunningPolicySchema, policy);
}
