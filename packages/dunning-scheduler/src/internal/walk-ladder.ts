import { dayFromNumber } from '@dossierkit/core';
import { CHANNELS, type Channel } from '../channels.js';
import { type CaseFacts, factsOf, isConditionMet } from '../conditions.js';
import type { ContactCase } from '../contact-case.js';
import type { AgeStart, DunningReason } from '../findings.js';
import { minuteOfDay } from '../weekly-hours.js';
import { addWorkingDays, localDayAt, localTimeOf, utcMinuteAt, workingDayFrom } from './calendar-tables.js';
import { fullCapOn, insertContact } from './caps.js';
import { type Attempt, type CaseState, LONG_AGO, type PastContact } from './case-state.js';
import { chooseChannels } from './choose-channel.js';
import type { CompiledLadder, CompiledPolicy, CompiledStep } from './compile-policy.js';
import { NEVER, stretchFrom } from './open-table.js';

/** One contact of a step, in UTC minutes. */
export interface WalkedContact {
  readonly channel: number;
  readonly minute: number;
  readonly latest: number;
}

/** How one step came out. `day` is the ladder's own day for it. */
export interface WalkedStep {
  readonly step: CompiledStep;
  readonly status: 'sent' | 'planned' | 'waiting' | 'held' | 'skipped' | 'stopped' | 'never';
  readonly contacts: readonly WalkedContact[];
  readonly day: number;
  readonly deadlineDay: number;
  readonly reasons: readonly DunningReason[];
}

/** Where the walk stands: what is known, or expected, of the step before. */
interface Cursor {
  readonly nowMinute: number;
  readonly facts: () => CaseFacts;
  /** The step that the next one waits for; undefined where there is none. */
  previous: CompiledStep | undefined;
  sentDay: number;
  sentMinute: number;
  /** Local day of delivery, {@link NEVER} while it is not known. */
  deliveredDay: number;
  deadlineDay: number;
  /** Whether the last warning was given, or is planned. */
  warned: boolean;
  /** Set where a step has no time, so that none after it has one. */
  stuck: boolean;
  /** Past and planned contacts, in order. */
  contacts: PastContact[];
}

const NO_ATTEMPTS: readonly Attempt[] = [];
const NO_CONTACTS: readonly WalkedContact[] = [];

/**
 * Walks a case up its ladder, from the first step to the last. The single place that decides on times: the explained plan of
 * one case and the bulk plan of a million use it, the latter without reasons.
 */
export function walkLadder(
  compiled: CompiledPolicy,
  ladder: CompiledLadder,
  item: ContactCase,
  state: CaseState,
  nowMinute: number,
  explained: boolean,
  visit: (step: WalkedStep) => void,
): void {
  let facts: CaseFacts | undefined;
  const cursor: Cursor = {
    nowMinute,
    facts: () => {
      facts ??= factsNow(compiled, item, state, nowMinute);
      return facts;
    },
    previous: undefined,
    sentDay: LONG_AGO,
    sentMinute: LONG_AGO,
    deliveredDay: LONG_AGO,
    deadlineDay: LONG_AGO,
    warned: false,
    stuck: false,
    contacts: compiled.caps.length === 0 ? [] : [...state.contacts],
  };
  // A later step that was sent shows that the earlier ones are over, for example those of a system before this one.
  const lastSent = lastSentIndex(ladder, state);
  for (const step of ladder.steps) {
    const reasons: DunningReason[] | undefined = explained ? [] : undefined;
    visit(walkStep(compiled, step, item, state, cursor, step.index < lastSent, reasons));
  }
}

