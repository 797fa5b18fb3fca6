import type { CodedErrorsOf, FindingsOf, Money, NoParams, PlainDate } from '@dossierkit/core';
import type { Channel } from './channels.js';
import type { StopReason } from './contact-case.js';

/** The version of the planning rules that reports name. */
export const RULES_VERSION = '1.0.0';

/** What planning noticed about a case as a whole. */
export type DunningFinding = FindingsOf<{
  /** Every planned contact lies in open hours, under every cap, over a channel that may be used. */
  'dunning-scheduler/within-limits': { contacts: number };
  /** No ladder of the policy is meant for this case: nobody is reminded. */
  'dunning-scheduler/no-ladder': { policy: string };
  /** No minute is open before the tables of the calendar end: the contact is never made, not made at once. */
  'dunning-scheduler/no-open-time': { step: string; toYear: number };
  /** No channel of the step can be used. */
  'dunning-scheduler/unreachable': { step: string; channels: readonly Channel[] };
  /** An event is dated after the moment of planning; it was not used. */
  'dunning-scheduler/event-from-future': { type: string; index: number };
  /** An event names a step that the ladder does not have; it counts for caps only. */
  'dunning-scheduler/event-unknown-step': { step: string; index: number };
  /** An event's day, amount or instant is no such thing; it was not used. */
  'dunning-scheduler/event-unreadable': { type: string; index: number };
  /** An amount is in another currency than the claim, or negative; it was not used. */
  'dunning-scheduler/amount-unusable': { type: string; index: number };
  /** The case itself cannot be planned: a day or an amount in it is no such thing. */
  'dunning-scheduler/case-unreadable': { field: string };
  /** All steps were taken and the matter is still open: a person has to decide what comes now. */
  'dunning-scheduler/ladder-exhausted': { ladder: string };
}>;

/** What an age is counted from. */
export type AgeStart = 'due' | 'stopped' | 'deadline' | 'previous';

/** Why a step is when it is, goes over the channel it does, or does not come now. */
export type DunningReason = CodedErrorsOf<{
  /** The ladder's own day for the step. */
  'dunning-scheduler/step-day': { days: number; from: AgeStart; day: PlainDate };
  /** The day has passed and the step is still to be taken. */
  'dunning-scheduler/overdue-step': { day: PlainDate };
  /** The usual distance to the step before is kept. */
  'dunning-scheduler/keeps-distance': { days: number; day: PlainDate };
  /** The grace period after the delivery of the step before has to run. */
  'dunning-scheduler/grace-period': { days: number; day: PlainDate };
  /** The deadline that the step before set has to pass. */
  'dunning-scheduler/deadline-running': { day: PlainDate };
  /** A part-payment or a handed-in item started the waiting time again. */
  'dunning-scheduler/customer-acted': { on: PlainDate; day: PlainDate };
  'dunning-scheduler/promise-open': { until: PlainDate; day: PlainDate };
  'dunning-scheduler/promise-broken': { until: PlainDate };
  'dunning-scheduler/on-hold': { until: PlainDate | null };
  'dunning-scheduler/in-dispute': { undisputed: Money | null };
  'dunning-scheduler/complaint-open': NoParams;
  'dunning-scheduler/reply-open': { day: PlainDate };
  /** A conversation took place; the channel stays quiet for a while. */
  'dunning-scheduler/after-conversation': { channel: Channel; day: PlainDate };
  /** As many contacts as the cap allows lie in its window. */
  'dunning-scheduler/cap-reached': { cap: string; max: number; days: number; day: PlainDate };
  /** The time lies in closed hours or on a closed day, and was moved to the next open minute. */
  'dunning-scheduler/moved-to-open-time': { from: string; to: string; holiday: string | null };
  'dunning-scheduler/channel-preferred': { channel: Channel };
  'dunning-scheduler/channel-in-order': { channel: Channel };
  'dunning-scheduler/channel-refused': { channel: Channel };
  'dunning-scheduler/channel-needs-consent': { channel: Channel };
  'dunning-scheduler/channel-no-address': { channel: Channel };
  'dunning-scheduler/channel-failed': { channel: Channel };
  'dunning-scheduler/no-channel': NoParams;
  'dunning-scheduler/no-open-minute': NoParams;
  /** The step was taken. */
  'dunning-scheduler/was-sent': { channel: Channel; on: PlainDate; delivered: PlainDate | null };
  'dunning-scheduler/waits-for-delivery': { step: string };
  'dunning-scheduler/waits-for-step': { step: string };
  'dunning-scheduler/waits-for-warning': NoParams;
  'dunning-scheduler/condition-unmet': NoParams;
  'dunning-scheduler/lapsed': { day: PlainDate };
  'dunning-scheduler/settled': NoParams;
  'dunning-scheduler/completed': NoParams;
  'dunning-scheduler/stopped': { why: StopReason };
}>;
