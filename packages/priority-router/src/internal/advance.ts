import { timestampMs } from '@dossierkit/core';
import { DELEGATED, WAITING } from './item-table.js';
import { placeItem, setTimer, unplaceItem } from './queues.js';
import { addOpenMs, calendarOf, instantOf, type RouterState, weighedGroup } from './state.js';

/**
 * Lets time pass: messages whose time with the owner is over, or whose demands are given up, move on, and those whose
 * experts are silent come back.
 */
export function advance(state: RouterState, now: number): void {
  if (now <= state.now) return;
  state.now = now;
  const { timers, items } = state;
  while (timers.size > 0) {
    const slot = timers.entries[0] as number;
    if ((items.movesAt[slot] as number) > now) break;
    if (items.state[slot] === DELEGATED) escalate(state, slot);
    else {
      unplaceItem(state, slot);
      placeItem(state, slot);
    }
  }
}

/** Watches over the experts of a message that waits for them: the first who is silent for too long brings it back. */
export function watchExperts(state: RouterState, slot: number): void {
  setTimer(state, slot, silentFrom(state, slot));
}

/** When the silence of an expert brings a message back; a second time, if it was given to experts once more. */
function silentFrom(state: RouterState, slot: number): number {
  const { team } = weighedGroup(state, state.items.group[slot] as number).traits;
  const graceMs = state.strategy.escalateAfterMinutes * 60_000;
  let first = Number.POSITIVE_INFINITY;
  for (const { status, dueAt, escalatedAt = dueAt } of state.delegations.get(slot)?.parts ?? []) {
    if (status !== 'open') continue;
    const since = Math.max(timestampMs(dueAt), timestampMs(escalatedAt));
    first = Math.min(first, addOpenMs(calendarOf(state, team), since, graceMs));
  }
  return first;
}

function escalate(state: RouterState, slot: number): void {
  const delegation = state.delegations.get(slot);
  // The moment it was set for, not the one at which somebody happened to look: the same events give the same state.
  const at = instantOf(state.items.movesAt[slot] as number);
  setTimer(state, slot, Number.POSITIVE_INFINITY);
  if (delegation) {
    const parts = delegation.parts.map((part) =>
      part.status === 'open' && part.dueAt <= at ? { ...part, escalatedAt: at } : part,
    );
    state.delegations.set(slot, { ...delegation, parts });
  }
  state.items.state[slot] = WAITING;
  placeItem(state, slot);
}
