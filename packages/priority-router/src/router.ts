import { type Clock, DossierkitError, type Timestamp, timestampMs } from '@dossierkit/core';
import type { BusinessCalendar } from './business-time/business-calendar.js';
import { type AssembledReply, assembleReply, type Delegation } from './delegation/delegation.js';
import type { RouterEvent } from './events.js';
import { type Explanation, explainSlot } from './explain.js';
import type { RouterFinding } from './findings.js';
import { advance } from './internal/advance.js';
import { applyTo } from './internal/apply/index.js';
import { type Assignment, chooseAdvisor, planRound } from './internal/assign.js';
import { type Imported, type ImportOptions, importRows } from './internal/import-rows.js';
import { NONE } from './internal/item-table.js';
import { listOf, nextOf } from './internal/personal-order.js';
import { planWaveOver, type WaveOptions } from './internal/plan-wave.js';
import { type RouterSnapshot, restoreState, snapshotOf } from './internal/snapshot.js';
import { whyNotNow } from './internal/sources.js';
import { createState, instantOf, queuedGroup, type RouterState, weighedGroup } from './internal/state.js';
import { advisorView, endangered, figuresOf, listed, silentExperts, viewOf } from './internal/views.js';
import { defineStrategy, type Strategy, type StrategyInput } from './strategy.js';
import type { AdvisorList, AdvisorView, AtOptions, ItemView, RouterFigures } from './views.js';

/** What a router is made of. */
export interface RouterOptions {
  readonly strategy: StrategyInput;
  /** The open time in which answers are promised. */
  readonly calendar: BusinessCalendar;
  /** Open times of teams, or of branches, that keep other hours. A team's own come before its branch's. */
  readonly teamCalendars?: Readonly<Record<string, BusinessCalendar>>;
  /** Asked when a question names no moment. Without it, questions are answered as of the last event. */
  readonly clock?: Clock;
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
  /**
   * Takes in many messages at once; rows that cannot be read are named, the rest is in. It is no event: keep a snapshot
   * after it.
   */
  importMessages(rows: Iterable<unknown>, at: Timestamp, options?: ImportOptions): Imported;
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
  /** Requests whose experts should have answered by now, longest silent first. */
  silentExperts(options?: AtOptions): readonly RouterFinding[];
  /** Everybody who answers, in the order in which they were set. */
  advisors(options?: AtOptions): readonly AdvisorView[];
  /** How many messages stand how. */
  figures(options?: AtOptions): RouterFigures;
  /** Everything that decides about a message, with at most `limit` (50) advisors; null where it is not open. */
  explain(item: string, options?: AtOptions & { readonly limit?: number }): Explanation | null;
  /** How one message stands; null where it is not open. */
  item(item: string): ItemView | null;
  /** Every open message, in no order that means anything. */
  items(): readonly string[];
  /** The requests that a message was split into, and the reply as far as it has come. */
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

/** How many messages a list, and how many advisors an explanation holds where nothing else is asked for. */
const LIST_LENGTH = 50;

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
    importMessages: (rows, at, options) => importRows(state, rows, at, options),
    list(advisor, options) {
      moveTo(options);
      const { ranked, snoozed, findings } = listOf(state, advisorOf(advisor), options?.limit ?? LIST_LENGTH);
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
      const slot = nextOf(state, record, fits);
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
    silentExperts(options) {
      moveTo(options);
      return silentExperts(state);
    },
    advisors(options) {
      moveTo(options);
      return state.directory.records
        .filter(({ removed }) => !removed)
        .map((each) => advisorView(state, each));
    },
    figures(options) {
      moveTo(options);
      return figuresOf(state);
    },
    explain(item, options) {
      moveTo(options);
      const slot = state.items.slotOf.get(item);
      return slot === undefined ? null : explainSlot(state, slot, options?.limit ?? LIST_LENGTH);
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
