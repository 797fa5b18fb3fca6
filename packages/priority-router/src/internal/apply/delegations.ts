import { closePart, splitRequests } from '../../delegation/delegation.js';
import type { RequestPart } from '../../events.js';
import type { RouterFinding } from '../../findings.js';
import { watchExperts } from '../advance.js';
import { DELEGATED, IN_HAND, PAUSED, STATES, WAITING } from '../item-table.js';
import { closeItem, openItem, releaseHands } from '../open-item.js';
import { placeItem, setTimer, unplaceItem } from '../queues.js';
import { calendarOf, instantOf, type RouterState, weighedGroup } from '../state.js';
import { advisorUnknown, done, type Handlers, itemUnknown, wrongState } from './handler.js';

/** Requests that go to several experts, and their answers on the way back. */
export const delegationHandlers: Handlers<'delegated' | 'part-answered' | 'part-refused' | 'part-recalled'> =
  {
    delegated: (state, { item, parts, reserveMinutes }, atMs) => {
      const slot = state.items.slotOf.get(item);
      if (slot === undefined) return itemUnknown(item);
      const { items } = state;
      if (items.state[slot] === PAUSED) return wrongState(item, STATES[PAUSED]);
      if (state.partOf.has(item)) return wrongState(item, 'part');
      for (const { expert } of parts) {
        if ('advisor' in expert && !state.directory.byId.has(expert.advisor))
          return advisorUnknown(expert.advisor);
      }
      const earlier = state.delegations.get(slot);
      const { team } = weighedGroup(state, items.group[slot] as number).traits;
      const message = { item, dueAt: instantOf(items.due[slot] as number) };
      const delegation = splitRequests(message, parts, {
        at: instantOf(atMs),
        calendar: calendarOf(state, team),
        ...(reserveMinutes === undefined ? {} : { reserveMinutes }),
        ...(earlier ? { earlier } : {}),
      });
      if (items.state[slot] === WAITING) unplaceItem(state, slot);
      if (items.state[slot] === IN_HAND) releaseHands(state, slot);
      items.state[slot] = DELEGATED;
      state.delegations.set(slot, delegation);
      for (const part of parts) openPart(state, slot, part, atMs);
      settle(state, slot);
      return done;
    },
    'part-answered': (state, { item, part, text }, atMs) => close(state, item, part, 'answered', atMs, text),
    'part-refused': (state, { item, part, why }, atMs) => close(state, item, part, 'refused', atMs, why),
    'part-recalled': (state, { item, part }, atMs) => close(state, item, part, 'recalled', atMs),
  };

/** A part for somebody inside becomes a message of its own. */
function openPart(
  state: RouterState,
  parent: number,
  { part, expert, reason, skills }: RequestPart,
  atMs: number,
): void {
  const { items } = state;
  const id = `${items.ids[parent]}/${part}`;
  const old = items.slotOf.get(id);
  if (old !== undefined) closeItem(state, old);
  if ('external' in expert) return;
  const { traits } = weighedGroup(state, items.group[parent] as number);
  const team =
    'team' in expert
      ? expert.team
      : (state.directory.byId.get(expert.advisor)?.profile.teams[0] ?? traits.team);
  const dueAt = state.delegations.get(parent)?.parts.find((each) => each.part === part)?.dueAt;
  const customer = state.customers.ids[items.customer[parent] as number];
  const message = {
    ...traits,
    item: id,
    team,
    reason: reason ?? traits.reason,
    skills: skills ?? [],
    ...('advisor' in expert ? { owner: expert.advisor } : {}),
    ...(customer === undefined ? {} : { customer }),
    ...(dueAt ? { dueAt } : {}),
  };
  state.partOf.set(id, { parent: items.ids[parent] as string, part });
  openItem(state, message, atMs);
}

function close(
  state: RouterState,
  item: string,
  part: string,
  status: 'answered' | 'refused' | 'recalled',
  atMs: number,
  text?: string,
): readonly RouterFinding[] {
  const slot = state.items.slotOf.get(item);
  const delegation = slot === undefined ? undefined : state.delegations.get(slot);
  if (slot === undefined) return itemUnknown(item);
  const known = delegation?.parts.find((each) => each.part === part);
  if (!delegation || !known) {
    const params = { item, part };
    return [{ code: 'priority-router/part-unknown', outcome: 'failed', severity: 'warning', params }];
  }
  if (known.status === 'answered' || known.status === 'recalled')
    return wrongState(`${item}/${part}`, known.status);
  const closing = { at: instantOf(atMs), ...(text === undefined ? {} : { text }) };
  state.delegations.set(slot, closePart(delegation, part, status, closing));
  const child = state.items.slotOf.get(`${item}/${part}`);
  if (child !== undefined) closeItem(state, child);
  settle(state, slot);
  return done;
}

/** The message comes back to its owner when nothing is open any more, or when somebody refused; else it is watched. */
function settle(state: RouterState, slot: number): void {
  const { items } = state;
  const parts = state.delegations.get(slot)?.parts ?? [];
  const open = parts.some(({ status }) => status === 'open');
  const refused = parts.some(({ status }) => status === 'refused');
  if (items.state[slot] !== DELEGATED) return;
  if (open && !refused) {
    watchExperts(state, slot);
    return;
  }
  setTimer(state, slot, Number.POSITIVE_INFINITY);
  items.state[slot] = WAITING;
  placeItem(state, slot);
}
