import {
  dayFromNumber,
  dayNumber,
  type Money,
  type PlainDate,
  parsePlainDate,
  parseTimestamp,
} from '@dossierkit/core';
import { CHANNELS, type Channel } from '../channels.js';
import type { CaseEvent, ContactCase } from '../contact-case.js';
import type { DunningPolicy } from '../policy.js';
import { type CalendarTables, localDayAt } from './calendar-tables.js';
import { type Attempt, type CaseState, LONG_AGO } from './case-state.js';
import { NEVER } from './open-table.js';

interface DatedEvent {
  readonly event: CaseEvent;
  readonly index: number;
  readonly ms: number;
  readonly day: number;
}

/** The events as facts: who paid, what was sent, what is paused. An event that cannot be used is a finding, never a throw. */
export function foldEvents(
  item: ContactCase,
  policy: DunningPolicy,
  tables: CalendarTables,
  atMs: number,
): CaseState {
  const state = initialState(item);
  readOtherContacts(item, tables, atMs, state);
  const dated = datedEvents(item, tables, atMs, state);
  for (const each of dated) apply(state, each, policy);
  addPauses(state, dated, policy, localDayAt(tables, Math.floor(atMs / 60_000)));
  state.contacts.sort((a, b) => a.day - b.day);
  return state;
}

export function initialState(item: ContactCase): CaseState {
  const isClaim = item.kind === 'claim';
  const settled = isClaim && item.outstanding.amountMinor <= 0;
  const completed = !isClaim && item.missing.length === 0;
  const deadline = isClaim ? undefined : item.deadline;
  return {
    startDay: dayNumber(isClaim ? item.due : item.stoppedOn),
    deadlineDay: deadline === undefined ? undefined : dayNumber(deadline),
    closed: settled ? 'settled' : completed ? 'completed' : undefined,
    restartDay: LONG_AGO,
    missing: isClaim ? [] : item.missing,
    outstanding: isClaim ? item.outstanding : undefined,
    pauses: [],
    brokenPromise: undefined,
    attempts: new Map(),
    contacts: [],
    conversationDay: LONG_AGO,
    refusals: new Map(),
    consents: new Set(),
    findings: [],
  };
}

function datedEvents(
  item: ContactCase,
  tables: CalendarTables,
  atMs: number,
  state: CaseState,
): DatedEvent[] {
  const dated: DatedEvent[] = [];
  for (const [index, event] of item.events.entries()) {
    const type = String(event.type);
    const ms = readTime(event.at);
    if (ms === undefined || !isReadable(event)) {
      state.findings.push({
        code: 'dunning-scheduler/event-unreadable',
        outcome: 'failed',
        severity: 'warning',
        params: { type, index },
      });
    } else if (ms > atMs) {
      state.findings.push({
        code: 'dunning-scheduler/event-from-future',
        outcome: 'failed',
        severity: 'warning',
        params: { type, index },
      });
    } else if (!hasUsableAmounts(event, item)) {
      state.findings.push({
        code: 'dunning-scheduler/amount-unusable',
        outcome: 'failed',
        severity: 'warning',
        params: { type, index },
      });
    } else dated.push({ event, index, ms, day: localDayAt(tables, Math.floor(ms / 60_000)) });
  }
  return dated.sort((a, b) => a.ms - b.ms || a.index - b.index);
}

function readTime(text: unknown): number | undefined {
  const parsed = typeof text === 'string' ? parseTimestamp(text) : undefined;
  return parsed?.ok ? Date.parse(parsed.value) : undefined;
}

function isReadable(event: CaseEvent): boolean {
  if ('channel' in event && !CHANNELS.includes(event.channel)) return false;
  if ('until' in event && event.until !== undefined && !parsePlainDate(String(event.until)).ok) return false;
  if ('due' in event && event.due !== undefined && !parsePlainDate(String(event.due)).ok) return false;
  return Object.hasOwn(handlers, event.type);
}

/** Amounts that the claim's own currency can hold, as whole minor units and not below zero. */
function hasUsableAmounts(event: CaseEvent, item: ContactCase): boolean {
  const amounts = [
    'amount' in event ? event.amount : undefined,
    'outstanding' in event ? event.outstanding : undefined,
    'undisputed' in event ? event.undisputed : undefined,
  ].filter((amount): amount is Money => amount !== undefined);
  if (amounts.length > 0 && item.kind !== 'claim') return false;
  return amounts.every(
    ({ amountMinor, currency }) =>
      Number.isSafeInteger(amountMinor) &&
      amountMinor >= 0 &&
      item.kind === 'claim' &&
      currency === item.outstanding.currency,
  );
}

