import { dayFromNumber } from '@dossierkit/core';
import { CHANNELS, type Channel } from '../channels.js';
import { type CaseFacts, factsOf, isConditionMet } from '../conditions.js';
import type { ContactCase } from '../contact-case.js';
import type { DunningReason } from '../findings.js';
import { addWorkingDays, localDayAt, workingDayFrom } from './calendar-tables.js';
import { type Attempt, type CaseState, LONG_AGO } from './case-state.js';
import { chooseChannels } from './choose-channel.js';
import type { CompiledLadder, CompiledPolicy, CompiledStep } from './compile-policy.js';
import { NEVER } from './open-table.js';
import { floorDay, ladderDay } from './step-days.js';
import { timeContacts } from './time-contacts.js';
import { startWalk, stickAt, todayOf, type Walk, type WalkedContact } from './walk.js';

/** How one step came out. `day` is the ladder's own day for it. */
export interface WalkedStep {
  readonly step: CompiledStep;
  readonly status: 'sent' | 'planned' | 'waiting' | 'held' | 'skipped' | 'stopped' | 'never';
  readonly contacts: readonly WalkedContact[];
  readonly day: number;
  readonly deadlineDay: number;
  readonly reasons: readonly DunningReason[];
}

/** What a walk needs beside policy, ladder and case. */
export interface WalkOptions {
  readonly nowMinute: number;
  readonly explained: boolean;
  /** What is planned for other cases of the customer. Default: nothing. */
  readonly joinable?: readonly WalkedContact[];
}

const NO_ATTEMPTS: readonly Attempt[] = [];
const NO_CONTACTS: readonly WalkedContact[] = [];
const NO_REASONS: readonly DunningReason[] = [];

/**
 * Walks a case up its ladder, from the first step to the last. The single place that decides on times: the explained plan of
 * one case and the bulk plan of a million use it, the latter without reasons.
 */
export function walkLadder(
  compiled: CompiledPolicy,
  ladder: CompiledLadder,
  item: ContactCase,
  state: CaseState,
  options: WalkOptions,
  visit: (step: WalkedStep) => void,
): void {
  const { nowMinute, explained, joinable = NO_CONTACTS } = options;
  let facts: CaseFacts | undefined;
  const walk = startWalk({
    compiled,
    item,
    state,
    nowMinute,
    joinable,
    facts: () => {
      facts ??= factsNow(compiled, item, state, nowMinute);
      return facts;
    },
  });
  // A later step that was sent shows that the earlier ones are over, for example those of a system before this one.
  const lastSent = lastSentIndex(ladder, state);
  for (const step of ladder.steps) {
    walk.reasons = explained ? [] : undefined;
    visit(walkStep(walk, step, step.index < lastSent));
  }
}

/** The facts of a case at a moment, as conditions ask for them. */
export function factsNow(
  { tables }: CompiledPolicy,
  item: ContactCase,
  state: CaseState,
  nowMinute: number,
): CaseFacts {
  return factsOf(item, {
    ageDays: localDayAt(tables, nowMinute) - state.startDay,
    missing: state.missing,
    outstandingMinor: state.outstanding?.amountMinor,
  });
}

function lastSentIndex(ladder: CompiledLadder, state: CaseState): number {
  if (state.attempts.size === 0) return -1;
  return ladder.steps.findLastIndex(({ step }) => state.attempts.get(step.id)?.some(isTaken));
}

/** An attempt by which the step counts as taken; calls that nobody answered and bounces are to be followed by another. */
function isTaken({ bounced, unanswered }: Attempt): boolean {
  return !bounced && !unanswered;
}

