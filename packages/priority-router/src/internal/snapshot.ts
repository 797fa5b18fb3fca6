import { DossierkitError } from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';
import type { Delegation } from '../delegation/delegation.js';
import type { Advisor } from '../events.js';
import { defineStrategy, type Strategy } from '../strategy.js';
import { type LeaveRecord, setAdvisor } from './directory.js';
import type { GroupTraits } from './groups.js';
import { allocateSlot, NONE, WAITING } from './item-table.js';
import { appendTimer, enterQueue, orderTimers } from './queues.js';
import { createState, groupFor, type PersonalMove, type RouterState, weighedGroup } from './state.js';

/** A router's state as plain JSON: columns, because a million rows of objects are slow to write and to read. */
export interface RouterSnapshot {
  readonly format: 'priority-router/1';
  readonly strategy: Strategy;
  /** ms since 1970, or null before the first event. */
  readonly now: number | null;
  readonly lastSeq: number | null;
  readonly counters: { readonly arrivals: number; readonly turns: number; readonly pins: number };
  readonly advisors: readonly {
    readonly profile: Advisor;
    readonly removed: boolean;
    readonly available: boolean;
    readonly leaves: readonly LeaveRecord[];
    readonly lastTurn: number;
    readonly assignedAt: readonly number[];
  }[];
  /** Teams and their branches. */
  readonly branches: readonly (readonly [team: string, branch: string])[];
  readonly groups: readonly GroupTraits[];
  readonly customers: readonly string[];
  readonly items: {
    readonly id: readonly string[];
    readonly order: readonly number[];
    readonly arrived: readonly number[];
    readonly due: readonly number[];
    readonly group: readonly number[];
    readonly owner: readonly number[];
    readonly holder: readonly number[];
    readonly customer: readonly number[];
    readonly state: readonly number[];
    readonly stage: readonly number[];
    /** null: it stays where it is. */
    readonly movesAt: readonly (number | null)[];
  };
  /** By index in the columns. */
  readonly pausedMs: readonly (readonly [number, number])[];
  readonly pausedSince: readonly (readonly [number, number])[];
  readonly fixedDue: readonly number[];
  readonly personal: readonly (readonly [advisor: number, item: number, move: PersonalMove])[];
  readonly delegations: readonly (readonly [number, Delegation])[];
  readonly partOf: readonly (readonly [string, { readonly parent: string; readonly part: string }])[];
  readonly closed: readonly string[];
}

export function snapshotOf(state: RouterState): RouterSnapshot {
  const { items, directory } = state;
  const slots = [...items.slotOf.values()];
  const indexOf = new Map(slots.map((slot, index) => [slot, index]));
  const column = (values: ArrayLike<number>): number[] => slots.map((slot) => values[slot] as number);
  const sparse = <Value>(values: ReadonlyMap<number, Value>): [number, Value][] =>
    [...values].map(([slot, value]) => [indexOf.get(slot) ?? NONE, value]);
  return {
    format: 'priority-router/1',
    strategy: state.strategy,
    now: Number.isFinite(state.now) ? state.now : null,
    lastSeq: Number.isFinite(state.lastSeq) ? state.lastSeq : null,
    counters: { arrivals: state.arrivals, turns: state.turns, pins: state.pins },
    advisors: directory.records.map(({ profile, removed, available, leaves, lastTurn, assignedAt }) => ({
      profile,
      removed,
      available,
      leaves: [...leaves],
      lastTurn,
      assignedAt: [...assignedAt],
    })),
    branches: [...state.branches],
    groups: state.groups.map(({ traits }) => traits),
    customers: [...state.customers.ids],
    items: {
      id: slots.map((slot) => items.ids[slot] as string),
      order: column(items.order),
      arrived: column(items.arrived),
      due: column(items.due),
      group: column(items.group),
      owner: column(items.owner),
      holder: column(items.holder),
      customer: column(items.customer),
      state: column(items.state),
      stage: column(items.stage),
      movesAt: column(items.movesAt).map((at) => (Number.isFinite(at) ? at : null)),
    },
    pausedMs: sparse(items.pausedMs),
    pausedSince: sparse(items.pausedSince),
    fixedDue: [...items.fixedDue].map((slot) => indexOf.get(slot) ?? NONE),
    personal: [...state.personal].flatMap(([advisor, moves]) =>
      sparse(moves).map(([item, move]) => [advisor, item, move] as const),
    ),
    delegations: sparse(state.delegations),
    partOf: [...state.partOf],
    closed: [...state.closed],
  };
}