/** The member of the union that has this type. */
type EventOf<Type extends CaseEvent['type']> = CaseEvent extends infer Event
  ? Event extends { readonly type: infer Own }
    ? Type extends Own
      ? Event
      : never
    : never
  : never;

type Handlers = {
  readonly [Type in CaseEvent['type']]: (
    state: CaseState,
    event: EventOf<Type>,
    day: number,
    policy: DunningPolicy,
    minute: number,
  ) => void;
};

const nothing = (): void => undefined;

const handlers: Handlers = {
  sent: (state, event, day, _, minute) => addAttempt(state, event.step, event.channel, day, minute),
  delivered: (state, event, day, _, minute) => confirmDelivery(state, event.step, event.channel, day, minute),
  opened: (state, event, day, _, minute) => confirmDelivery(state, event.step, event.channel, day, minute),
  bounced: (state, event, day, _, minute) => {
    attemptOver(state, event.step, event.channel, day, minute).bounced = true;
  },
  called: (state, event, day, _, minute) => noteCall(state, event, day, minute),
  payment: (state, event, day, policy) => {
    state.outstanding = event.outstanding;
    if (event.outstanding.amountMinor === 0) state.closed = 'settled';
    else if (policy.partPayment === 'restart') state.restartDay = day;
  },
  chargeback: (state, event, day) => {
    if (event.outstanding.amountMinor === 0) return;
    state.outstanding = event.outstanding;
    if (state.closed !== 'settled') return;
    // A new delay begins: no step of the old one counts for it.
    state.closed = undefined;
    state.startDay = event.due === undefined ? day : dayNumber(event.due);
    state.restartDay = LONG_AGO;
    state.attempts.clear();
  },
  consent: (state, event) => {
    state.consents.add(event.channel);
    if (state.refusals.get(event.channel) === 'refused') state.refusals.delete(event.channel);
  },
  objection: (state, event) => {
    state.consents.delete(event.channel);
    state.refusals.set(event.channel, 'refused');
  },
  'address-unknown': (state, event) => {
    if (!state.refusals.has(event.channel)) state.refusals.set(event.channel, 'no-address');
  },
  'address-found': (state, event) => {
    if (state.refusals.get(event.channel) === 'no-address') state.refusals.delete(event.channel);
  },
  'item-received': (state, event, day) => {
    if (!state.missing.includes(event.item)) return;
    state.missing = state.missing.filter((item) => item !== event.item);
    if (state.missing.length === 0) state.closed = 'completed';
    else state.restartDay = day;
  },
  'item-refused': (state, event, day) => {
    if (!state.missing.includes(event.item)) state.missing = [...state.missing, event.item];
    if (state.closed !== 'completed') return;
    state.closed = undefined;
    state.startDay = day;
    state.attempts.clear();
  },
  stopped: (state, event) => {
    state.closed = event.why;
  },
  promise: nothing,
  reply: nothing,
  'reply-handled': nothing,
  dispute: nothing,
  'dispute-closed': nothing,
  hold: nothing,
  'hold-lifted': nothing,
  complaint: nothing,
  'complaint-closed': nothing,
};

function apply(state: CaseState, { event, day, index, ms }: DatedEvent, policy: DunningPolicy): void {
  const known = policy.ladders.some(
    ({ steps }) => 'step' in event && steps.some(({ id }) => id === event.step),
  );
  if ('step' in event && event.step !== undefined && !known) {
    state.findings.push({
      code: 'dunning-scheduler/event-unknown-step',
      outcome: 'inconclusive',
      severity: 'info',
      params: { step: event.step, index },
    });
  }
  // What stops a person for good is not undone by anything that comes later.
  const final = state.closed !== undefined && state.closed !== 'settled' && state.closed !== 'completed';
  const before = state.closed;
  const handle = handlers[event.type] as Handlers[CaseEvent['type']];
  handle(state, event as never, day, policy, Math.floor(ms / 60_000));
  if (final) state.closed = before;
}

function attemptOver(state: CaseState, step: string, channel: Channel, day: number, minute: number): Attempt {
  const index = CHANNELS.indexOf(channel);
  const known = state.attempts.get(step)?.findLast((attempt) => attempt.channel === index);
  return known ?? addAttempt(state, step, channel, day, minute);
}

function addAttempt(state: CaseState, step: string, channel: Channel, day: number, minute: number): Attempt {
  const attempt: Attempt = {
    channel: CHANNELS.indexOf(channel),
    sentDay: day,
    sentMinute: minute,
    deliveredDay: undefined,
    bounced: false,
    unanswered: false,
  };
  const attempts = state.attempts.get(step);
  if (attempts) attempts.push(attempt);
  else state.attempts.set(step, [attempt]);
  state.contacts.push({ day, channel: attempt.channel, ofCase: true });
  return attempt;
}

