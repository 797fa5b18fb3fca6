import { assignOptimally } from '../assign-optimally.js';
import { type Assignment, isHandedOut } from './assign.js';
import type { AdvisorRecord } from './directory.js';
import { type Candidate, isBetter } from './frontier.js';
import { WAITING } from './item-table.js';
import { scoreOf } from './queues.js';
import { whyInList, whyNotNow } from './sources.js';
import { queuedGroup, type RouterState, weighedGroup } from './state.js';

/** What a wave weighs against each other, in points of the strategy's scores. */
export interface WaveOptions {
  /** What it is worth that a message goes to its owner. Default 10. */
  readonly ownPoints?: number;
  /** What each further message of one advisor costs, so that the load is spread. Default 1. */
  readonly spreadPoints?: number;
  /** At most so many messages, the best first. Default 500. */
  readonly limit?: number;
}

interface Seat {
  readonly advisor: AdvisorRecord;
  /** Only messages of this channel; any where it is null. */
  readonly channel: string | null;
  readonly number: number;
}

/** Hands out what waits so that the sum over all pairs is the best there is. */
export function planWaveOver(state: RouterState, options: WaveOptions): readonly Assignment[] {
  const { ownPoints = 10, spreadPoints = 1, limit = 500 } = options;
  const items = bestWaiting(state, limit);
  const seats = state.directory.records.flatMap((advisor) => seatsOf(state, advisor, items));
  const costs = items.map(({ slot, score }) =>
    seats.map(({ advisor, channel, number }) => {
      const { traits } = weighedGroup(state, queuedGroup(state, slot));
      if ((channel !== null && channel !== traits.channel) || !whyInList(state, advisor, slot)) return null;
      const own = state.items.owner[slot] === advisor.index ? ownPoints : 0;
      return spreadPoints * number - score - own;
    }),
  );
  const columns = seats.length === 0 ? items.map(() => null) : assignOptimally(costs);
  return items.flatMap(({ slot }, row) => {
    const seat = seats[columns[row] ?? -1];
    if (!seat) return [];
    const item = state.items.ids[slot] as string;
    return [{ item, advisor: seat.advisor.id, why: whyInList(state, seat.advisor, slot) }];
  });
}

function bestWaiting(state: RouterState, limit: number): readonly Candidate[] {
  const waiting: Candidate[] = [];
  for (const slot of state.items.slotOf.values()) {
    if (state.items.state[slot] !== WAITING || !isHandedOut(state, slot)) continue;
    const group = weighedGroup(state, queuedGroup(state, slot));
    waiting.push({ slot, score: scoreOf(state.items, group, slot, state.now) });
  }
  return waiting.sort((a, b) => (isBetter(state, a, b) ? -1 : 1)).slice(0, limit);
}

/** As many seats as fit whichever messages come: the heaviest decides. */
function seatsOf(state: RouterState, advisor: AdvisorRecord, items: readonly Candidate[]): readonly Seat[] {
  if (whyNotNow(state, advisor)) return [];
  const groups = items.map(({ slot }) => weighedGroup(state, queuedGroup(state, slot)));
  const { capacity } = advisor.profile;
  const numbered = (count: number, channel: string | null): Seat[] =>
    Array.from(
      { length: Math.min(Math.max(0, count), items.length, turnsLeft(state, advisor)) },
      (_, index) => ({
        advisor,
        channel,
        number: advisor.open + index,
      }),
    );
  if (capacity === undefined) return numbered(1, null);
  if (typeof capacity === 'number') {
    const heaviest = groups.reduce((most, { load }) => Math.max(most, load), 0) || 1;
    return numbered(Math.floor((capacity - advisor.load) / heaviest), null);
  }
  // With a limit on assignments, seats of several channels together could exceed it: one channel is filled a wave.
  const channels = [...new Set(groups.map(({ traits }) => traits.channel))];
  const wave = state.strategy.assignmentLimit ? channels.slice(0, 1) : channels;
  return wave.flatMap((channel) => {
    const limit = capacity[channel];
    const load = state.strategy.channelLoad[channel] ?? 1;
    const used = advisor.loadByChannel.get(channel) ?? 0;
    return numbered(limit === undefined ? 1 : Math.floor((limit - used) / load), channel);
  });
}

function turnsLeft(state: RouterState, advisor: AdvisorRecord): number {
  const limit = state.strategy.assignmentLimit;
  if (!limit) return Number.POSITIVE_INFINITY;
  const since = state.now - limit.windowMinutes * 60_000;
  return limit.count - advisor.assignedAt.filter((at) => at > since).length;
}
