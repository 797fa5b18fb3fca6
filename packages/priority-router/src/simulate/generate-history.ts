import {
  addDays,
  type PlainDate,
  plainDateAt,
  type Timestamp,
  timestampFromMs,
  timestampMs,
} from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';
import type { Advisor, Leave } from '../events.js';
import { createRandom } from '../internal/random.js';
import type { History, HistoryMessage } from './replay.js';

/** How a month of mail comes about. Everything follows from the seed. */
export interface ArrivalModel {
  readonly seed: number;
  readonly from: Timestamp;
  /** Open days to simulate. */
  readonly days: number;
  readonly advisors: number;
  /** Work that comes in, as a share of what the advisors who are present can do. */
  readonly load: number;
  /** Share of days on which an advisor is absent, drawn for each advisor and day. */
  readonly absence: number;
  /** Kinds of messages: how often, how long an answer takes on average (exponential, at least a minute). */
  readonly reasons: readonly { readonly reason: string; readonly share: number; readonly minutes: number }[];
  /** Share of messages that come while the branch is closed, and lie there when it opens. */
  readonly overnight: number;
  /** How much a day's mail may be above or below the average, as a share of it; drawn for each day. */
  readonly variation: number;
  /** How many of the reasons each advisor can answer for others; everybody answers for their own customers. */
  readonly skillsPerAdvisor: number;
}

const TEAM = 'branch';

/** Makes up a history: messages as a Poisson stream, owners and skills at random, absence by whole days. */
export function generateHistory(model: ArrivalModel, calendar: BusinessCalendar): History {
  const random = createRandom(model.seed);
  const advisors = Array.from({ length: model.advisors }, (_, index) => advisorOf(index, model, random));
  const days = openDays(model, calendar);
  const leaves = advisors.flatMap(({ advisor }) => leavesOf(advisor, days, model.absence, random));
  const meanMs = model.reasons.reduce((sum, { share, minutes }) => sum + share * minutes, 0) * 60_000;
  const workers = model.advisors * (1 - model.absence) * model.load;
  const messages: HistoryMessage[] = [];
  for (const at of days.flatMap((day) => arrivalsOf(day, workers / meanMs, model, calendar, random)).sort()) {
    const kind = pick(model, random.next());
    const owner = advisors[Math.floor(random.next() * advisors.length)]?.advisor ?? '';
    const serviceMs = Math.max(60_000, Math.round(kind.minutes * random.exponential() * 60_000));
    const message = {
      item: `m${messages.length}`,
      team: TEAM,
      owner,
      reason: kind.reason,
      skills: [kind.reason],
    };
    messages.push({ at, message, serviceMs });
  }
  return { advisors, leaves, messages };
}

type Random = ReturnType<typeof createRandom>;

function advisorOf(index: number, model: ArrivalModel, random: Random): Advisor {
  const start = Math.floor(random.next() * model.reasons.length);
  const skills = Array.from(
    { length: Math.min(model.skillsPerAdvisor, model.reasons.length) },
    (_, step) => model.reasons[(start + step) % model.reasons.length]?.reason ?? '',
  );
  return { advisor: `a${String(index + 1).padStart(2, '0')}`, teams: [TEAM], skills, capacity: 1 };
}

interface OpenDay {
  readonly from: Timestamp;
  readonly until: Timestamp;
}

function openDays(model: ArrivalModel, calendar: BusinessCalendar): readonly OpenDay[] {
  const days: OpenDay[] = [];
  let day: PlainDate = plainDateAt(model.from, calendar.hours.zone);
  let from = calendar.nextOpen(model.from);
  while (days.length < model.days) {
    const next = addDays(day, 1);
    // Half past midnight UTC of the next day lies before the opening of every branch that sleeps at night.
    const opensNext = calendar.nextOpen(timestampFromMs(timestampMs(`${next}T00:30:00.000Z` as Timestamp)));
    if (opensNext > from) days.push({ from, until: opensNext });
    [day, from] = [plainDateAt(opensNext, calendar.hours.zone), opensNext];
  }
  return days;
}

function leavesOf(
  advisor: string,
  days: readonly OpenDay[],
  absence: number,
  random: Random,
): readonly Leave[] {
  return days.filter(() => random.next() < absence).map(({ from, until }) => ({ advisor, from, until }));
}

/** A Poisson stream, by day as fast as the branch works, by night over the hours in which it is closed. */
function arrivalsOf(
  { from, until }: OpenDay,
  perOpenMs: number,
  model: ArrivalModel,
  calendar: BusinessCalendar,
  random: Random,
): readonly Timestamp[] {
  const openMs = calendar.between(from, until);
  const [night, morning] = [timestampMs(calendar.subtract(until, 0)), timestampMs(until)];
  const factor = 1 + model.variation * (2 * random.next() - 1);
  const gapMs = 1 / (perOpenMs * factor);
  const arrivals: Timestamp[] = [];
  for (let open = gapMs * random.exponential(); open < openMs; open += gapMs * random.exponential()) {
    const byNight = random.next() < model.overnight;
    const nightMs = Math.floor(night + random.next() * (morning - night));
    arrivals.push(byNight ? timestampFromMs(nightMs) : calendar.add(from, Math.floor(open)));
  }
  return arrivals;
}

function pick(model: ArrivalModel, draw: number): ArrivalModel['reasons'][number] {
  let left = draw * model.reasons.reduce((sum, { share }) => sum + share, 0);
  for (const reason of model.reasons) {
    left -= reason.share;
    if (left < 0) return reason;
  }
  return model.reasons[0] as ArrivalModel['reasons'][number];
}