export function restoreState(
  snapshot: RouterSnapshot,
  calendar: BusinessCalendar,
  teamCalendars: Readonly<Record<string, BusinessCalendar>>,
): RouterState {
  if (snapshot.format !== 'priority-router/1') {
    throw new DossierkitError(
      'priority-router/snapshot-invalid',
      'This is no snapshot that this version can read',
      {
        context: { format: snapshot.format },
      },
    );
  }
  const strategy = defineStrategy(snapshot.strategy);
  const state = createState(strategy, calendar, teamCalendars);
  state.now = snapshot.now ?? Number.NEGATIVE_INFINITY;
  state.lastSeq = snapshot.lastSeq ?? Number.NEGATIVE_INFINITY;
  Object.assign(state, snapshot.counters);
  for (const { profile, leaves, assignedAt, ...rest } of snapshot.advisors) {
    const record = setAdvisor(state.directory, profile);
    record.leaves.push(...leaves);
    Object.assign(record, rest, { assignedAt: [...assignedAt] });
  }
  for (const [team, branch] of snapshot.branches) state.branches.set(team, branch);
  for (const traits of snapshot.groups) groupFor(state, traits);
  for (const customer of snapshot.customers) {
    state.customers.byId.set(customer, state.customers.ids.push(customer) - 1);
    state.customers.head.push(NONE);
  }
  for (const [index, ms] of snapshot.pausedMs) state.items.pausedMs.set(index, ms);
  for (const [index, ms] of snapshot.pausedSince) state.items.pausedSince.set(index, ms);
  for (const index of snapshot.fixedDue) state.items.fixedDue.add(index);
  for (const [index, delegation] of snapshot.delegations) state.delegations.set(index, delegation);
  for (const [item, part] of snapshot.partOf) state.partOf.set(item, part);
  for (const item of snapshot.closed) state.closed.add(item);
  for (const [advisor, index, move] of snapshot.personal) {
    const moves = state.personal.get(advisor) ?? new Map<number, PersonalMove>();
    state.personal.set(advisor, moves.set(index, move));
  }
  restoreItems(state, snapshot.items);
  return state;
}

/** Slots of the new table are the indices of the columns. */
function restoreItems(state: RouterState, columns: RouterSnapshot['items']): void {
  const { items } = state;
  for (let index = 0; index < columns.id.length; index++) {
    const slot = allocateSlot(items, columns.id[index] as string);
    items.order[slot] = columns.order[index] as number;
    items.arrived[slot] = columns.arrived[index] as number;
    items.due[slot] = columns.due[index] as number;
    items.group[slot] = columns.group[index] as number;
    items.owner[slot] = columns.owner[index] as number;
    items.holder[slot] = columns.holder[index] as number;
    items.state[slot] = columns.state[index] as number;
    const customer = columns.customer[index] as number;
    items.customer[slot] = customer;
    if (customer !== NONE) {
      items.nextOfCustomer[slot] = state.customers.head[customer] as number;
      state.customers.head[customer] = slot;
    }
    countInHand(state, slot);
    items.stage[slot] = columns.stage[index] as number;
    items.movesAt[slot] = columns.movesAt[index] ?? Number.POSITIVE_INFINITY;
    if (items.state[slot] === WAITING) enterQueue(state, slot, false);
    else appendTimer(state, slot);
  }
  orderTimers(state);
}

function countInHand(state: RouterState, slot: number): void {
  const holder = state.directory.records[state.items.holder[slot] as number];
  if (!holder) return;
  const { load, traits } = weighedGroup(state, state.items.group[slot] as number);
  holder.open++;
  holder.load += load;
  holder.loadByChannel.set(traits.channel, (holder.loadByChannel.get(traits.channel) ?? 0) + load);
}
