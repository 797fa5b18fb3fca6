import { silentParts } from '../delegation/delegation.js';
import type { RouterFinding } from '../findings.js';
import type { AdvisorView, ItemView, ListedItem, RouterFigures } from '../views.js';
import { type AdvisorRecord, leaveAt, standInFor } from './directory.js';
import { FREE, PAUSED, STATES } from './item-table.js';
import { instantOf, type RouterState, weighedGroup } from './state.js';

/** A message at its place in a list. */
export function listed(
  state: RouterState,
  slot: number,
  score: number,
  move: { readonly pinned: number; readonly points: number } | undefined,
): ListedItem {
  const { items, directory } = state;
  const due = items.due[slot] as number;
  return {
    item: items.ids[slot] as string,
    score,
    dueAt: instantOf(due),
    late: due < state.now,
    owner: directory.records[items.owner[slot] as number]?.id ?? null,
    own: move ? { pinned: move.pinned > 0, points: move.points } : null,
  };
}

export function viewOf(state: RouterState, slot: number): ItemView {
  const { items, directory } = state;
  const { traits } = weighedGroup(state, items.group[slot] as number);
  return {
    item: items.ids[slot] as string,
    state: STATES[items.state[slot] as number] ?? 'waiting',
    owner: directory.records[items.owner[slot] as number]?.id ?? null,
    holder: directory.records[items.holder[slot] as number]?.id ?? null,
    team: traits.team,
    branch: state.branches.get(traits.team) ?? null,
    reason: traits.reason,
    channel: traits.channel,
    arrivedAt: instantOf(items.arrived[slot] as number),
    dueAt: instantOf(items.due[slot] as number),
    pausedMs: items.pausedMs.get(slot) ?? 0,
  };
}

/** Messages that are late by then, and whose clock runs, the most urgent first. */
export function endangered(state: RouterState, horizon: number): readonly RouterFinding[] {
  const { items } = state;
  const slots: number[] = [];
  for (const slot of items.slotOf.values()) {
    if ((items.due[slot] as number) <= horizon && !items.pausedSince.has(slot)) slots.push(slot);
  }
  slots.sort(
    (a, b) =>
      (items.due[a] as number) - (items.due[b] as number) ||
      (items.order[a] as number) - (items.order[b] as number),
  );
  return slots.map((slot) => {
    const due = items.due[slot] as number;
    const params = { item: items.ids[slot] as string, dueAt: instantOf(due), late: due < state.now };
    return { code: 'priority-router/promise-at-risk', outcome: 'failed', severity: 'warning', params };
  });
}

/** Requests whose experts should have answered by now, longest silent first. */
export function silentExperts(state: RouterState): readonly RouterFinding[] {
  const at = instantOf(state.now);
  const silent = [...state.delegations.values()].flatMap((delegation) =>
    silentParts(delegation, at).map(({ part, dueAt }) => ({ item: delegation.item, part, dueAt })),
  );
  silent.sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  return silent.map((params) => ({
    code: 'priority-router/expert-silent',
    outcome: 'failed',
    severity: 'warning',
    params,
  }));
}

export function advisorView(state: RouterState, record: AdvisorRecord): AdvisorView {
  const { directory, now } = state;
  const leave = leaveAt(record, now);
  return {
    advisor: record.id,
    state: leave ? 'on-leave' : record.available ? 'present' : 'away',
    until: leave ? instantOf(leave.until) : null,
    standIn: standInFor(directory, record, now)?.id ?? null,
    inHand: record.open,
    load: record.load,
    capacity: record.profile.capacity ?? null,
  };
}

export function figuresOf(state: RouterState): RouterFigures {
  const { items, now } = state;
  const counts = STATES.map(() => 0);
  let late = 0;
  for (let slot = 0; slot < items.ids.length; slot++) {
    const is = items.state[slot] as number;
    if (is === FREE) continue;
    counts[is] = (counts[is] as number) + 1;
    if (is !== PAUSED && (items.due[slot] as number) < now) late++;
  }
  const [waiting = 0, inHand = 0, paused = 0, delegated = 0] = counts;
  return { open: waiting + inHand + paused + delegated, waiting, inHand, paused, delegated, late };
}