function factsNow(
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

function walkStep(
  compiled: CompiledPolicy,
  step: CompiledStep,
  item: ContactCase,
  state: CaseState,
  cursor: Cursor,
  isPassed: boolean,
  reasons: DunningReason[] | undefined,
): WalkedStep {
  const attempts = state.attempts.get(step.step.id) ?? NO_ATTEMPTS;
  const taken = attempts.findLast(isTaken);
  if (taken) return takenStep(compiled, step, attempts, cursor, reasons);
  const day = ladderDay(compiled, step, state, cursor);
  const outcome = (status: WalkedStep['status'], reason?: DunningReason): WalkedStep => {
    if (reason) reasons?.push(reason);
    // A warning that is left out takes away the ground of its measure, whatever was announced before.
    if (status === 'skipped' && step.step.kind === 'warning') cursor.warned = false;
    return { step, status, contacts: NO_CONTACTS, day, deadlineDay: NEVER, reasons: reasons ?? [] };
  };
  if (isPassed) return outcome('skipped', { code: 'dunning-scheduler/lapsed', params: { day: plain(day) } });
  if (state.closed !== undefined) return outcome('stopped', closureReason(state.closed));
  if (step.step.when && !isConditionMet(step.step.when, cursor.facts()))
    return outcome('skipped', { code: 'dunning-scheduler/condition-unmet', params: {} });
  if (step.step.kind === 'measure' && !cursor.warned)
    return outcome('skipped', { code: 'dunning-scheduler/waits-for-warning', params: {} });
  if (cursor.stuck) return outcome('waiting', waitsFor(cursor));
  if (cursor.deliveredDay === NEVER)
    return outcome('waiting', {
      code: 'dunning-scheduler/waits-for-delivery',
      params: { step: cursor.previous?.step.id ?? '' },
    });

  const readyDay = floorDay(compiled, step, state, cursor, attempts, day, reasons);
  if (readyDay === NEVER) {
    stickAt(cursor, step);
    return outcome('held');
  }
  const channels = chooseChannels(compiled, step, item, state, attempts, reasons);
  const counted = step.step.lapseDays === undefined ? undefined : [...cursor.contacts];
  const contacts = timeContacts(compiled, step, item, state, cursor, readyDay, channels, reasons);
  const first = contacts[0];
  if (step.step.lapseDays !== undefined) {
    const lastDay = day + step.step.lapseDays;
    const startsAt = first
      ? localDayAt(compiled.tables, first.minute)
      : Math.max(readyDay, today(compiled, cursor));
    if (startsAt > lastDay) {
      cursor.contacts = counted ?? cursor.contacts;
      return outcome('skipped', { code: 'dunning-scheduler/lapsed', params: { day: plain(lastDay) } });
    }
  }
  if (!first) {
    if (step.step.optional) return outcome('skipped');
    stickAt(cursor, step);
    const code = channels.length === 0 ? 'no-channel' : 'no-open-minute';
    return outcome('never', { code: `dunning-scheduler/${code}`, params: {} });
  }
  return plannedStep(compiled, step, cursor, day, contacts, reasons);
}

/** A step that was taken: what follows counts from it. */
function takenStep(
  { tables, presumedDays }: CompiledPolicy,
  step: CompiledStep,
  attempts: readonly Attempt[],
  cursor: Cursor,
  reasons: DunningReason[] | undefined,
): WalkedStep {
  let sentDay = LONG_AGO;
  let sentMinute = LONG_AGO;
  let deliveredDay = NEVER;
  const today = localDayAt(tables, cursor.nowMinute);
  for (const attempt of attempts) {
    if (!isTaken(attempt)) continue;
    const presumed = presumedDays[attempt.channel] as number;
    const presumedDay = presumed < 0 ? NEVER : addWorkingDays(tables, attempt.sentDay, presumed);
    const delivered = attempt.deliveredDay ?? presumedDay;
    sentDay = Math.max(sentDay, attempt.sentDay);
    sentMinute = Math.max(sentMinute, attempt.sentMinute);
    deliveredDay = Math.min(deliveredDay, delivered);
    reasons?.push({
      code: 'dunning-scheduler/was-sent',
      params: {
        channel: CHANNELS[attempt.channel] as Channel,
        on: plain(attempt.sentDay),
        delivered: delivered <= today ? plain(delivered) : null,
      },
    });
  }
  // Sent more than once: what the customer was told last counts.
  deliveredDay = Math.max(deliveredDay, sentDay);
  cursor.sentMinute = sentMinute;
  const deadlineDay = moveCursor(cursor, step, tables, sentDay, deliveredDay);
  return { step, status: 'sent', contacts: NO_CONTACTS, day: sentDay, deadlineDay, reasons: reasons ?? [] };
}

function plannedStep(
  { tables, presumedDays }: CompiledPolicy,
  step: CompiledStep,
  cursor: Cursor,
  day: number,
  contacts: readonly WalkedContact[],
  reasons: DunningReason[] | undefined,
): WalkedStep {
  const first = contacts[0] as WalkedContact;
  const last = contacts[contacts.length - 1] as WalkedContact;
  const firstDay = localDayAt(tables, first.minute);
  const sentDay = last === first ? firstDay : localDayAt(tables, last.minute);
  // What is only planned is expected to arrive as usual; the real delivery will be asked for when it was sent.
  const deliveredDay = addWorkingDays(tables, firstDay, Math.max(0, presumedDays[first.channel] as number));
  cursor.sentMinute = last.minute;
  const deadlineDay = moveCursor(cursor, step, tables, sentDay, deliveredDay);
  return { step, status: 'planned', contacts, day, deadlineDay, reasons: reasons ?? [] };
}

function moveCursor(
  cursor: Cursor,
  step: CompiledStep,
  tables: CompiledPolicy['tables'],
  sentDay: number,
  deliveredDay: number,
): number {
  const { deadlineDays, kind, optional } = step.step;
  const days = deadlineDays ?? 0;
  const deadlineDay =
    days === 0 || deliveredDay === NEVER ? NEVER : workingDayFrom(tables, deliveredDay + days);
  cursor.previous = step;
  cursor.sentDay = sentDay;
  // An optional step sets nobody back: what was delivered before it stays delivered.
  if (!optional || cursor.deliveredDay === LONG_AGO) cursor.deliveredDay = deliveredDay;
  if (deadlineDay !== NEVER) cursor.deadlineDay = Math.max(cursor.deadlineDay, deadlineDay);
  cursor.warned = kind === 'warning' || (cursor.warned && optional);
  return deadlineDay;
}

function stickAt(cursor: Cursor, step: CompiledStep): void {
  if (step.step.optional) return;
  cursor.stuck = true;
  cursor.previous = step;
}

function waitsFor(cursor: Cursor): DunningReason {
  return { code: 'dunning-scheduler/waits-for-step', params: { step: cursor.previous?.step.id ?? '' } };
}

function today({ tables }: CompiledPolicy, { nowMinute }: Cursor): number {
  return localDayAt(tables, nowMinute);
}

/** The day that the ladder itself names, before anything moves it. */
function ladderDay(
  { tables }: CompiledPolicy,
  { step }: CompiledStep,
  state: CaseState,
  cursor: Cursor,
): number {
  let start = state.startDay;
  if (step.from === 'deadline' && state.deadlineDay !== undefined) start = state.deadlineDay;
  if (step.from === 'previous' && cursor.sentDay !== LONG_AGO) start = cursor.sentDay;
  if (step.count === 'working-days') return addWorkingDays(tables, start, step.days);
  if (step.count === 'end-of-month') return endOfMonth(start) + step.days;
  return start + step.days;
}

export function endOfMonth(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000;
}

/** The first day on which nothing but hours and caps keeps the step back; {@link NEVER} where something has no end. */
function floorDay(
  compiled: CompiledPolicy,
  step: CompiledStep,
  state: CaseState,
  cursor: Cursor,
  attempts: readonly Attempt[],
  ladderDay: number,
  reasons: DunningReason[] | undefined,
): number {
  let day = ladderDay;
  const from = ageStartOf(step, state, cursor);
  reasons?.push({
    code: 'dunning-scheduler/step-day',
    params: { days: step.step.days, from, day: plain(day) },
  });
  const raise = (to: number, reason: () => DunningReason): void => {
    if (to <= day) return;
    day = to;
    reasons?.push(reason());
  };
  if (cursor.previous) raiseForPrevious(step, cursor, raise);
  if (state.restartDay !== LONG_AGO) {
    const to = state.restartDay + Math.max(1, step.index === 0 ? step.step.days : step.gapDays);
    if (!cursor.previous || state.restartDay >= cursor.sentDay)
      raise(to, () => ({
        code: 'dunning-scheduler/customer-acted',
        params: { on: plain(state.restartDay), day: plain(to) },
      }));
  }
  const retry = attempts.at(-1);
  if (retry?.unanswered)
    raise(retry.sentDay + 1, () => ({
      code: 'dunning-scheduler/keeps-distance',
      params: { days: 1, day: plain(retry.sentDay + 1) },
    }));
  for (const { untilDay, reason } of state.pauses) {
    if (untilDay === NEVER) {
      reasons?.push(reason);
      day = NEVER;
    } else if (day !== NEVER) raise(untilDay + 1, () => reason);
  }
  const isOverdue = ladderDay < today(compiled, cursor) && day <= today(compiled, cursor);
  if (isOverdue) reasons?.push({ code: 'dunning-scheduler/overdue-step', params: { day: plain(day) } });
  if (state.brokenPromise !== undefined && day !== NEVER)
    reasons?.push({ code: 'dunning-scheduler/promise-broken', params: { until: state.brokenPromise } });
  return day;
}

function raiseForPrevious(
  step: CompiledStep,
  cursor: Cursor,
  raise: (to: number, reason: () => DunningReason) => void,
): void {
  const distance = cursor.sentDay + step.gapDays;
  raise(distance, () => ({
    code: 'dunning-scheduler/keeps-distance',
    params: { days: step.gapDays, day: plain(distance) },
  }));
  // The day of delivery is not counted (§ 187 BGB and its sisters): the grace period is over on the day after its last.
  const graceDays = step.step.graceDays;
  const grace = cursor.deliveredDay + (graceDays === 0 ? 0 : graceDays + 1);
  raise(grace, () => ({
    code: 'dunning-scheduler/grace-period',
    params: { days: graceDays, day: plain(grace) },
  }));
  raise(cursor.deadlineDay + 1, () => ({
    code: 'dunning-scheduler/deadline-running',
    params: { day: plain(cursor.deadlineDay) },
  }));
}

function ageStartOf({ step }: CompiledStep, state: CaseState, cursor: Cursor): AgeStart {
  if (step.from === 'previous' && cursor.sentDay !== LONG_AGO) return 'previous';
  if (step.from === 'deadline' && state.deadlineDay !== undefined) return 'deadline';
  return state.outstanding === undefined ? 'stopped' : 'due';
}

/** Finds for each channel the first minute that is open, under every cap, and not before the step's own time. */
function timeContacts(
  compiled: CompiledPolicy,
  step: CompiledStep,
  item: ContactCase,
  state: CaseState,
  cursor: Cursor,
  readyDay: number,
  channels: readonly number[],
  reasons: DunningReason[] | undefined,
): readonly WalkedContact[] {
  const preferredTime = item.customer.preferredTime;
  const atMinute = preferredTime === undefined ? step.atMinute : minuteOfDay(preferredTime);
  const fullDays = step.step.count === 'full-days' && cursor.sentMinute !== LONG_AGO;
  const notBefore = fullDays
    ? Math.max(cursor.nowMinute, cursor.sentMinute + step.step.days * 1440)
    : cursor.nowMinute;
  const contacts: WalkedContact[] = [];
  for (const channel of channels) {
    const contact = timeContact(compiled, state, cursor, readyDay, atMinute, notBefore, channel, reasons);
    if (!contact) continue;
    contacts.push(contact);
    if (compiled.caps.length > 0)
      insertContact(cursor.contacts, {
        day: localDayAt(compiled.tables, contact.minute),
        channel,
        ofCase: true,
      });
  }
  return contacts.length < 2 ? contacts : contacts.sort((a, b) => a.minute - b.minute);
}

function timeContact(
  compiled: CompiledPolicy,
  state: CaseState,
  cursor: Cursor,
  readyDay: number,
  atMinute: number,
  notBefore: number,
  channel: number,
  reasons: DunningReason[] | undefined,
): WalkedContact | undefined {
  const { tables, open, caps, quietDays } = compiled;
  const table = open[channel] as CompiledPolicy['open'][number];
  let day = readyDay;
  const quietUntil = state.conversationDay + (quietDays[channel] as number);
  if (state.conversationDay !== LONG_AGO && quietUntil > day) {
    day = quietUntil;
    const params = { channel: CHANNELS[channel] as Channel, day: plain(day) };
    reasons?.push({ code: 'dunning-scheduler/after-conversation', params });
  }
  for (;;) {
    const wanted = Math.max(utcMinuteAt(tables, day, atMinute), notBefore);
    let at = stretchFrom(table, wanted);
    if (at >= table.ends.length) return undefined;
    let minute = Math.max(wanted, table.starts[at] as number);
    const localDay = localDayAt(tables, minute);
    if (minute > wanted && localDay > localDayAt(tables, wanted)) {
      // Another day: its usual time is aimed at again, not the minute at which its hours begin.
      const usual = utcMinuteAt(tables, localDay, atMinute);
      const from = usual > minute ? stretchFrom(table, usual) : at;
      if (from < table.ends.length && (table.starts[from] as number) <= usual) {
        at = from;
        minute = Math.max(minute, usual);
      }
    }
    if (localDay > tables.lastDay) return undefined;
    const full = caps.length === 0 ? undefined : fullCapOn(caps, cursor.contacts, channel, localDay);
    if (!full) {
      if (minute !== wanted && reasons) reasons.push(movedReason(compiled, wanted, minute));
      return { channel, minute, latest: table.ends[at] as number };
    }
    const { id, max, days } = full.cap;
    day = full.freeDay;
    reasons?.push({
      code: 'dunning-scheduler/cap-reached',
      params: { cap: id, max, days, day: plain(day) },
    });
  }
}

function movedReason({ tables }: CompiledPolicy, from: number, to: number): DunningReason {
  const holiday = tables.holidayNames.get(localDayAt(tables, from)) ?? null;
  const params = { from: localTimeOf(tables, from).local, to: localTimeOf(tables, to).local, holiday };
  return { code: 'dunning-scheduler/moved-to-open-time', params };
}

function closureReason(closed: NonNullable<CaseState['closed']>): DunningReason {
  if (closed === 'settled') return { code: 'dunning-scheduler/settled', params: {} };
  if (closed === 'completed') return { code: 'dunning-scheduler/completed', params: {} };
  return { code: 'dunning-scheduler/stopped', params: { why: closed } };
}

const plain = dayFromNumber;
