import { addDays, type PlainDate, type Timestamp, timestamp, timestampMs } from '@dossierkit/core';
import type { Calendar, LocalTime } from './calendar.js';
import { tablesOf } from './calendar.js';
import { CHANNELS, type Channel } from './channels.js';
import type { ContactCase } from './contact-case.js';
import { localTimeOf } from './internal/calendar-tables.js';
import { compilePolicy } from './internal/compile-policy.js';
import { stretchFrom } from './internal/open-table.js';
import { type ContactPlan, type PlanOptions, planContacts } from './plan-contacts.js';
import type { DunningPolicy } from './policy.js';

/** One contact with a customer about one or more cases. */
export interface CustomerContactPlan {
  readonly customerId: string;
  readonly channel: Channel;
  readonly earliest: LocalTime;
  readonly latest: LocalTime;
  /** What it is about, the furthest step first: that one sets the tone. */
  readonly about: readonly {
    readonly caseId: string;
    readonly step: string;
    readonly key: string;
    readonly template: string;
    readonly deadline: PlainDate | null;
  }[];
}

/** The plans of a customer's cases, and their next contacts put together. */
export interface CustomerPlan {
  readonly plans: readonly ContactPlan[];
  /** In order of time. Only the next step of each case: what comes after is planned anew when these took place. */
  readonly next: readonly CustomerContactPlan[];
}

/**
 * Plans all cases of one customer, and bundles what would go over the same channel within the policy's `bundleDays` into one
 * contact, at the time of the last of them: a contact is never made earlier for being bundled. Cases are planned one after
 * the other, so that caps per customer hold over all of them.
 */
export function planCustomer(
  cases: readonly ContactCase[],
  policy: DunningPolicy,
  options: PlanOptions,
): CustomerPlan {
  const plans = cases.map((item) => planContacts(withOthers(item, cases), policy, options).value);
  const bundles = bundle(plans, policy, options.calendar);
  return { plans, next: holdUnderCaps(bundles, cases, policy, options) };
}

/** What the other cases of the customer have behind them counts for caps. */
function withOthers(item: ContactCase, cases: readonly ContactCase[]): ContactCase {
  const others = cases.filter((other) => other !== item).flatMap(pastContacts);
  if (others.length === 0) return item;
  const contacts = [...(item.customer.contacts ?? []), ...others];
  return { ...item, customer: { ...item.customer, contacts } };
}

function pastContacts({ events }: ContactCase): { at: Timestamp; channel: Channel }[] {
  return events.flatMap((event) => {
    if (event.type === 'sent') return [{ at: event.at, channel: event.channel }];
    return event.type === 'called' ? [{ at: event.at, channel: 'phone' as const }] : [];
  });
}

interface Bundle {
  readonly customerId: string;
  readonly channel: Channel;
  first: Timestamp;
  time: LocalTime;
  latest: LocalTime;
  readonly about: { readonly order: number; readonly entry: CustomerContactPlan['about'][number] }[];
}

function bundle(plans: readonly ContactPlan[], policy: DunningPolicy, calendar: Calendar): Bundle[] {
  const bundles: Bundle[] = [];
  for (const plan of plans) {
    const order = plan.steps.findIndex(({ status }) => status === 'due' || status === 'planned');
    const step = plan.steps[order];
    for (const { channel, earliest, latest, key } of plan.next) {
      if (!step) continue;
      const entry = {
        caseId: plan.caseId,
        step: step.step,
        key,
        template: step.template,
        deadline: step.deadline,
      };
      const match = bundles.find(
        (each) => each.channel === channel && isNear(each, earliest, policy.bundleDays, calendar),
      );
      if (!match) {
        const about = [{ order, entry }];
        bundles.push({
          customerId: plan.customerId,
          channel,
          first: earliest.at,
          time: earliest,
          latest,
          about,
        });
        continue;
      }
      match.about.push({ order, entry });
      if (earliest.at < match.first) match.first = earliest.at;
      if (earliest.at > match.time.at) {
        match.time = earliest;
        match.latest = latest;
      }
    }
  }
  return bundles;
}

function isNear(bundle: Bundle, { local, at }: LocalTime, days: number, calendar: Calendar): boolean {
  if (days === 0) return at === bundle.time.at;
  const first = calendar.localTime(bundle.first < at ? bundle.first : at).local.slice(0, 10) as PlainDate;
  const last = (bundle.time.at > at ? bundle.time.local : local).slice(0, 10);
  return last <= addDays(first, days);
}

/** Contacts that are planned for one case count for the caps of the next one. */
function holdUnderCaps(
  bundles: readonly Bundle[],
  cases: readonly ContactCase[],
  policy: DunningPolicy,
  options: PlanOptions,
): CustomerContactPlan[] {
  const made: { at: Timestamp; channel: Channel }[] = [];
  const planned: CustomerContactPlan[] = [];
  for (const each of [...bundles].sort((a, b) =>
    a.time.at < b.time.at ? -1 : a.time.at > b.time.at ? 1 : 0,
  )) {
    const moved = firstUnderCaps(each, made, cases, policy, options);
    if (!moved) continue;
    made.push({ at: moved.earliest.at, channel: each.channel });
    planned.push({
      customerId: each.customerId,
      channel: each.channel,
      ...moved,
      about: each.about.sort((a, b) => b.order - a.order).map(({ entry }) => entry),
    });
  }
  return planned;
}

const DAY_MS = 86_400_000;

/** The time of a bundle, put off day by day until every cap per customer has room; `undefined` where none ever has. */
function firstUnderCaps(
  { channel, time, latest }: Bundle,
  made: readonly { readonly at: Timestamp; readonly channel: Channel }[],
  cases: readonly ContactCase[],
  policy: DunningPolicy,
  { calendar }: PlanOptions,
): { earliest: LocalTime; latest: LocalTime } | undefined {
  const dayOf = (at: Timestamp): string => calendar.localTime(at).local.slice(0, 10);
  const past = [...cases.flatMap(pastContacts), ...made];
  const { open } = compilePolicy(policy, calendar);
  const tables = tablesOf(calendar);
  const table = open[CHANNELS.indexOf(channel)] as (typeof open)[number];
  let earliest = time;
  let last = latest;
  for (let tries = 0; tries < 400; tries++) {
    const day = earliest.local.slice(0, 10) as PlainDate;
    const isFull = policy.caps.some((cap) => {
      if (cap.per !== 'customer' || (cap.channels && !cap.channels.includes(channel))) return false;
      const from = addDays(day, 1 - cap.days);
      const count = past.filter((contact) => {
        const counts = !cap.channels || cap.channels.includes(contact.channel);
        const on = dayOf(contact.at);
        return counts && on >= from && on <= day;
      }).length;
      return count >= cap.max;
    });
    if (!isFull) return { earliest, latest: last };
    const nextDay = timestamp(new Date(timestampMs(earliest.at) + DAY_MS).toISOString());
    const wanted = Math.floor(timestampMs(nextDay) / 60_000);
    const at = stretchFrom(table, wanted);
    if (at >= table.ends.length) return undefined;
    earliest = localTimeOf(tables, Math.max(wanted, table.starts[at] as number));
    last = localTimeOf(tables, table.ends[at] as number);
  }
  return undefined;
}
