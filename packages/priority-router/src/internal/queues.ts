import type { Group } from './groups.js';
import { appendSlot, type Before, createHeap, heapify, pushSlot, removeSlot, type SlotHeap } from './heap.js';
import { type ItemTable, NONE } from './item-table.js';
import type { GroupHeap, Queue } from './queue.js';
import {
  calendarOf,
  openMsBetween,
  queuedGroup,
  type RouterState,
  subtractOpenMs,
  weighedGroup,
} from './state.js';

const HOUR_MS = 3_600_000;

/** Where an advisor's own messages wait. */
function homeOf(state: RouterState, advisor: number): number {
  const known = state.homes[advisor] ?? NONE;
  if (known !== NONE) return known;
  const index = addQueue(state, { kind: 'home', advisor });
  state.homes[advisor] = index;
  return index;
}

/** Where everybody of a team finds a group's messages, or everybody of a branch. */
function poolOf(state: RouterState, group: Group): number {
  if (group.pool !== NONE) return group.pool;
  const key = poolKey(group.traits);
  group.pool = state.pools.get(key) ?? addQueue(state, { kind: 'pool', advisor: NONE });
  state.pools.set(key, group.pool);
  return group.pool;
}

/** The name of the pool of a team, or of a branch once the team was given up. */
export function poolKey({ team, branch }: { readonly team: string; readonly branch: string }): string {
  return branch === '' ? `team ${team}` : `branch ${branch}`;
}

function addQueue(state: RouterState, queue: Omit<Queue, 'heaps'>): number {
  // Whoever looks after homes has to learn that there is one more.
  state.directory.edition++;
  return state.queues.push({ ...queue, heaps: new Map() }) - 1;
}

/** What a message scores at a moment. The same additions, in the same order, as its explanation shows. */
export function scoreOf(items: ItemTable, group: Group, slot: number, now: number): number {
  return (
    group.base +
    (group.waiting * (now - (items.arrived[slot] as number))) / HOUR_MS +
    (group.late * (now - (items.due[slot] as number))) / HOUR_MS
  );
}

/** Puts a waiting message where it belongs at the moment: with its owner, or in the pool of its team. */
export function placeItem(state: RouterState, slot: number): void {
  settleStage(state, slot);
  enterQueue(state, slot, true);
}

/** Puts a message whose stage is known into its queue. Out of order is quicker for many; timers are then put in order once. */
export function enterQueue(state: RouterState, slot: number, inOrder: boolean): void {
  const { items } = state;
  const group = queuedGroup(state, slot);
  const owner = items.owner[slot] as number;
  const atHome = owner !== NONE && !state.stages[items.stage[slot] as number]?.overflowed;
  const queue = atHome ? homeOf(state, owner) : poolOf(state, state.groups[group] as Group);
  items.queue[slot] = queue;
  const heaps = (state.queues[queue] as Queue).heaps;
  let entry = heaps.get(group);
  if (!entry) {
    const { waiting, late } = weighedGroup(state, group);
    entry = { group, heap: createHeap(), waiting, late, inOrder: true };
    heaps.set(group, entry);
  }
  if (inOrder && isFresh(state, entry)) pushSlot(entry.heap, slot, items.position, beforeIn(items, entry));
  else {
    appendSlot(entry.heap, slot, items.position);
    entry.inOrder = false;
  }
  if (inOrder) setTimer(state, slot, items.movesAt[slot] as number);
  else appendTimer(state, slot);
}

/** Lets a message that does not wait in a queue be heard of again at a moment, or never. */
export function setTimer(state: RouterState, slot: number, atMs: number): void {
  const { items } = state;
  if (items.timerPosition[slot] !== NONE) {
    removeSlot(state.timers, slot, items.timerPosition, timerBefore(items));
  }
  items.movesAt[slot] = atMs;
  if (atMs < Number.POSITIVE_INFINITY) pushSlot(state.timers, slot, items.timerPosition, timerBefore(items));
}

