import { type Locale, type Money, renderMessage, type Timestamp } from '@dossierkit/core';
import type { Calendar, LocalTime } from './calendar.js';
import type { Channel } from './channels.js';
import type { ContactCase } from './contact-case.js';
import { messages } from './messages/index.js';
import { talkWords } from './messages/talk-words.js';
import { planContacts } from './plan-contacts.js';
import type { DunningPolicy } from './policy.js';

/** Whom to call rather than write. Every criterion that is present must hold. */
export interface CallCriteria {
  readonly kind?: 'dossier' | 'claim' | undefined;
  /** Days since the claim was due, or since the customer stopped. */
  readonly ageDaysAtLeast?: number | undefined;
  readonly outstandingAtLeastMinor?: number | undefined;
  readonly segmentIn?: readonly string[] | undefined;
  readonly stageIn?: readonly string[] | undefined;
  /** Messages over one of these bounced, or were sent and never opened nor answered. */
  readonly failedChannels?: readonly Channel[] | undefined;
  /** Whether the ladder's next step is a call. Default: `false`, which asks for nothing. */
  readonly callIsNext?: boolean | undefined;
  /** What one case is worth, for the order; higher is called first. Default: the amount owed, then the age. */
  readonly worthOf?: ((item: ContactCase) => number) | undefined;
  /** At most so many. Default: all. */
  readonly limit?: number | undefined;
}

/** One line of a call list. */
export interface CallListEntry {
  readonly caseId: string;
  readonly customerId: string;
  readonly segment: string | null;
  readonly ageDays: number;
  readonly outstanding: Money | null;
  readonly missing: readonly string[];
  readonly failedChannels: readonly Channel[];
  /** The next time at which a call is allowed, under caps and in hours; the customer's preferred time of day if there is one. */
  readonly from: LocalTime;
  readonly until: LocalTime;
  /** What to say and ask, in the language of the person who calls. */
  readonly talkingPoints: readonly string[];
}

/** What {@link selectCallList} needs beside cases and criteria. */
export interface CallListOptions {
  readonly at: Timestamp;
  readonly policy: DunningPolicy;
  readonly calendarOf: Calendar | ((item: ContactCase) => Calendar);
  readonly locale: Locale;
}

/**
 * Picks the cases that are better called than written to, the most valuable first. Nobody is on it who may not be called:
 * who paid, disputes, is on hold, objected to calls, has no number, or was called as often as is allowed.
 */
export function selectCallList(
  cases: Iterable<ContactCase>,
  criteria: CallCriteria,
  options: CallListOptions,
): CallListEntry[] {
  const ranked: { readonly entry: CallListEntry; readonly value: number }[] = [];
  const callOnly = callPolicy(options.policy);
  for (const item of cases) {
    const entry = entryFor(item, criteria, callOnly, options);
    if (!entry) continue;
    const value = criteria.worthOf?.(item) ?? (entry.outstanding?.amountMinor ?? 0) + entry.ageDays / 10_000;
    ranked.push({ entry, value });
  }
  ranked.sort((a, b) => b.value - a.value || (a.entry.caseId < b.entry.caseId ? -1 : 1));
  return ranked.slice(0, criteria.limit ?? ranked.length).map(({ entry }) => entry);
}

/** The policy's caps, pauses and channel rules, with a single step: the call. */
function callPolicy(policy: DunningPolicy): DunningPolicy {
  const known = callPolicies.get(policy);
  if (known) return known;
  const call = {
    id: 'call-list',
    kind: 'reminder',
    from: 'start',
    days: -3650,
    count: 'days',
    at: '09:00',
    channels: ['phone'],
    deliver: 'first',
    template: 'call',
    variants: [],
    graceDays: 0,
    optional: false,
  } as const;
  const made = { ...policy, ladders: [{ id: 'call-list', when: {}, steps: [call] }] };
  callPolicies.set(policy, made);
  return made;
}

const callPolicies = new WeakMap<DunningPolicy, DunningPolicy>();

function entryFor(
  item: ContactCase,
  criteria: CallCriteria,
  callOnly: DunningPolicy,
  { at, policy, calendarOf, locale }: CallListOptions,
): CallListEntry | undefined {
  const calendar = typeof calendarOf === 'function' ? calendarOf(item) : calendarOf;
  const start = item.kind === 'claim' ? item.due : item.stoppedOn;
  const ageDays = Math.floor((Date.parse(at) - Date.parse(start)) / 86_400_000);
  if (!meets(item, criteria, ageDays)) return undefined;
  const failedChannels = failedOf(item);
  const wanted = criteria.failedChannels;
  if (wanted && !wanted.some((channel) => failedChannels.includes(channel))) return undefined;
  if (criteria.callIsNext) {
    const { next } = planContacts(item, policy, { at, calendar }).value;
    if (next[0]?.channel !== 'phone') return undefined;
  }
  const report = planContacts(item, callOnly, { at, calendar });
  const call = report.value.next[0];
  if (!call) return undefined;
  const reasons = report.value.steps[0]?.reasons ?? [];
  const words = talkWords[locale];
  const notes = reasons
    .filter(({ code }) => code === 'dunning-scheduler/promise-broken')
    .map((reason) => renderMessage(messages, reason, locale).text);
  const about =
    item.kind === 'claim' ? words.claim(item.outstanding, item.due) : words.dossier(report.value.missing);
  return {
    caseId: item.id,
    customerId: item.customer.id,
    segment: item.customer.segment ?? null,
    ageDays,
    outstanding: item.kind === 'claim' ? item.outstanding : null,
    missing: report.value.missing,
    failedChannels,
    from: call.earliest,
    until: call.latest,
    talkingPoints: [
      words.identify,
      about,
      ...notes,
      ...(failedChannels.length > 0 ? [words.address(failedChannels)] : []),
      item.kind === 'claim' ? words.askPayment : words.askHelp,
    ],
  };
}

function meets(item: ContactCase, criteria: CallCriteria, ageDays: number): boolean {
  const { kind, ageDaysAtLeast, outstandingAtLeastMinor, segmentIn, stageIn } = criteria;
  if (kind !== undefined && item.kind !== kind) return false;
  if (ageDaysAtLeast !== undefined && !(ageDays >= ageDaysAtLeast)) return false;
  if (segmentIn && !segmentIn.includes(item.customer.segment ?? '')) return false;
  if (stageIn && !(item.kind === 'dossier' && stageIn.includes(item.stage ?? ''))) return false;
  return (
    outstandingAtLeastMinor === undefined ||
    (item.kind === 'claim' && item.outstanding.amountMinor >= outstandingAtLeastMinor)
  );
}

/** Channels over which something bounced, or was sent and had no sign of life after it. */
function failedOf({ events }: ContactCase): Channel[] {
  const failed = new Set<Channel>();
  for (const event of events) {
    if (event.type === 'sent' || event.type === 'bounced') failed.add(event.channel);
    else if (event.type === 'opened' || event.type === 'delivered') failed.delete(event.channel);
    else if (event.type === 'reply' || event.type === 'payment' || event.type === 'item-received')
      failed.clear();
  }
  return [...failed];
}
