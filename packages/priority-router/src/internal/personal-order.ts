import type { RouterFinding } from '../findings.js';
import type { AdvisorRecord } from './directory.js';
import { type Candidate, isBetter } from './frontier.js';
import { scoreOf } from './queues.js';
import { bestFor, whyInList } from './sources.js';
import {
  addOpenMs,
  calendarOf,
  instantOf,
  type PersonalMove,
  queuedGroup,
  type RouterState,
  subtractOpenMs,
  weighedGroup,
} from './state.js';

/** A message at its place in an advisor's list. */
export interface Ranked extends Candidate {
  readonly move: PersonalMove | undefined;
}

/** How far an own order is put together where only its first message is wanted. */
const FIRST_LOOK = 50;

interface OwnList {
  readonly ranked: readonly Ranked[];
  /** Put off by the advisor, in the company's order. */
  readonly snoozed: readonly Ranked[];
  readonly findings: readonly RouterFinding[];
}

/** An advisor's list: the company's order, and within its bounds the advisor's own. */
export function listOf(state: RouterState, advisor: AdvisorRecord, limit: number): OwnList {
  const moves = state.personal.get(advisor.index);
  if (!moves || moves.size === 0) {
    const ranked = bestFor(state, advisor, limit).map((each) => ({ ...each, move: undefined }));
    return { ranked, snoozed: [], findings: [] };
  }
  const company = withMoved(state, advisor, limit, moves);
  const snoozed = company.filter((each) => isHidden(state, each));
  const own = company.filter((each) => !snoozed.includes(each)).sort((a, b) => comparePersonal(state, a, b));
  const ranked = keepEndangered(state, company, own);
  const findings = brokenPromises(state, advisor, company, ranked);
  return { ranked: ranked.slice(0, limit), snoozed, findings };
}

/** The first message of an advisor's order that is accepted, however far down it stands. */
export function nextOf(
  state: RouterState,
  advisor: AdvisorRecord,
  accept: (slot: number) => boolean,
): number | undefined {
  if (!state.personal.get(advisor.index)?.size) return bestFor(state, advisor, 1, accept)[0]?.slot;
  const { ranked, snoozed } = listOf(state, advisor, FIRST_LOOK);
  const first = ranked.find(({ slot }) => accept(slot));
  const hidden = new Set(snoozed.map(({ slot }) => slot));
  return first?.slot ?? bestFor(state, advisor, 1, (slot) => !hidden.has(slot) && accept(slot))[0]?.slot;
}

/** The best of the company's order, and whatever the advisor moved, in the company's order. */
function withMoved(
  state: RouterState,
  advisor: AdvisorRecord,
  limit: number,
  moves: ReadonlyMap<number, PersonalMove>,
): readonly Ranked[] {
  const best = bestFor(state, advisor, limit + moves.size);
  const slots = new Set(best.map(({ slot }) => slot));
  for (const slot of moves.keys()) {
    if (slots.has(slot) || !whyInList(state, advisor, slot)) continue;
    best.push({
      slot,
      score: scoreOf(state.items, weighedGroup(state, queuedGroup(state, slot)), slot, state.now),
    });
  }
  return best
    .sort((a, b) => (isBetter(state, a, b) ? -1 : 1))
    .map((each) => ({ ...each, move: moves.get(each.slot) }));
}

function comparePersonal(state: RouterState, a: Ranked, b: Ranked): number {
  const [pinA, pinB] = [
    a.move?.pinned || Number.POSITIVE_INFINITY,
    b.move?.pinned || Number.POSITIVE_INFINITY,
  ];
  if (pinA !== pinB) return pinA - pinB;
  const moved = (each: Ranked): Candidate => ({
    slot: each.slot,
    score: each.score + (each.move?.points ?? 0),
  });
  return isBetter(state, moved(a), moved(b)) ? -1 : 1;
}

function isHidden(state: RouterState, { slot, move }: Ranked): boolean {
  return (move?.snoozedUntil ?? 0) > state.now && !isEndangered(state, slot);
}

/** Whether the strategy holds a message at the company's place because it is nearly due. */
function isEndangered(state: RouterState, slot: number): boolean {
  const { reach, reserveMinutes } = state.strategy.personal;
  if (reach !== 'never-late') return false;
  const { traits } = weighedGroup(state, state.items.group[slot] as number);
  const due = state.items.due[slot] as number;
  return state.now >= subtractOpenMs(calendarOf(state, traits.team), due, reserveMinutes * 60_000);
}

/** The own order, in which nothing that is nearly due stands behind its place in the company's order. */
function keepEndangered(
  state: RouterState,
  company: readonly Ranked[],
  own: readonly Ranked[],
): readonly Ranked[] {
  const endangered = company.filter(({ slot }) => isEndangered(state, slot));
  const place = new Map(company.map(({ slot }, index) => [slot, index]));
  const out: Ranked[] = [];
  const taken = new Set<number>();
  const take = (each: Ranked | undefined): void => {
    if (!each || taken.has(each.slot)) return;
    taken.add(each.slot);
    out.push(each);
  };
  let next = 0;
  for (const each of own) {
    while (next < endangered.length && (place.get(endangered[next]?.slot ?? -1) ?? 0) <= out.length) {
      take(endangered[next++]);
    }
    take(each);
  }
  for (; next < endangered.length; next++) take(endangered[next]);
  return out;
}

/** Messages that would be answered in time in the company's order, and too late in the advisor's own. */
function brokenPromises(
  state: RouterState,
  advisor: AdvisorRecord,
  company: readonly Ranked[],
  ranked: readonly Ranked[],
): readonly RouterFinding[] {
  const planned = finishTimes(state, company);
  const actual = finishTimes(state, ranked);
  const findings: RouterFinding[] = [];
  for (const { slot, move } of company) {
    const due = state.items.due[slot] as number;
    if ((planned.get(slot) ?? 0) > due) continue;
    const done = actual.get(slot) ?? Math.max(move?.snoozedUntil ?? 0, state.now);
    if (done <= due) continue;
    const item = state.items.ids[slot] as string;
    const params = { item, advisor: advisor.id, dueAt: instantOf(due), doneAt: instantOf(done) };
    findings.push({
      code: 'priority-router/personal-endangers',
      outcome: 'failed',
      severity: 'warning',
      params,
    });
  }
  return findings;
}

/** When each message is done, one after the other in this order. */
function finishTimes(state: RouterState, ranked: readonly Ranked[]): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  let minutes = 0;
  for (const { slot } of ranked) {
    const { serviceMinutes, traits } = weighedGroup(state, state.items.group[slot] as number);
    minutes += serviceMinutes;
    times.set(slot, addOpenMs(calendarOf(state, traits.team), state.now, minutes * 60_000));
  }
  return times;
}
