import { dayNumber } from '@dossierkit/core';
import { CHANNELS, type Channel } from '../channels.js';
import type { CaseEvent, ContactCase } from '../contact-case.js';
import type { DunningPolicy } from '../policy.js';
import { type CalendarTables, localDayAt } from './calendar-tables.js';
import { type Attempt, type CaseState, LONG_AGO, tryKey } from './case-state.js';
import { addPauses } from './pauses.js';
import { type DatedEvent, datedEvents, readTime } from './read-events.js';

/** The events as facts: who paid, what was sent, what is paused. An event that cannot be used is a finding, never a throw. */
export function foldEvents(
  item: ContactCase,
  policy: DunningPolicy,
  tables: CalendarTables,
  atMs: number,
): CaseState {
  const state = initialState(item);
  readOtherContacts(item, tables, atMs, state);
  const dated = datedEvents(item, tables, atMs, state, (type) => Object.hasOwn(handlers, type));
  for (const each of dated) apply(state, each, policy);
  addPauses(state, dated, policy, localDayAt(tables, Math.floor(atMs / 60_000)));
  state.contacts.sort((a, b) => a.day - b.day);
  return state;
}

/** A case to which nothing has happened. */
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
    tries: new Map(),
    contacts: [],
    conversationDay: LONG_AGO,
    refusals: new Map(),
    consents: new Set(),
    findings: [],
  };
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
  const tryOf = tryKey(step, channel);
  state.tries.set(tryOf, (state.tries.get(tryOf) ?? 0) + 1);
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
