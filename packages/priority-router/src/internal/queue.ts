import type { SlotHeap } from './heap.js';

/** Messages that wait in one place, a heap for each group. */
export interface Queue {
  readonly kind: 'home' | 'pool';
  /** Whose home it is, or -1. */
  readonly advisor: number;
  readonly heaps: Map<number, GroupHeap>;
}

/** The messages of one group in one place. */
export interface GroupHeap {
  readonly group: number;
  readonly heap: SlotHeap;
  /** The slopes it is ordered by; where the group has others by now it is put in order before it is read. */
  waiting: number;
  late: number;
  inOrder: boolean;
}
