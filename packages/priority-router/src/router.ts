import { type Clock, DossierkitError, type Timestamp, timestampMs } from '@dossierkit/core';
import type { BusinessCalendar } from './business-time/business-calendar.js';
import { type AssembledReply, assembleReply, type Delegation } from './delegation/delegation.js';
import type { RouterEvent } from './events.js';
import { type Explanation, explainSlot } from './explain.js';
import type { RouterFinding } from './findings.js';
import { applyTo } from './internal/apply/index.js';
import { type Assignment, chooseAdvisor, planRound } from './internal/assign.js';
import { importRows } from './internal/import-rows.js';
import { NONE, STATES } from './internal/item-table.js';
import { listOf } from './internal/personal-order.js';
import { planWaveOver, type WaveOptions } from './internal/plan-wave.js';
import { advance } from './internal/queues.js';
import { type RouterSnapshot, restoreState, snapshotOf } from './internal/snapshot.js';
import { bestFor, whyNotNow } from './internal/sources.js';
import { createState, instantOf, queuedGroup, type RouterState, weighedGroup } from './internal/state.js';
import { defineStrategy, type Strategy, type StrategyInput } from './strategy.js';

/** What a router is made of. */
export interface RouterOptions {
  readonly strategy: StrategyInput;
  /** The open time in which answers are promised. */
  readonly calendar: BusinessCalendar;
  /** Open times of teams that keep other hours. */
  readonly teamCalendars?: Readonly<Record<string, BusinessCalendar>>;
  /** Asked when a question names no moment. Without it, questions are answered as of the last event. */
  readonly clock?: Clock;
}

/** The moment a question is about. Earlier than the last event counts as the last event. */
export interface AtOptions {
  readonly at?: Timestamp;
}

/** A message at its place in a list. */
export interface ListedItem {
  readonly item: string;
  readonly score: number;
  readonly dueAt: Timestamp;
  readonly late: boolean;
  readonly owner: string | null;
  /** Whether, and how, the advisor moved it. */
  readonly own: { readonly pinned: boolean; readonly points: number } | null;
}

/** An advisor's messages, best first. */
export interface AdvisorList {
  readonly advisor: string;
  readonly items: readonly ListedItem[];
  /** Messages that the advisor put off, and until when. One that becomes nearly due is back among `items` before. */
  readonly snoozed: readonly { readonly item: string; readonly until: Timestamp }[];
  /** Messages whose promise the advisor's own order would break. */
  readonly findings: readonly RouterFinding[];
}

/** How one message stands. */
export interface ItemView {
  readonly item: string;
  readonly state: (typeof STATES)[number];
  readonly owner: string | null;
  readonly holder: string | null;
  readonly team: string;
  readonly reason: string;
  readonly channel: string;
  readonly arrivedAt: Timestamp;
  readonly dueAt: Timestamp;
  /** Open time for which its clock stood still, up to when it ran again, in ms. */
  readonly pausedMs: number;
}

/**
 * Keeps every open message in order for everybody who may answer it. Its state follows from its events alone: the same
 * events give the same answers.
 */
export interface Router {
  readonly strategy: Strategy;
  /** How many messages are open. */
  readonly size: number;
  /** Applies an event. What comes back with severity `warning` was not applied, and changed nothing. */
  apply(event: RouterEvent): readonly RouterFinding[];
  /** Takes in many messages at once; rows that cannot be read are named, the rest is in. */
  importMessages(
    rows: Iterable<unknown>,
    at: Timestamp,
  ): { readonly imported: number; readonly findings: readonly RouterFinding[] };
  /** What an advisor sees, best first. Default: the first 50. */
  list(advisor: string, options?: AtOptions & { readonly limit?: number }): AdvisorList;
  /** What an advisor should do now, or nothing: nothing to do, away, or full. */
  next(advisor: string, options?: AtOptions): string | null;
  /** Who should get this message now, and why nobody else. Taking it is an event of its own. */
  assign(item: string, options?: AtOptions): Assignment;
  /** Hands out what waits to whoever has room, one after the other in order. Nothing is taken by asking. */
  planAssignments(options?: AtOptions & { readonly limit?: number }): readonly Assignment[];
  /** Hands out a whole wave at once so that owners, urgency and load fit best over all pairs together. */
  planWave(options?: AtOptions & WaveOptions): readonly Assignment[];
  /** Messages that are late, or will be within these minutes of real time, the most urgent first. */
  atRisk(withinMinutes: number, options?: AtOptions): readonly RouterFinding[];
  explain(item: string, options?: AtOptions & { readonly limit?: number }): Explanation | null;
  item(item: string): ItemView | null;
  items(): readonly string[];
  delegation(item: string): { readonly delegation: Delegation; readonly reply: AssembledReply } | null;
  /** Plain data from which {@link restoreRouter} makes the same router. */
  snapshot(): RouterSnapshot;
}

/**
 * Makes a router without messages.
 *
 * @throws {DossierkitError} `core/policy-invalid` where the strategy is not valid
 */
export function createRouter(options: RouterOptions): Router {
  const strategy = defineStrategy(options.strategy);
  return routerOver(createState(strategy, options.calendar, options.teamCalendars ?? {}), options.clock);
}