function confirmDelivery(
  state: CaseState,
  step: string,
  channel: Channel,
  day: number,
  minute: number,
): void {
  const attempt = attemptOver(state, step, channel, day, minute);
  attempt.deliveredDay ??= day;
  attempt.bounced = false;
}

function noteCall(state: CaseState, event: EventOf<'called'>, day: number, minute: number): void {
  if (event.outcome === 'conversation') state.conversationDay = Math.max(state.conversationDay, day);
  if (event.outcome === 'wrong-number' && !state.refusals.has('phone'))
    state.refusals.set('phone', 'no-address');
  if (event.step === undefined) {
    state.contacts.push({ day, channel: CHANNELS.indexOf('phone'), ofCase: true });
    return;
  }
  const attempt = addAttempt(state, event.step, 'phone', day, minute);
  if (event.outcome === 'conversation') attempt.deliveredDay = day;
  else if (event.outcome === 'wrong-number') attempt.bounced = true;
  else attempt.unanswered = true;
}

function readOtherContacts(item: ContactCase, tables: CalendarTables, atMs: number, state: CaseState): void {
  for (const { at, channel } of item.customer.contacts ?? []) {
    const ms = readTime(at);
    if (ms === undefined || ms > atMs || !CHANNELS.includes(channel)) continue;
    const day = localDayAt(tables, Math.floor(ms / 60_000));
    state.contacts.push({ day, channel: CHANNELS.indexOf(channel), ofCase: false });
  }
}

/** What of the history still holds everything back. */
function addPauses(
  state: CaseState,
  events: readonly DatedEvent[],
  policy: DunningPolicy,
  today: number,
): void {
  addPromise(state, events, policy, today);
  const last = (...types: CaseEvent['type'][]): DatedEvent | undefined =>
    events.findLast(({ event }) => types.includes(event.type));

  const dispute = last('dispute', 'dispute-closed')?.event;
  if (dispute?.type === 'dispute') {
    const undisputed = dispute.undisputed ?? null;
    const goesOn = policy.partDispute === 'continue' && undisputed !== null && undisputed.amountMinor > 0;
    if (!goesOn) {
      state.pauses.push({
        untilDay: NEVER,
        reason: { code: 'dunning-scheduler/in-dispute', params: { undisputed } },
      });
    }
  }
  const hold = last('hold', 'hold-lifted')?.event;
  if (hold?.type === 'hold') {
    const untilDay = hold.until === undefined ? NEVER : dayNumber(hold.until);
    const reason = { code: 'dunning-scheduler/on-hold', params: { until: hold.until ?? null } } as const;
    if (untilDay >= today) state.pauses.push({ untilDay, reason });
  }
  if (last('complaint', 'complaint-closed')?.event.type === 'complaint') {
    state.pauses.push({
      untilDay: NEVER,
      reason: { code: 'dunning-scheduler/complaint-open', params: {} },
    });
  }
  const reply = last('reply', 'reply-handled');
  if (reply?.event.type === 'reply') {
    const untilDay = reply.day + policy.replyPauseDays;
    const day = dayFromNumber(untilDay + 1);
    if (untilDay >= today) {
      state.pauses.push({ untilDay, reason: { code: 'dunning-scheduler/reply-open', params: { day } } });
    }
  }
}

/** The last promise that counts: it holds until its day and the bank's days have passed, or the money came. */
function addPromise(
  state: CaseState,
  events: readonly DatedEvent[],
  policy: DunningPolicy,
  today: number,
): void {
  const promises = events.filter(({ event }) => event.type === 'promise').slice(0, policy.maxPromises);
  const promise = promises.at(-1);
  if (promise?.event.type !== 'promise') return;
  const { amount, until } = promise.event;
  const paid = events
    .filter(({ event, ms }) => event.type === 'payment' && ms >= promise.ms)
    .reduce((sum, { event }) => sum + (event.type === 'payment' ? event.amount.amountMinor : 0), 0);
  if (paid >= amount.amountMinor) return;
  const untilDay = dayNumber(until) + policy.promiseGraceDays;
  if (untilDay >= today) {
    const day: PlainDate = dayFromNumber(untilDay + 1);
    state.pauses.push({
      untilDay,
      reason: { code: 'dunning-scheduler/promise-open', params: { until, day } },
    });
  } else state.brokenPromise = until;
}
