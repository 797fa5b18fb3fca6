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
  /** How many of the reasons each advisor can answer for others; everybody answers for their own customers. */
  readonly skillsPerAdvisor: number;
}

const TEAM = 'branch';

/** Makes up a history: messages in open time as a Poisson stream, owners and skills at random, absence by whole days. */
export function generateHistory(model: ArrivalModel, calendar: BusinessCalendar): History {
  const random = createRandom(model.seed);
  const advisors = Array.from({ length: model.advisors }, (_, index) => advisorOf(index, model, random));
  const days = openDays(model, calendar);
  const leaves = advisors.flatMap(({ advisor }) => leavesOf(advisor, days, model.absence, random));
  const openMs = calendar.between(model.from, dayEnd(days, calendar));
  const meanMinutes = model.reasons.reduce((sum, { share, minutes }) => sum + share * minutes, 0);
  const workMs = openMs * model.advisors * (1 - model.absence) * model.load;
  const gapMs = (openMs * meanMinutes * 60_000) / workMs;
  const messages: HistoryMessage[] = [];
  for (let open = gapMs * random.exponential(); open < openMs; open += gapMs * random.exponential()) {
    const at = calendar.add(model.from, Math.floor(open));
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

function dayEnd(days: readonly OpenDay[], calendar: BusinessCalendar): Timestamp {
  return calendar.subtract(days.at(-1)?.until ?? ('' as Timestamp), 0);
}

function pick(model: ArrivalModel, draw: number): ArrivalModel['reasons'][number] {
  let left = draw * model.reasons.reduce((sum, { share }) => sum + share, 0);
  for (const reason of model.reasons) {
    left -= reason.share;
    if (left < 0) return reason;
  }
  return model.reasons[0] as ArrivalModel['reasons'][number];
}