function walkStep(walk: Walk, step: CompiledStep, isPassed: boolean): WalkedStep {
  const { state } = walk;
  const { step: rule } = step;
  const attempts = state.attempts.get(rule.id) ?? NO_ATTEMPTS;
  if (attempts.some(isTaken)) return takenStep(walk, step, attempts, isPassed);
  const day = ladderDay(walk, step);
  const outcome = (status: WalkedStep['status'], reason?: DunningReason): WalkedStep => {
    if (reason) walk.reasons?.push(reason);
    // A warning that is left out takes away the ground of its measure, whatever was announced before.
    if (status === 'skipped' && rule.kind === 'warning') walk.warned = false;
    return {
      step,
      status,
      contacts: NO_CONTACTS,
      day,
      deadlineDay: NEVER,
      reasons: walk.reasons ?? NO_REASONS,
    };
  };
  if (isPassed) return outcome('skipped', lapsed(day));
  if (state.closed !== undefined) return outcome('stopped', closureReason(state.closed));
  if (rule.when && !isConditionMet(rule.when, walk.facts()))
    return outcome('skipped', { code: 'dunning-scheduler/condition-unmet', params: {} });
  if (rule.kind === 'measure' && !walk.warned)
    return outcome('skipped', { code: 'dunning-scheduler/waits-for-warning', params: {} });
  const previous = walk.previous?.step.id ?? '';
  if (walk.stuck)
    return outcome('waiting', { code: 'dunning-scheduler/waits-for-step', params: { step: previous } });
  if (walk.deliveredDay === NEVER)
    return outcome('waiting', { code: 'dunning-scheduler/waits-for-delivery', params: { step: previous } });
  return timedStep(walk, step, attempts, day, outcome);
}

/** A step to which nothing stands in the way but days, hours and caps. */
function timedStep(
  walk: Walk,
  step: CompiledStep,
  attempts: readonly Attempt[],
  day: number,
  outcome: (status: WalkedStep['status'], reason?: DunningReason) => WalkedStep,
): WalkedStep {
  const readyDay = floorDay(walk, step, attempts, day);
  if (readyDay === NEVER) {
    stickAt(walk, step);
    return outcome('held');
  }
  const { lapseDays, optional } = step.step;
  const channels = chooseChannels(walk, step, attempts);
  const counted = lapseDays === undefined ? undefined : [...walk.contacts];
  const contacts = timeContacts(walk, step, readyDay, channels);
  const first = contacts[0];
  if (lapseDays !== undefined) {
    const lastDay = day + lapseDays;
    const startsAt = first
      ? localDayAt(walk.compiled.tables, first.minute)
      : Math.max(readyDay, todayOf(walk));
    if (startsAt > lastDay) {
      walk.contacts = counted ?? walk.contacts;
      return outcome('skipped', lapsed(lastDay));
    }
  }
  if (first) return plannedStep(walk, step, day, contacts);
  if (optional) return outcome('skipped');
  stickAt(walk, step);
  const code = channels.length === 0 ? 'no-channel' : 'no-open-minute';
  return outcome('never', { code: `dunning-scheduler/${code}`, params: {} });
}

/** A step that was taken: what follows counts from it. */
function takenStep(
  walk: Walk,
  step: CompiledStep,
  attempts: readonly Attempt[],
  isPassed: boolean,
): WalkedStep {
  const { tables, presumedDays } = walk.compiled;
  let sentDay = LONG_AGO;
  let sentMinute = LONG_AGO;
  let deliveredDay = NEVER;
  const today = todayOf(walk);
  for (const attempt of attempts) {
    if (!isTaken(attempt)) continue;
    const presumed = presumedDays[attempt.channel] as number;
    const presumedDay = presumed < 0 ? NEVER : addWorkingDays(tables, attempt.sentDay, presumed);
    const delivered = attempt.deliveredDay ?? presumedDay;
    sentDay = Math.max(sentDay, attempt.sentDay);
    sentMinute = Math.max(sentMinute, attempt.sentMinute);
    deliveredDay = Math.min(deliveredDay, delivered);
    walk.reasons?.push({
      code: 'dunning-scheduler/was-sent',
      params: {
        channel: CHANNELS[attempt.channel] as Channel,
        on: dayFromNumber(attempt.sentDay),
        delivered: delivered <= today ? dayFromNumber(delivered) : null,
      },
    });
  }
  const contacts = isPassed ? NO_CONTACTS : remainingContacts(walk, step, attempts);
  const day = sentDay;
  const last = contacts.at(-1);
  if (last) {
    sentDay = Math.max(sentDay, localDayAt(tables, last.minute));
    sentMinute = Math.max(sentMinute, last.minute);
  }
  // Sent more than once: what the customer was told last counts.
  deliveredDay = Math.max(deliveredDay, sentDay);
  walk.sentMinute = sentMinute;
  const deadlineDay = moveOn(walk, step, sentDay, deliveredDay);
  const status = last ? 'planned' : 'sent';
  return { step, status, contacts, day, deadlineDay, reasons: walk.reasons ?? NO_REASONS };
}

