/** How a message stands. */
export const WAITING = 0;
export const IN_HAND = 1;
export const PAUSED = 2;
export const DELEGATED = 3;
/** A slot that no message has. */
export const FREE = 255;
export const STATES = ['waiting', 'in-hand', 'paused', 'delegated'] as const;

/** No advisor, no queue, no position, no customer. */
export const NONE = -1;

/** Every open message, column by column: a million of them fit where a million objects would not. */
export interface ItemTable {
  readonly slotOf: Map<string, number>;
  ids: string[];
  /** Order of arrival; decides between equal scores. */
  order: Uint32Array;
  arrived: Float64Array;
  due: Float64Array;
  /** When it moves on by itself: to the pool, or to lower demands. */
  movesAt: Float64Array;
  group: Int32Array;
  owner: Int32Array;
  holder: Int32Array;
  customer: Int32Array;
  nextOfCustomer: Int32Array;
  queue: Int32Array;
  position: Int32Array;
  timerPosition: Int32Array;
  state: Uint8Array;
  stage: Uint8Array;
  readonly free: number[];
  /** Open ms for which the clock stood still so far; most messages have none. */
  readonly pausedMs: Map<number, number>;
  /** Since when the clock stands still. */
  readonly pausedSince: Map<number, number>;
  /** Slots whose due time was agreed on, not promised by the strategy. */
  readonly fixedDue: Set<number>;
}

export function createItemTable(): ItemTable {
  const table = {
    slotOf: new Map<string, number>(),
    ids: [],
    free: [],
    pausedMs: new Map<number, number>(),
    pausedSince: new Map<number, number>(),
    fixedDue: new Set<number>(),
  };
  return { ...table, ...columns(16) };
}

/** A slot for a new message. Columns may be replaced by longer ones: read them from the table, do not keep them. */
export function allocateSlot(items: ItemTable, id: string): number {
  const slot = items.free.pop() ?? items.ids.length;
  if (slot >= items.arrived.length) grow(items, Math.ceil(items.arrived.length * 1.25));
  enterSlot(items, slot, id);
  items.holder[slot] = items.owner[slot] = items.customer[slot] = NONE;
  items.state[slot] = items.stage[slot] = 0;
  return slot;
}

/** Makes room for so many messages in an empty table. */
export function reserveSlots(items: ItemTable, count: number): void {
  if (count > items.arrived.length) grow(items, count);
}

/** Enters a message that stands in no queue yet, and is in no customer's list. */
export function enterSlot(items: ItemTable, slot: number, id: string): void {
  items.ids[slot] = id;
  items.slotOf.set(id, slot);
  items.queue[slot] = items.position[slot] = items.timerPosition[slot] = items.nextOfCustomer[slot] = NONE;
}

export function freeSlot(items: ItemTable, slot: number): void {
  items.slotOf.delete(items.ids[slot] as string);
  items.ids[slot] = '';
  items.state[slot] = FREE;
  items.pausedMs.delete(slot);
  items.pausedSince.delete(slot);
  items.fixedDue.delete(slot);
  items.free.push(slot);
}

type Columns = Omit<ItemTable, 'slotOf' | 'ids' | 'free' | 'pausedMs' | 'pausedSince' | 'fixedDue'>;

function columns(length: number): Columns {
  return {
    order: new Uint32Array(length),
    arrived: new Float64Array(length),
    due: new Float64Array(length),
    movesAt: new Float64Array(length),
    group: new Int32Array(length),
    owner: new Int32Array(length),
    holder: new Int32Array(length),
    customer: new Int32Array(length),
    nextOfCustomer: new Int32Array(length),
    queue: new Int32Array(length),
    position: new Int32Array(length),
    timerPosition: new Int32Array(length),
    state: new Uint8Array(length),
    stage: new Uint8Array(length),
  };
}

function grow(items: ItemTable, length: number): void {
  const longer = columns(length);
  for (const name of Object.keys(longer) as (keyof Columns)[]) longer[name].set(items[name]);
  Object.assign(items, longer);
}
