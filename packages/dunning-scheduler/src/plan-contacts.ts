import {
  type CheckReport,
  createCheckReport,
  dayFromNumber,
  digestBytesSync,
  digestJson,
  type JsonValue,
  type PlainDate,
  parsePlainDate,
  type Sha256,
  type Timestamp,
  timestampMs,
} from '@dossierkit/core';
import type { Calendar, LocalTime } from './calendar.js';
import { CHANNELS, type Channel } from './channels.js';
import { factsOf, isConditionMet } from './conditions.js';
import type { ContactCase } from './contact-case.js';
import { type DunningFinding, type DunningReason, RULES_VERSION } from './findings.js';
import { localDayAt, localTimeOf } from './internal/calendar-tables.js';
import type { CaseState } from './internal/case-state.js';
import { type CompiledLadder, type CompiledPolicy, compilePolicy } from './internal/compile-policy.js';
import { foldEvents } from './internal/fold-events.js';
import { NEVER } from './internal/open-table.js';
import { type WalkedStep, walkLadder } from './internal/walk-ladder.js';
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
  const compiled = compilePolicy(policy, options.calendar);
  const unreadable = unreadableField(item);
  const findings: DunningFinding[] = [];
  if (unreadable !== undefined) {
    findings.push({
      code: 'dunning-scheduler/case-unreadable',
      outcome: 'failed',
      severity: 'critical',
      params: { field: unreadable },
    });
    return report(item, options, findings, emptyPlan(item, policy));
  }
  const atMs = timestampMs(options.at);
  const nowMinute = Math.ceil(atMs / 60_000);
  const state = foldEvents(item, policy, compiled.tables, atMs);
  findings.push(...state.findings);
  const ladder = ladderFor(compiled, item, state, nowMinute);
  if (!ladder) {
    findings.push({
      code: 'dunning-scheduler/no-ladder',
      outcome: 'failed',
      severity: 'warning',
      params: { policy: policy.id },
    });
    return report(item, options, findings, { ...emptyPlan(item, policy), missing: state.missing });
  }
  const steps = planSteps(compiled, ladder, item, state, nowMinute);
  findings.push(...findingsOf(ladder, steps, state, options.calendar));
  const next = steps.find(({ status }) => status === 'due' || status === 'planned')?.contacts ?? [];
  return report(item, options, findings, {
    ...emptyPlan(item, policy),
    ladder: ladder.id,
    steps,
    next,
    missing: state.missing,
  });
}

function planSteps(
  compiled: CompiledPolicy,
  ladder: CompiledLadder,
  item: ContactCase,
  state: CaseState,
  nowMinute: number,
): PlannedStep[] {
  const steps: PlannedStep[] = [];
  const charged = new Set<string>();
  let previous: string | null = null;
  walkLadder(compiled, ladder, item, state, nowMinute, true, (walked) => {
    const step = describeStep(compiled, item, state, walked, nowMinute, previous, charged);
    steps.push(step);
    if (step.status !== 'skipped' && !walked.step.step.optional) previous = step.step;
  });
  return steps;
}

function describeStep(
  { tables }: CompiledPolicy,
  item: ContactCase,
  state: CaseState,
  walked: WalkedStep,
  nowMinute: number,
  previous: string | null,
  charged: Set<string>,
): PlannedStep {
  const { id, kind, template, variants, fee = null } = walked.step.step;
  const first = walked.contacts[0];
  const status = walked.status === 'planned' && first && first.minute <= nowMinute ? 'due' : walked.status;
  const applies = status === 'sent' || status === 'due' || status === 'planned';
  const isCharged = fee !== null && applies && !charged.has(fee.code);
  if (isCharged) charged.add(fee.code);
  const facts = factsOf(item, {
    ageDays: localDayAt(tables, nowMinute) - state.startDay,
    missing: state.missing,
    outstandingMinor: state.outstanding?.amountMinor,
  });
  return {
    step: id,
    kind,
    status,
    day: dayFromNumber(walked.day),
    contacts: walked.contacts.map(({ channel, minute, latest }) => ({
      key: `${item.id}/${id}/${CHANNELS[channel]}/${state.attempts.get(id)?.length ?? 0}`,
      channel: CHANNELS[channel] as Channel,
      earliest: localTimeOf(tables, minute),
      latest: localTimeOf(tables, latest),
    })),
    template,
    variant: variants.find(({ when }) => isConditionMet(when, facts))?.id ?? null,
    deadline: walked.deadlineDay === NEVER ? null : dayFromNumber(walked.deadlineDay),
    waitsFor: status === 'sent' || status === 'skipped' ? null : previous,
    fee: isCharged ? fee : null,
    reasons: walked.reasons,
  };
}

