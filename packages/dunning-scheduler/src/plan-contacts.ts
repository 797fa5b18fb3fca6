import type { CheckReport, PlainDate, Timestamp } from '@dossierkit/core';
import type { Calendar, LocalTime } from './calendar.js';
import type { Channel } from './channels.js';
import type { ContactCase } from './contact-case.js';
import type { DunningFinding, DunningReason } from './findings.js';
import { NO_OTHERS, planCase } from './internal/plan-case.js';
import type { DunningPolicy, LadderStep } from './policy.js';

/** One message to send or call to make. */
export interface PlannedContact {
  /** The same for the same contact in every plan: the key under which an outbox sends it once. */
  readonly key: string;
  readonly channel: Channel;
  /** The first minute at which it may be made. */
  readonly earliest: LocalTime;
  /** The last minute before the hours close again; after it the contact moves to the next open time. */
  readonly latest: LocalTime;
}

/**
 * `sent`: taken. `due`: may be taken now. `planned`: at a later time. `waiting`: for a step before it. `held`: by
 * something without an end, such as a dispute. `skipped`: does not apply. `stopped`: the matter is closed. `never`: cannot be
 * taken, see the findings.
 */
export type StepStatus = 'sent' | 'due' | 'planned' | 'waiting' | 'held' | 'skipped' | 'stopped' | 'never';

/** One step of the ladder, past or to come. */
export interface PlannedStep {
  readonly step: string;
  readonly kind: LadderStep['kind'];
  readonly status: StepStatus;
  /** The ladder's own day, before hours, caps and pauses; for a sent step the day it was sent. */
  readonly day: PlainDate;
  /** One contact, or one for each channel where the step goes over all of them. */
  readonly contacts: readonly PlannedContact[];
  readonly template: string;
  /** Which content of the template, by the policy's variants. */
  readonly variant: string | null;
  /** The day it gives the customer; where it is not sent yet, the day it would. */
  readonly deadline: PlainDate | null;
  /** The step before it whose delivery it waits for. */
  readonly waitsFor: string | null;
  /** What is charged with it; a code that an earlier step charged is not charged again. */
  readonly fee: { readonly code: string; readonly amountMinor: number } | null;
  /** Why now, why not earlier, why over this channel, in the order in which it was decided. */
  readonly reasons: readonly DunningReason[];
}

/** All steps of one case, in order. */
export interface ContactPlan {
  readonly caseId: string;
  readonly customerId: string;
  readonly policy: { readonly id: string; readonly version: string };
  readonly ladder: string | null;
  readonly steps: readonly PlannedStep[];
  /** The next contacts, all of one step; empty where nothing is to be sent. */
  readonly next: readonly PlannedContact[];
  /** Items still missing after the events (dossiers). */
  readonly missing: readonly string[];
}

/** What {@link planContacts} needs beside case and policy. */
export interface PlanOptions {
  /** The moment of planning. */
  readonly at: Timestamp;
  /** The calendar of the customer's place. */
  readonly calendar: Calendar;
}

/**
 * Plans every step of one case: when, over which channel, with which content, and why; past steps included. Pure: the same
 * case, policy, calendar and moment give the same bytes. Plan again after each event.
 *
 * A step is planned once the step before it was delivered and its grace period and deadline ran; times lie in open hours and
 * under every cap. A step whose day went by stays due. A step that was sent is never planned again; where it bounced or
 * nobody answered, it is tried over the next channel.
 *
 * @returns a report whose verdict is `review` where a person should look (nobody can be reached, unusable events). Bad
 * data in the case never throws: it is a finding, and what cannot be planned is not planned
 * @throws {DossierkitError} `dunning-scheduler/foreign-calendar`
 */
export function planContacts(
  item: ContactCase,
  policy: DunningPolicy,
  options: PlanOptions,
): CheckReport<ContactPlan, DunningFinding> {
  return planCase(item, policy, options, NO_OTHERS).report;
}
