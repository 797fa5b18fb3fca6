import type { BusinessCalendar } from '../business-time/business-calendar.js';
import type { Delegation } from '../delegation/delegation.js';
import type { Advisor } from '../events.js';
import { defineStrategy, type Strategy } from '../strategy.js';
import { type LeaveRecord, setAdvisor } from './directory.js';
import type { GroupTraits } from './groups.js';
import { enterSlot, NONE, reserveSlots, WAITING } from './item-table.js';
import { invalidSnapshot, type NumberColumn, packNumbers, unpackNumbers } from './number-column.js';
import { keepMove } from './open-item.js';
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
    readonly order: NumberColumn;
    readonly arrived: NumberColumn;
    readonly due: NumberColumn;
    readonly group: NumberColumn;
    readonly owner: NumberColumn;
    readonly holder: NumberColumn;
    readonly customer: NumberColumn;
    readonly state: NumberColumn;
    readonly stage: NumberColumn;
    /** None: it stays where it is. */
    readonly movesAt: NumberColumn;
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
  const slots = Int32Array.from(items.slotOf.values());
  const indexOf = new Int32Array(items.ids.length);
  for (const [index, slot] of slots.entries()) indexOf[slot] = index;
  const column = (values: ArrayLike<number>): NumberColumn => packNumbers(values, slots, NONE);
  const sparse = <Value>(values: ReadonlyMap<number, Value>): [number, Value][] =>
    [...values].map(([slot, value]) => [indexOf[slot] as number, value]);
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
      id: Array.from(slots, (slot) => items.ids[slot] as string),
      order: column(items.order),
      arrived: column(items.arrived),
      due: column(items.due),
      group: column(items.group),
      owner: column(items.owner),
      holder: column(items.holder),
      customer: column(items.customer),
      state: column(items.state),
      stage: column(items.stage),
      movesAt: column(items.movesAt),
    },
    pausedMs: sparse(items.pausedMs),
    pausedSince: sparse(items.pausedSince),
    fixedDue: [...items.fixedDue].map((slot) => indexOf[slot] as number),
    personal: [...state.personal].flatMap(([advisor, moves]) =>
      sparse(moves).map(([item, move]) => [advisor, item, move] as const),
    ),
    delegations: sparse(state.delegations),
    partOf: [...state.partOf],
    closed: state.closed.values(),
  };
}

export function restoreState(
  snapshot: RouterSnapshot,
  calendar: BusinessCalendar,
  teamCalendars: Readonly<Record<string, BusinessCalendar>>,
): RouterState {
  if (snapshot.format !== 'priority-router/1') throw invalidSnapshot('it names another format');
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
  for (const [advisor, index, move] of snapshot.personal) keepMove(state, advisor, index, move);
  restoreItems(state, snapshot.items);
  return state;
}

/** Slots of the new table are the indices of the columns. */
function restoreItems(state: RouterState, columns: RouterSnapshot['items']): void {
  const { items, customers } = state;
  const count = columns.id.length;
  reserveSlots(items, count);
  for (const name of [
    'order',
    'arrived',
    'due',
    'group',
    'owner',
    'holder',
    'customer',
    'state',
    'stage',
  ] as const) {
    unpackNumbers(columns[name], NONE, items[name].subarray(0, count));
  }
  unpackNumbers(columns.movesAt, Number.POSITIVE_INFINITY, items.movesAt.subarray(0, count));
  for (let slot = 0; slot < count; slot++) {
    enterSlot(items, slot, columns.id[slot] as string);
    if (!state.groups[items.group[slot] as number]) throw invalidSnapshot('a message belongs to no group');
    const customer = items.customer[slot] as number;
    if (customer !== NONE) {
      items.nextOfCustomer[slot] = customers.head[customer] as number;
      customers.head[customer] = slot;
    }
    if (items.holder[slot] !== NONE) countInHand(state, slot);
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