/**
 * Makes the router that a snapshot was taken of. The strategy is the snapshot's.
 *
 * @throws {DossierkitError} `priority-router/snapshot-invalid` where the data is no snapshot of this version
 */
export function restoreRouter(snapshot: RouterSnapshot, options: Omit<RouterOptions, 'strategy'>): Router {
  return routerOver(restoreState(snapshot, options.calendar, options.teamCalendars ?? {}), options.clock);
}

function routerOver(state: RouterState, clock: Clock | undefined): Router {
  const moveTo = ({ at }: AtOptions = {}): void => {
    const wanted = at ?? clock?.now();
    if (wanted !== undefined) advance(state, timestampMs(wanted));
  };
  const advisorOf = (id: string) => {
    const record = state.directory.byId.get(id);
    if (record) return record;
    throw new DossierkitError('priority-router/advisor-unknown', 'No such advisor was set', {
      context: { advisor: id },
    });
  };
  return {
    get strategy() {
      return state.strategy;
    },
    get size() {
      return state.items.slotOf.size;
    },
    apply: (event) => applyTo(state, event),
    importMessages: (rows, at) => importRows(state, rows, at),
    list(advisor, options) {
      moveTo(options);
      const { ranked, snoozed, findings } = listOf(state, advisorOf(advisor), options?.limit ?? 50);
      return {
        advisor,
        items: ranked.map((each) => listed(state, each.slot, each.score, each.move)),
        snoozed: snoozed.map(({ slot, move }) => ({
          item: state.items.ids[slot] as string,
          until: instantOf(move?.snoozedUntil ?? state.now),
        })),
        findings,
      };
    },
    next(advisor, options) {
      moveTo(options);
      const record = advisorOf(advisor);
      if (whyNotNow(state, record)) return null;
      const fits = (slot: number): boolean =>
        !whyNotNow(state, record, weighedGroup(state, queuedGroup(state, slot)));
      const slot = state.personal.get(record.index)?.size
        ? listOf(state, record, 50).ranked.find((each) => fits(each.slot))?.slot
        : bestFor(state, record, 1, fits)[0]?.slot;
      return slot === undefined ? null : (state.items.ids[slot] as string);
    },
    assign(item, options) {
      moveTo(options);
      const slot = state.items.slotOf.get(item);
      return slot === undefined ? { item, advisor: null, why: null } : chooseAdvisor(state, slot);
    },
    planAssignments(options) {
      moveTo(options);
      return planRound(state, options?.limit ?? 1000);
    },
    planWave(options) {
      moveTo(options);
      return planWaveOver(state, options ?? {});
    },
    atRisk(withinMinutes, options) {
      moveTo(options);
      return endangered(state, state.now + withinMinutes * 60_000);
    },
    explain(item, options) {
      moveTo(options);
      const slot = state.items.slotOf.get(item);
      return slot === undefined ? null : explainSlot(state, slot, options?.limit ?? 50);
    },
    item(item) {
      const slot = state.items.slotOf.get(item);
      return slot === undefined ? null : viewOf(state, slot);
    },
    items: () => [...state.items.slotOf.keys()],
    delegation(item) {
      const delegation = state.delegations.get(state.items.slotOf.get(item) ?? NONE);
      return delegation ? { delegation, reply: assembleReply(delegation) } : null;
    },
    snapshot: () => snapshotOf(state),
  };
}

function listed(
  state: RouterState,
  slot: number,
  score: number,
  move: { readonly pinned: number; readonly points: number } | undefined,
): ListedItem {
  const { items, directory } = state;
  const due = items.due[slot] as number;
  return {
    item: items.ids[slot] as string,
    score,
    dueAt: instantOf(due),
    late: due < state.now,
    owner: directory.records[items.owner[slot] as number]?.id ?? null,
    own: move ? { pinned: move.pinned > 0, points: move.points } : null,
  };
}

function viewOf(state: RouterState, slot: number): ItemView {
  const { items, directory } = state;
  const { traits } = weighedGroup(state, items.group[slot] as number);
  return {
    item: items.ids[slot] as string,
    state: STATES[items.state[slot] as number] ?? 'waiting',
    owner: directory.records[items.owner[slot] as number]?.id ?? null,
    holder: directory.records[items.holder[slot] as number]?.id ?? null,
    team: traits.team,
    reason: traits.reason,
    channel: traits.channel,
    arrivedAt: instantOf(items.arrived[slot] as number),
    dueAt: instantOf(items.due[slot] as number),
    pausedMs: items.pausedMs.get(slot) ?? 0,
  };
}

function endangered(state: RouterState, horizon: number): readonly RouterFinding[] {
  const { items } = state;
  const slots: number[] = [];
  for (const slot of items.slotOf.values()) {
    if ((items.due[slot] as number) <= horizon && !items.pausedSince.has(slot)) slots.push(slot);
  }
  slots.sort(
    (a, b) =>
      (items.due[a] as number) - (items.due[b] as number) ||
      (items.order[a] as number) - (items.order[b] as number),
  );
  return slots.map((slot) => {
    const due = items.due[slot] as number;
    const params = { item: items.ids[slot] as string, dueAt: instantOf(due), late: due < state.now };
    return { code: 'priority-router/promise-at-risk', outcome: 'failed', severity: 'warning', params };
  });
}
