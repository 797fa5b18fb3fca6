import { timestampMs } from '@dossierkit/core';
import type { RouterFinding } from '../../findings.js';
import { WAITING } from '../item-table.js';
import { keepMove } from '../open-item.js';
import { whyInList, whyNotInList } from '../sources.js';
import type { PersonalMove, RouterState } from '../state.js';
import { advisorUnknown, done, type Handlers, itemUnknown } from './handler.js';

const UNMOVED: PersonalMove = { pinned: 0, points: 0, snoozedUntil: 0 };

/** The advisor's own order, within what the strategy allows. */
export const personalHandlers: Handlers<'pinned' | 'moved' | 'snoozed' | 'released'> = {
  pinned: (state, { item, advisor }) => {
    const limit = state.strategy.personal.maxPinned;
    return move(state, item, advisor, limit, (old, moves) => {
      const others = [...moves.values()].filter((each) => each !== old && each.pinned > 0).length;
      return others >= limit ? null : { ...old, pinned: old.pinned || ++state.pins };
    });
  },

  moved: (state, { item, advisor, points }) => {
    const limit = state.strategy.personal.maxPoints;
    return move(state, item, advisor, limit, (old) =>
      Math.abs(points) <= limit ? { ...old, points } : null,
    );
  },

  snoozed: (state, { item, advisor, until }) =>
    move(state, item, advisor, state.strategy.personal.maxMoved, (old) => ({
      ...old,
      snoozedUntil: timestampMs(until),
    })),

  released: (state, { item, advisor }) => {
    const slot = state.items.slotOf.get(item);
    const record = state.directory.byId.get(advisor);
    if (slot === undefined) return itemUnknown(item);
    if (!record) return advisorUnknown(advisor);
    state.personal.get(record.index)?.delete(slot);
    return done;
  },
};

function move(
  state: RouterState,
  item: string,
  advisor: string,
  limit: number,
  change: (old: PersonalMove, moves: ReadonlyMap<number, PersonalMove>) => PersonalMove | null,
): readonly RouterFinding[] {
  const slot = state.items.slotOf.get(item);
  const record = state.directory.byId.get(advisor);
  if (slot === undefined) return itemUnknown(item);
  if (!record) return advisorUnknown(advisor);
  if (state.items.state[slot] !== WAITING || !whyInList(state, record, slot)) {
    const params = { item, advisor, why: whyNotInList(state, record, slot).code };
    return [{ code: 'priority-router/not-eligible', outcome: 'failed', severity: 'warning', params }];
  }
  const moves = state.personal.get(record.index) ?? new Map<number, PersonalMove>();
  const { maxMoved } = state.strategy.personal;
  const full = !moves.has(slot) && moves.size >= maxMoved;
  const moved = full ? null : change(moves.get(slot) ?? UNMOVED, moves);
  if (!moved) {
    const params = { item, advisor, limit: full ? maxMoved : limit };
    return [{ code: 'priority-router/personal-limit', outcome: 'failed', severity: 'warning', params }];
  }
  if (moved.pinned === 0 && moved.points === 0 && moved.snoozedUntil === 0) moves.delete(slot);
  else keepMove(state, record.index, slot, moved);
  return done;
}