/**
 * A step that goes over all channels is over when each that can be used was: if the sender stopped between two of them, or
 * they were to go at different times, the others are still to come, until a later step was sent.
 */
function remainingContacts(
  walk: Walk,
  step: CompiledStep,
  attempts: readonly Attempt[],
): readonly WalkedContact[] {
  if (step.step.deliver !== 'all' || walk.state.closed !== undefined || walk.stuck) return NO_CONTACTS;
  const { reasons } = walk;
  // The reasons are those of the contacts that were made; how the others are found is not told again.
  walk.reasons = undefined;
  const channels = chooseChannels(walk, step, attempts).filter(
    (channel) => !attempts.some((attempt) => attempt.channel === channel && isTaken(attempt)),
  );
  const readyDay = channels.length === 0 ? NEVER : floorDay(walk, step, attempts, ladderDay(walk, step));
  const contacts = readyDay === NEVER ? NO_CONTACTS : timeContacts(walk, step, readyDay, channels);
  walk.reasons = reasons;
  return contacts;
}

function plannedStep(
  walk: Walk,
  step: CompiledStep,
  day: number,
  contacts: readonly WalkedContact[],
): WalkedStep {
  const { tables, presumedDays } = walk.compiled;
  const first = contacts[0] as WalkedContact;
  const last = contacts[contacts.length - 1] as WalkedContact;
  const firstDay = localDayAt(tables, first.minute);
  const sentDay = last === first ? firstDay : localDayAt(tables, last.minute);
  // What is only planned is expected to arrive as usual; the real delivery will be asked for when it was sent.
  const deliveredDay = addWorkingDays(tables, firstDay, Math.max(0, presumedDays[first.channel] as number));
  walk.sentMinute = last.minute;
  const deadlineDay = moveOn(walk, step, sentDay, deliveredDay);
  return { step, status: 'planned', contacts, day, deadlineDay, reasons: walk.reasons ?? NO_REASONS };
}

/** The next step counts from this one. Returns the last day of its deadline. */
function moveOn(walk: Walk, step: CompiledStep, sentDay: number, deliveredDay: number): number {
  const { deadlineDays, kind, optional } = step.step;
  const days = deadlineDays ?? 0;
  const deadlineDay =
    days === 0 || deliveredDay === NEVER ? NEVER : workingDayFrom(walk.compiled.tables, deliveredDay + days);
  walk.previous = step;
  walk.sentDay = sentDay;
  // An optional step sets nobody back: what was delivered before it stays delivered.
  if (!optional || walk.deliveredDay === LONG_AGO) walk.deliveredDay = deliveredDay;
  if (deadlineDay !== NEVER) walk.deadlineDay = Math.max(walk.deadlineDay, deadlineDay);
  walk.warned = kind === 'warning' || (walk.warned && optional);
  return deadlineDay;
}

function lapsed(day: number): DunningReason {
  return { code: 'dunning-scheduler/lapsed', params: { day: dayFromNumber(day) } };
}

function closureReason(closed: NonNullable<CaseState['closed']>): DunningReason {
  if (closed === 'settled') return { code: 'dunning-scheduler/settled', params: {} };
  if (closed === 'completed') return { code: 'dunning-scheduler/completed', params: {} };
  return { code: 'dunning-scheduler/stopped', params: { why: closed } };
}
