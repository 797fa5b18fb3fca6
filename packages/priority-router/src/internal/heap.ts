/** A binary heap of slots in a growing typed array. Where each slot stands is kept in `position`, so any can leave. */
export interface SlotHeap {
  entries: Int32Array;
  size: number;
}

/** Whether slot `a` comes before slot `b`. A total order. */
export type Before = (a: number, b: number) => boolean;

export function createHeap(): SlotHeap {
  return { entries: new Int32Array(4), size: 0 };
}

/** Adds at the end without putting in order; {@link heapify} has to follow before anything is read. */
export function appendSlot(heap: SlotHeap, slot: number, position: Int32Array): void {
  if (heap.size === heap.entries.length) {
    const grown = new Int32Array(Math.ceil(heap.size * 1.25));
    grown.set(heap.entries);
    heap.entries = grown;
  }
  heap.entries[heap.size] = slot;
  position[slot] = heap.size++;
}

export function pushSlot(heap: SlotHeap, slot: number, position: Int32Array, before: Before): void {
  appendSlot(heap, slot, position);
  siftUp(heap, heap.size - 1, position, before);
}

/** Takes a slot out that is in the heap. */
export function removeSlot(heap: SlotHeap, slot: number, position: Int32Array, before: Before): void {
  const index = position[slot] as number;
  const moved = heap.entries[--heap.size] as number;
  position[slot] = -1;
  if (moved === slot) return;
  heap.entries[index] = moved;
  position[moved] = index;
  siftUp(heap, index, position, before);
  siftDown(heap, position[moved] as number, position, before);
}

/** Puts all entries in order, in linear time. */
export function heapify(heap: SlotHeap, position: Int32Array, before: Before): void {
  for (let index = (heap.size >>> 1) - 1; index >= 0; index--) siftDown(heap, index, position, before);
}

function siftUp(heap: SlotHeap, from: number, position: Int32Array, before: Before): void {
  const { entries } = heap;
  const slot = entries[from] as number;
  let index = from;
  while (index > 0) {
    const parent = (index - 1) >>> 1;
    const above = entries[parent] as number;
    if (!before(slot, above)) break;
    entries[index] = above;
    position[above] = index;
    index = parent;
  }
  entries[index] = slot;
  position[slot] = index;
}

function siftDown(heap: SlotHeap, from: number, position: Int32Array, before: Before): void {
  const { entries, size } = heap;
  const slot = entries[from] as number;
  let index = from;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= size) break;
    if (child + 1 < size && before(entries[child + 1] as number, entries[child] as number)) child++;
    const below = entries[child] as number;
    if (!before(below, slot)) break;
    entries[index] = below;
    position[below] = index;
    index = child;
  }
  entries[index] = slot;
  position[slot] = index;
}
