import type { PlainDate } from '@dossierkit/core';
import type { LocalTime } from './calendar.js';
import type { Channel } from './channels.js';
import type { ContactCase } from './contact-case.js';
import { NEVER } from './internal/open-table.js';
import { type OtherCases, type PlannedCase, pastContactsOf, planCase } from './internal/plan-case.js';
import type { WalkedContact } from './internal/walk.js';
import type { ContactPlan, PlanOptions } from './plan-contacts.js';
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

/** The plans of a customer's cases, and their contacts put together. */
export interface CustomerPlan {
  /** In the order of the cases. Caps per customer hold over all their steps together, a shared contact counted once. */
  readonly plans: readonly ContactPlan[];
  /** Every planned contact, in order of time. */
  readonly contacts: readonly CustomerContactPlan[];
  /** Those among them that are the next of a case. */
  readonly next: readonly CustomerContactPlan[];
}

/**
 * Plans all cases of one customer together. What would go over the same channel within the policy's `bundleDays` becomes one
 * contact, at the time of the later one: a contact is never made earlier for being bundled. What is planned for one case
 * counts for the caps of the others, to the last step.
 *
 * Cases are planned in order of their next contacts. Among those that lie near together the last is planned first, so that the
 * others can join it.
 */
export function planCustomer(
  cases: readonly ContactCase[],
  policy: DunningPolicy,
  options: PlanOptions,
): CustomerPlan {
  const past = cases.map((item) => pastContactsOf(item, policy, options));
  const othersOf = (index: number, contacts: readonly WalkedContact[]): OtherCases => ({
    past: past.filter((_, other) => other !== index).flat(),
    planned: contacts,
  });
  const drafts = cases.map((item, index) => planCase(item, policy, options, othersOf(index, [])));
  const planned: PlannedCase[] = [];
  const fixed: WalkedContact[] = [];
  for (const index of planningOrder(drafts, policy.bundleDays)) {
    // The first one has nobody to look at: its draft is its plan.
    const own =
      fixed.length === 0
        ? (drafts[index] as PlannedCase)
        : planCase(cases[index] as ContactCase, policy, options, othersOf(index, fixed));
    planned[index] = own;
    fixed.push(...own.contacts.filter((contact) => !fixed.includes(contact)));
  }
  const plans = planned.map(({ report }) => report.value);
  const contacts = bundle(plans, policy.bundleDays > 0);
  const nextKeys = new Set(plans.flatMap(({ next }) => next.map(({ key }) => key)));
  return {
    plans,
    contacts,
    next: contacts.filter(({ about }) => about.some(({ key }) => nextKeys.has(key))),
  };
}

/** The cases in the order in which they find their times. */
function planningOrder(drafts: readonly PlannedCase[], bundleDays: number): number[] {
  const firsts = drafts
    .map(({ contacts }, index) => ({ index, minute: contacts[0]?.minute ?? NEVER }))
    .sort((a, b) => a.minute - b.minute || a.index - b.index);
  const groups: { index: number; minute: number }[][] = [];
  for (const each of firsts) {
    const group = groups.at(-1);
    const first = group?.at(-1);
    const isNear = first && each.minute - first.minute <= bundleDays * DAY_MINUTES;
    if (group && isNear) group.unshift(each);
    else groups.push([each]);
  }
  return groups.flat().map(({ index }) => index);
}

const DAY_MINUTES = 1440;

type Entry = CustomerContactPlan['about'][number];

/** Contacts over the same channel at the same minute are one, where cases share contacts at all. */
function bundle(plans: readonly ContactPlan[], isShared: boolean): CustomerContactPlan[] {
  const bundles = new Map<
    string,
    { plan: Omit<CustomerContactPlan, 'about'>; about: [order: number, Entry][] }
  >();
  for (const { customerId, caseId, steps } of plans) {
    for (const [order, { step, template, deadline, contacts }] of steps.entries()) {
      for (const { channel, earliest, latest, key } of contacts) {
        const place = `${earliest.at} ${channel} ${isShared ? '' : caseId}`;
        const known = bundles.get(place) ?? { plan: { customerId, channel, earliest, latest }, about: [] };
        known.about.push([order, { caseId, step, key, template, deadline }]);
        bundles.set(place, known);
      }
    }
  }
  return [...bundles.values()]
    .map(({ plan, about }) => ({
      ...plan,
      about: about.sort((a, b) => b[0] - a[0]).map(([, entry]) => entry),
    }))
    .sort((a, b) => (a.earliest.at < b.earliest.at ? -1 : a.earliest.at > b.earliest.at ? 1 : 0));
}
