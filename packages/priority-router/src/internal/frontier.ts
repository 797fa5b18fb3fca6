import type { GroupHeap } from './queue.js';
import { cameBefore, orderedHeap, scoreOf } from './queues.js';
import { type RouterState, weighedGroup } from './state.js';

/** A message as it stands in somebody's list. */
export interface Candidate {
  readonly slot: number;
  readonly score: number;
}

interface Head extends Candidate {
  readonly entry: GroupHeap;
  readonly index: number;
}

/** A heap over the heads of other heaps. */
export class Frontier {
  readonly #state: RouterState;
  readonly #heads: Head[] = [];

  constructor(state: RouterState) {
    this.#state = state;
  }

  open(entry: GroupHeap, index: number): void {
    const heap = orderedHeap(this.#state, entry);
    if (index >= heap.size) return;
    const slot = heap.entries[index] as number;
    const group = weighedGroup(this.#state, entry.group);
    const head = { slot, score: scoreOf(this.#state.items, group, slot, this.#state.now), entry, index };
    let at = this.#heads.push(head) - 1;
    while (at > 0) {
      const parent = (at - 1) >>> 1;
      const above = this.#heads[parent] as Head;
      if (!isBetter(this.#state, head, above)) break;
      this.#heads[at] = above;
      at = parent;
    }
    this.#heads[at] = head;
  }

  pop(): Head | undefined {
    const heads = this.#heads;
    const best = heads[0];
    const last = heads.pop();
    if (!best || !last || heads.length === 0) return best;
    let at = 0;
    for (let child = 1; child < heads.length; child = 2 * at + 1) {
      const right = heads[child + 1];
      if (right && isBetter(this.#state, right, heads[child] as Head)) child++;
      const below = heads[child] as Head;
      if (!isBetter(this.#state, below, last)) break;
      heads[at] = below;
      at = child;
    }
    heads[at] = last;
    return best;
  }
}

/** Higher score first; between equals the older message. */
export function isBetter(state: RouterState, a: Candidate, b: Candidate): boolean {
  return a.score === b.score ? cameBefore(state.items, a.slot, b.slot) : a.score > b.score;
}