/** Enters a timer without putting it in order; {@link orderTimers} has to follow. */
export function appendTimer(state: RouterState, slot: number): void {
  if ((state.items.movesAt[slot] as number) < Number.POSITIVE_INFINITY) {
    appendSlot(state.timers, slot, state.items.timerPosition);
  }
}

export function orderTimers(state: RouterState): void {
  heapify(state.timers, state.items.timerPosition, timerBefore(state.items));
}

/** Takes a message out of the place where it waits. */
export function unplaceItem(state: RouterState, slot: number): void {
  const { items } = state;
  const queue = state.queues[items.queue[slot] as number];
  if (queue) {
    const group = queuedGroup(state, slot);
    const entry = queue.heaps.get(group) as GroupHeap;
    const fresh = isFresh(state, entry);
    removeSlot(entry.heap, slot, items.position, fresh ? beforeIn(items, entry) : never);
    if (!fresh) entry.inOrder = false;
    if (entry.heap.size === 0) queue.heaps.delete(group);
    items.queue[slot] = NONE;
  }
  setTimer(state, slot, Number.POSITIVE_INFINITY);
}

/** The heap of a group with its best message on top. */
export function orderedHeap(state: RouterState, entry: GroupHeap): SlotHeap {
  if (!isFresh(state, entry)) {
    const { waiting, late } = state.groups[entry.group] as Group;
    Object.assign(entry, { waiting, late, inOrder: true });
    heapify(entry.heap, state.items.position, beforeIn(state.items, entry));
  }
  return entry.heap;
}

/** Slopes in the same proportion give the same order. */
function isFresh(state: RouterState, entry: GroupHeap): boolean {
  const { waiting, late } = weighedGroup(state, entry.group);
  const same =
    waiting * entry.late === late * entry.waiting && waiting + late > 0 === entry.waiting + entry.late > 0;
  return entry.inOrder && same;
}

function settleStage(state: RouterState, slot: number): void {
  const { items, marks } = state;
  items.stage[slot] = 0;
  items.movesAt[slot] = Number.POSITIVE_INFINITY;
  for (const { share } of marks) {
    const at = markTime(state, slot, share);
    if (at > state.now) {
      items.movesAt[slot] = at;
      return;
    }
    items.stage[slot] = (items.stage[slot] as number) + 1;
  }
}

/** When a share of the promised time is left. */
export function markTime(state: RouterState, slot: number, share: number): number {
  if (share >= 1) return Number.NEGATIVE_INFINITY;
  const { items } = state;
  const due = items.due[slot] as number;
  if (share === 0) return due;
  const group = weighedGroup(state, items.group[slot] as number);
  const calendar = calendarOf(state, group.traits.team);
  const budget = items.fixedDue.has(slot)
    ? Math.max(0, openMsBetween(calendar, items.arrived[slot] as number, due))
    : group.promiseMs;
  return subtractOpenMs(calendar, due, budget * share);
}

function beforeIn(items: ItemTable, { waiting, late }: GroupHeap): Before {
  return (a, b) => {
    const difference =
      waiting * ((items.arrived[a] as number) - (items.arrived[b] as number)) +
      late * ((items.due[a] as number) - (items.due[b] as number));
    return difference === 0 ? cameBefore(items, a, b) : difference < 0;
  };
}

/** Between equal scores the older message comes first, then the one that the router heard of first. */
export function cameBefore(items: ItemTable, a: number, b: number): boolean {
  const difference = (items.arrived[a] as number) - (items.arrived[b] as number);
  return difference === 0 ? (items.order[a] as number) < (items.order[b] as number) : difference < 0;
}

function timerBefore(items: ItemTable): Before {
  return (a, b) => {
    const difference = (items.movesAt[a] as number) - (items.movesAt[b] as number);
    return difference === 0 ? (items.order[a] as number) < (items.order[b] as number) : difference < 0;
  };
}

const never: Before = () => false;
