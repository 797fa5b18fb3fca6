import type { Message } from '../events.js';
import type { AdvisorRecord } from './directory.js';
import { traitsOf } from './groups.js';
import { readInstant } from './instants.js';
import { allocateSlot, freeSlot, IN_HAND, NONE, WAITING } from './item-table.js';
import { placeItem, unplaceItem } from './queues.js';
import {
  addOpenMs,
  calendarOf,
  groupFor,
  type PersonalMove,
  type RouterState,
  weighedGroup,
} from './state.js';

/** Enters a message. The caller has made sure that none of its name is open. */
export function openItem(state: RouterState, message: Message, atMs: number): number {
  const { items, directory } = state;
  const slot = allocateSlot(items, message.item);
  items.order[slot] = ++state.arrivals;
  items.arrived[slot] = message.receivedAt ? readInstant(message.receivedAt) : atMs;
  items.group[slot] = groupFor(state, traitsOf(message));
  items.owner[slot] = message.owner === undefined ? NONE : (directory.byId.get(message.owner)?.index ?? NONE);
  if (message.customer !== undefined) linkCustomer(state, slot, message.customer);
  if (message.dueAt) {
    items.fixedDue.add(slot);
    items.due[slot] = readInstant(message.dueAt);
  } else promiseDue(state, slot);
  placeItem(state, slot);
  return slot;
}

/** Computes the due time out of the promise and the pauses so far. */
export function promiseDue(state: RouterState, slot: number): void {
  const { items } = state;
  if (items.fixedDue.has(slot)) return;
  const { promiseMs, traits } = weighedGroup(state, items.group[slot] as number);
  const open = promiseMs + (items.pausedMs.get(slot) ?? 0);
  items.due[slot] = addOpenMs(calendarOf(state, traits.team), items.arrived[slot] as number, open);
}

/** Changes what decides about a message's place, wherever it waits. */
export function changeItem(state: RouterState, slot: number, change: () => void): void {
  const waits = state.items.state[slot] === WAITING;
  if (waits) unplaceItem(state, slot);
  change();
  if (waits) placeItem(state, slot);
}

/** Removes a message for good. */
export function closeItem(state: RouterState, slot: number): void {
  const { items } = state;
  const id = items.ids[slot] as string;
  unplaceItem(state, slot);
  releaseHands(state, slot);
  unlinkCustomer(state, slot);
  for (const advisor of state.movers.get(slot) ?? []) state.personal.get(advisor)?.delete(slot);
  state.movers.delete(slot);
  state.delegations.delete(slot);
  state.partOf.delete(id);
  freeSlot(items, slot);
  state.closed.add(id);
}

/** Keeps what an advisor did to a message, until it is closed or they take it back. */
export function keepMove(state: RouterState, advisor: number, slot: number, move: PersonalMove): void {
  const moves = state.personal.get(advisor) ?? new Map<number, PersonalMove>();
  state.personal.set(advisor, moves.set(slot, move));
  const movers = state.movers.get(slot) ?? [];
  if (!movers.includes(advisor)) state.movers.set(slot, [...movers, advisor]);
}

/** Puts a message into somebody's hands. */
export function takeInHand(state: RouterState, slot: number, advisor: AdvisorRecord): void {
  const { items } = state;
  unplaceItem(state, slot);
  items.state[slot] = IN_HAND;
  items.holder[slot] = advisor.index;
  advisor.lastTurn = ++state.turns;
  const limit = state.strategy.assignmentLimit;
  if (limit) {
    const since = state.now - limit.windowMinutes * 60_000;
    advisor.assignedAt = [...advisor.assignedAt.filter((at) => at > since), state.now];
  }
  countLoad(state, slot, advisor, 1);
}

/** Takes a message out of the hands it is in. Its next state is the caller's to set. */
export function releaseHands(state: RouterState, slot: number): void {
  const { items } = state;
  const holder = state.directory.records[items.holder[slot] as number];
  items.holder[slot] = NONE;
  if (holder) countLoad(state, slot, holder, -1);
}

function countLoad(state: RouterState, slot: number, advisor: AdvisorRecord, sign: 1 | -1): void {
  const { load, traits } = weighedGroup(state, state.items.group[slot] as number);
  advisor.open += sign;
  advisor.load += sign * load;
  advisor.loadByChannel.set(traits.channel, (advisor.loadByChannel.get(traits.channel) ?? 0) + sign * load);
}

function linkCustomer(state: RouterState, slot: number, customer: string): void {
  const { customers, items } = state;
  let index = customers.byId.get(customer);
  if (index === undefined) {
    index = customers.ids.push(customer) - 1;
    customers.byId.set(customer, index);
    customers.head.push(NONE);
  }
  items.customer[slot] = index;
  items.nextOfCustomer[slot] = customers.head[index] as number;
  customers.head[index] = slot;
}

function unlinkCustomer(state: RouterState, slot: number): void {
  const { customers, items } = state;
  const index = items.customer[slot] as number;
  if (index === NONE) return;
  const after = items.nextOfCustomer[slot] as number;
  if (customers.head[index] === slot) {
    customers.head[index] = after;
    return;
  }
  let before = customers.head[index] as number;
  while (items.nextOfCustomer[before] !== slot) before = items.nextOfCustomer[before] as number;
  items.nextOfCustomer[before] = after;
}

/** The open messages of a customer. */
export function slotsOfCustomer(state: RouterState, customer: string): readonly number[] {
  const index = state.customers.byId.get(customer);
  const slots: number[] = [];
  if (index === undefined) return slots;
  for (let slot = state.customers.head[index] as number; slot !== NONE; ) {
    slots.push(slot);
    slot = state.items.nextOfCustomer[slot] as number;
  }
  return slots;
}
