import { addDays, dayNumber, type PlainDate, timestamp } from '@dossierkit/core';
import type { Calendar } from './calendar.js';
import { CHANNELS, type Channel } from './channels.js';
import type { CaseEvent, ContactCase } from './contact-case.js';
import { planContacts } from './plan-contacts.js';
import type { DunningPolicy } from './policy.js';

/** How likely people are to act. A model, not knowledge: state it wherever its results are shown. */
export interface ResponseModel {
  /** What each channel's contact moves a customer to do within its days, 0 to 1. */
  readonly perContact: { readonly [C in Channel]?: number };
  /** Each further contact counts for this much of the one before it, 0 to 1. Default: 0.8. */
  readonly fatigue?: number | undefined;
  /** What happens on any day without being asked, 0 to 1. Default: 0.01. */
  readonly perDay?: number | undefined;
  /** Days over which a contact's effect is spread. Default: 5. */
  readonly effectDays?: number | undefined;
  /** How likely a message is to bounce, by channel. Default: never. */
  readonly bounce?: { readonly [C in Channel]?: number } | undefined;
}

/** What {@link simulatePolicy} needs beside policy and cases. */
export interface SimulationOptions {
  readonly calendar: Calendar;
  readonly from: PlainDate;
  /** Default: 90. */
  readonly days?: number | undefined;
  readonly model: ResponseModel;
  /** Any whole number; the same seed gives the same result. */
  readonly seed: number;
}

/** What became of the cases under a policy. */
export interface SimulationResult {
  readonly policy: string;
  readonly cases: number;
  /** Cases that were settled or completed. */
  readonly cured: number;
  readonly contacts: number;
  readonly contactsByChannel: { readonly [C in Channel]: number };
  /** In minor units, by the policy's costs. */
  readonly costMinor: number;
  /** Measures taken, such as blocking. */
  readonly measures: number;
  /** Cases cured by the end of each day, the first day first. */
  readonly curedByDay: readonly number[];
}

/**
 * Lets a population live with a policy, day by day, under a stated model of how people respond. Chance depends on seed, case
 * and day only, so that two policies meet the same luck.
 */
export function simulatePolicy(
  policy: DunningPolicy,
  population: readonly ContactCase[],
  options: SimulationOptions,
): SimulationResult {
  const days = options.days ?? 90;
  const curedByDay = new Array<number>(days).fill(0);
  const byChannel = Object.fromEntries(CHANNELS.map((channel) => [channel, 0])) as Record<Channel, number>;
  let [cured, costMinor, measures] = [0, 0, 0];
  for (const [index, item] of population.entries()) {
    const life = liveThrough(policy, item, options, days, (options.seed * 1_000_003 + index) | 0);
    for (const channel of life.contacts) {
      byChannel[channel]++;
      costMinor += policy.channels[channel].costMinor;
    }
    measures += life.measures;
    if (life.curedOn === undefined) continue;
    cured++;
    for (let day = life.curedOn; day < days; day++) curedByDay[day] = (curedByDay[day] ?? 0) + 1;
  }
  const contacts = CHANNELS.reduce((sum, channel) => sum + byChannel[channel], 0);
  return {
    policy: policy.id,
    cases: population.length,
    cured,
    contacts,
    contactsByChannel: byChannel,
    costMinor,
    measures,
    curedByDay,
  };
}

interface Life {
  readonly contacts: Channel[];
  measures: number;
  curedOn: number | undefined;
}

function liveThrough(
  policy: DunningPolicy,
  item: ContactCase,
  { calendar, from, model }: SimulationOptions,
  days: number,
  seed: number,
): Life {
  const events: CaseEvent[] = [...item.events];
  const life: Life = { contacts: [], measures: 0, curedOn: undefined };
  const urges: { readonly day: number; readonly strength: number }[] = [];
  const { fatigue = 0.8, perDay = 0.01, effectDays = 5 } = model;
  let nextDay = 0;
  for (let day = 0; day < days; day++) {
    let chance = perDay;
    for (const urge of urges) if (day - urge.day < effectDays) chance += urge.strength / effectDays;
    if (chanceOf(seed, day) < chance) {
      life.curedOn = day;
      return life;
    }
    if (day < nextDay) continue;
    const at = timestamp(`${addDays(from, day)}T23:00:00Z`);
    const plan = planContacts({ ...item, events }, policy, { at, calendar }).value;
    const due = plan.steps.find(({ status }) => status === 'due' || status === 'planned');
    const first = due?.contacts[0];
    if (!due || !first) return ambient(life, day, days, seed, perDay, urges, effectDays);
    const sendDay = dayNumber(first.earliest.local.slice(0, 10) as PlainDate) - dayNumber(from);
    if (sendDay > day + 1) {
      nextDay = sendDay - 1;
      continue;
    }
    for (const { channel, earliest } of due.contacts) {
      events.push({ type: 'sent', step: due.step, channel, at: earliest.at });
      life.contacts.push(channel);
      const bounced =
        chanceOf(seed ^ 0x5bd1e995, day * 8 + CHANNELS.indexOf(channel)) < (model.bounce?.[channel] ?? 0);
      if (bounced) events.push({ type: 'bounced', step: due.step, channel, at: earliest.at });
      else {
        const confirmed = policy.channels[channel].presumedDeliveredDays === null;
        if (confirmed) events.push({ type: 'delivered', step: due.step, channel, at: earliest.at });
        const strength = (model.perContact[channel] ?? 0) * fatigue ** urges.length;
        urges.push({ day: day + 1, strength });
      }
    }
    if (due.kind === 'measure') life.measures++;
    nextDay = day + 1;
  }
  return life;
}

/** Nothing more is sent; what was sent, and life itself, still have their effect. */
function ambient(
  life: Life,
  from: number,
  days: number,
  seed: number,
  perDay: number,
  urges: readonly { readonly day: number; readonly strength: number }[],
  effectDays: number,
): Life {
  for (let day = from + 1; day < days; day++) {
    let chance = perDay;
    for (const urge of urges) if (day - urge.day < effectDays) chance += urge.strength / effectDays;
    if (chanceOf(seed, day) < chance) {
      life.curedOn = day;
      return life;
    }
  }
  return life;
}

/** A number from 0 to 1 that looks random and depends on its inputs only (splitmix32). */
function chanceOf(seed: number, step: number): number {
  let x = (seed + Math.imul(step + 1, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}
