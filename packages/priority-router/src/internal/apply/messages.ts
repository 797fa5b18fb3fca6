import { type GroupTraits, traitsOf } from '../groups.js';
import { IN_HAND, NONE, PAUSED, STATES, WAITING } from '../item-table.js';
import {
  changeItem,
  closeItem,
  openItem,
  promiseDue,
  releaseHands,
  slotsOfCustomer,
  takeInHand,
} from '../open-item.js';
import { placeItem, unplaceItem } from '../queues.js';
import { whyInList, whyNotInList, whyNotNow } from '../sources.js';
import { calendarOf, groupFor, openMsBetween, type RouterState, weighedGroup } from '../state.js';
import { advisorUnknown, done, type Handlers, itemUnknown, wrongState } from './handler.js';

/** Messages: how they come, change hands and go. */
export const messageHandlers: Handlers<
  | 'message-arrived'
  | 'message-classified'
  | 'message-withdrawn'
  | 'customer-changed'
  | 'taken'
  | 'handed-back'
  | 'answered'
  | 'reassigned'
  | 'paused'
  | 'resumed'
> = {
  'message-arrived': (state, event, atMs) => {
    const { item, owner } = event;
    if (state.items.slotOf.has(item) || state.closed.has(item)) {
      return [
        { code: 'priority-router/item-exists', outcome: 'failed', severity: 'warning', params: { item } },
      ];
    }
    openItem(state, event, atMs);
    // The message is in all the same: its team answers where the owner is not known.
    return owner !== undefined && !state.directory.byId.has(owner)
      ? [
          {
            code: 'priority-router/advisor-unknown',
            outcome: 'failed',
            severity: 'info',
            params: { advisor: owner },
          },
        ]
      : done;
  },

  'message-classified': (state, event) => {
    const slot = state.items.slotOf.get(event.item);
    if (slot === undefined) return itemUnknown(event.item);
    const { item: _item, type: _type, at: _at, seq: _seq, basis: _basis, ...traits } = event;
    retrait(state, slot, traits);
    return done;
  },

  'message-withdrawn': (state, { item }) => {
    const slot = state.items.slotOf.get(item);
    if (slot === undefined) return itemUnknown(item);
    for (const { part } of state.delegations.get(slot)?.parts ?? []) {
      const child = state.items.slotOf.get(`${item}/${part}`);
      if (child !== undefined) closeItem(state, child);
    }
    closeItem(state, slot);
    return done;
  },

  'customer-changed': (state, event) => {
    const { customer, owner, type: _type, at: _at, seq: _seq, ...traits } = event;
    const record = owner === undefined ? undefined : state.directory.byId.get(owner);
    if (owner !== undefined && !record) return advisorUnknown(owner);
    for (const slot of slotsOfCustomer(state, customer)) {
      if (state.partOf.has(state.items.ids[slot] as string)) continue;
      retrait(state, slot, traits);
      if (record) changeItem(state, slot, () => Object.assign(state.items.owner, { [slot]: record.index }));
    }
    return done;
  },

  taken: (state, { item, advisor }) => {
    const slot = state.items.slotOf.get(item);
    const record = state.directory.byId.get(advisor);
    if (slot === undefined) return itemUnknown(item);
    if (!record) return advisorUnknown(advisor);
    if (state.items.state[slot] !== WAITING)
      return wrongState(item, STATES[state.items.state[slot] as number] ?? '');
    const group = weighedGroup(state, state.items.group[slot] as number);
    const why = whyInList(state, record, slot)
      ? whyNotNow(state, record, group)
      : whyNotInList(state, record, slot);
    if (why?.code === 'priority-router/at-capacity') {
      return [
        {
          code: 'priority-router/over-capacity',
          outcome: 'failed',
          severity: 'warning',
          params: { item, advisor, ...why.params },
        },
      ];
    }
    if (why) {
      const params = { item, advisor, why: why.code };
      return [{ code: 'priority-router/not-eligible', outcome: 'failed', severity: 'warning', params }];
    }
    takeInHand(state, slot, record);
    return done;
  },

  'handed-back': (state, { item, advisor }) => {
    const slot = state.items.slotOf.get(item);
    if (slot === undefined) return itemUnknown(item);
    if (!isHeldBy(state, slot, advisor)) return wrongState(item, 'not-held');
    releaseHands(state, slot);
    state.items.state[slot] = WAITING;
    placeItem(state, slot);
    return done;
  },

  answered: (state, { item, advisor }) => {
    const slot = state.items.slotOf.get(item);
    if (slot === undefined) return itemUnknown(item);
    if (!state.directory.byId.has(advisor)) return advisorUnknown(advisor);
    if (state.partOf.has(item)) return wrongState(item, 'part');
    if (state.delegations.get(slot)?.parts.some(({ status }) => status === 'open' || status === 'refused')) {
      return wrongState(item, 'parts-missing');
    }
    if (state.items.state[slot] !== IN_HAND || !isHeldBy(state, slot, advisor))
      return wrongState(item, 'not-held');
    closeItem(state, slot);
    return done;
  },

  reassigned: (state, { item, owner, team }) => {
    const slot = state.items.slotOf.get(item);
    const record = owner === undefined ? undefined : state.directory.byId.get(owner);
    if (slot === undefined) return itemUnknown(item);
    if (owner !== undefined && !record) return advisorUnknown(owner);
    const { items } = state;
    if (items.state[slot] === WAITING) unplaceItem(state, slot);
    if (items.state[slot] === IN_HAND) {
      releaseHands(state, slot);
      items.state[slot] = WAITING;
    }
    items.owner[slot] = record?.index ?? NONE;
    if (team !== undefined) retrait(state, slot, { team }, false);
    if (items.state[slot] === WAITING) placeItem(state, slot);
    return done;
  },

  paused: (state, { item }, atMs) => {
    const slot = state.items.slotOf.get(item);
    if (slot === undefined) return itemUnknown(item);
    const now = state.items.state[slot];
    if (now !== WAITING && now !== IN_HAND) return wrongState(item, STATES[now as number] ?? '');
    if (now === WAITING) unplaceItem(state, slot);
    releaseHands(state, slot);
    state.items.state[slot] = PAUSED;
    state.items.pausedSince.set(slot, Math.max(atMs, state.items.arrived[slot] as number));
    return done;
  },

  resumed: (state, { item }, atMs) => {
    const slot = state.items.slotOf.get(item);
    if (slot === undefined) return itemUnknown(item);
    const { items } = state;
    const since = items.pausedSince.get(slot);
    if (since === undefined) return wrongState(item, STATES[items.state[slot] as number] ?? '');
    const { traits } = weighedGroup(state, items.group[slot] as number);
    const paused = openMsBetween(calendarOf(state, traits.team), since, Math.max(since, atMs));
    items.pausedMs.set(slot, (items.pausedMs.get(slot) ?? 0) + paused);
    items.pausedSince.delete(slot);
    items.state[slot] = WAITING;
    promiseDue(state, slot);
    placeItem(state, slot);
    return done;
  },
};

/** Gives a message other traits, and with them another promise and place. */
function retrait(
  state: RouterState,
  slot: number,
  traits: Partial<{ -readonly [Key in keyof GroupTraits]: GroupTraits[Key] | undefined }>,
  placed = true,
): void {
  const { items } = state;
  const now = weighedGroup(state, items.group[slot] as number).traits;
  const known = Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== undefined));
  const group = groupFor(state, traitsOf({ ...now, ...known, item: '' }));
  const change = (): void => {
    items.group[slot] = group;
    promiseDue(state, slot);
  };
  if (placed) changeItem(state, slot, change);
  else change();
}

function isHeldBy(state: RouterState, slot: number, advisor: string): boolean {
  return state.directory.records[state.items.holder[slot] as number]?.id === advisor;
}