/** The first ladder that is meant for the case. */
export function ladderFor(
  { ladders, tables }: CompiledPolicy,
  item: ContactCase,
  state: CaseState,
  nowMinute: number,
): CompiledLadder | undefined {
  const facts = factsOf(item, {
    ageDays: localDayAt(tables, nowMinute) - state.startDay,
    missing: state.missing,
    outstandingMinor: state.outstanding?.amountMinor,
  });
  return ladders.find(({ when }) => isConditionMet(when, facts));
}

function findingsOf(
  ladder: CompiledLadder,
  steps: readonly PlannedStep[],
  state: CaseState,
  calendar: Calendar,
): DunningFinding[] {
  const findings: DunningFinding[] = [];
  const contacts = steps.reduce((sum, step) => sum + step.contacts.length, 0);
  for (const [index, { step, status, reasons }] of steps.entries()) {
    if (status !== 'never') continue;
    if (reasons.some(({ code }) => code === 'dunning-scheduler/no-channel')) {
      findings.push({
        code: 'dunning-scheduler/unreachable',
        outcome: 'failed',
        severity: 'warning',
        params: { step, channels: ladder.steps[index]?.step.channels ?? [] },
      });
    } else {
      findings.push({
        code: 'dunning-scheduler/no-open-time',
        outcome: 'failed',
        severity: 'warning',
        params: { step, toYear: calendar.toYear },
      });
    }
  }
  const isOver = steps.every(({ status }) => status === 'sent' || status === 'skipped');
  if (isOver && state.closed === undefined) {
    findings.push({
      code: 'dunning-scheduler/ladder-exhausted',
      outcome: 'failed',
      severity: 'warning',
      params: { ladder: ladder.id },
    });
  }
  findings.push({
    code: 'dunning-scheduler/within-limits',
    outcome: 'passed',
    severity: 'info',
    params: { contacts },
  });
  return findings;
}

/** The field that keeps a case from being planned, if there is one. */
export function unreadableField(item: ContactCase): string | undefined {
  if (item.kind === 'dossier') {
    if (!parsePlainDate(String(item.stoppedOn)).ok) return 'stoppedOn';
    return item.deadline !== undefined && !parsePlainDate(String(item.deadline)).ok ? 'deadline' : undefined;
  }
  if (!parsePlainDate(String(item.due)).ok) return 'due';
  const { amountMinor, currency } = item.outstanding;
  if (!Number.isSafeInteger(amountMinor) || !/^[A-Z]{3}$/.test(currency)) return 'outstanding';
  return undefined;
}

function emptyPlan(item: ContactCase, { id, version }: DunningPolicy): ContactPlan {
  return {
    caseId: item.id,
    customerId: item.customer.id,
    policy: { id, version },
    ladder: null,
    steps: [],
    next: [],
    missing: item.kind === 'dossier' ? item.missing : [],
  };
}

function report(
  item: ContactCase,
  { at }: PlanOptions,
  findings: readonly DunningFinding[],
  value: ContactPlan,
): CheckReport<ContactPlan, DunningFinding> {
  const subject = subjectOf(item);
  return createCheckReport({
    check: 'dunning-scheduler',
    version: RULES_VERSION,
    subject,
    at,
    findings,
    value,
  });
}

/** The digest of the case; of its text where it holds what JSON cannot carry (NaN, half a surrogate pair). */
function subjectOf(item: ContactCase): Sha256 {
  try {
    return digestJson(item as unknown as JsonValue);
  } catch {
    return digestBytesSync(new TextEncoder().encode(JSON.stringify(item)));
  }
}
