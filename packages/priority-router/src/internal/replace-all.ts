import { watchExperts } from './advance.js';
import { DELEGATED, NONE, WAITING } from './item-table.js';
import { promiseDue } from './open-item.js';
import { placeItem } from './queues.js';
import type { RouterState } from './state.js';

/** Promises and stages may be others: everything is due and placed anew. Pauses stay counted. */
export function replaceAll(state: RouterState): void {
  for (const queue of state.queues) queue.heaps.clear();
  state.timers.size = 0;
  state.relaxed.clear();
  const { items } = state;
  for (const slot of items.slotOf.values()) {
    items.queue[slot] = items.position[slot] = items.timerPosition[slot] = NONE;
    promiseDue(state, slot);
    if (items.state[slot] === WAITING) placeItem(state, slot);
    if (items.state[slot] === DELEGATED) watchExperts(state, slot);
  }
}
