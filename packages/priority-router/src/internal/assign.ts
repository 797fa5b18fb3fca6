import type { RouterReason } from '../findings.js';
import type { AdvisorRecord } from './directory.js';
import { type Candidate, isBetter } from './frontier.js';
import { NONE, WAITING } from './item-table.js';
import { bestFor, whyInList, whyNotNow } from './sources.js';
import { queuedGroup, type RouterState, weighedGroup } from './state.js';

/** Who gets a message. */
export interface Assignment {
  readonly item: string;
  readonly advisor: string | null;
  /** Why it is theirs to take. Nothing where nobody may take it. */
  readonly why: RouterReason | null;
}

/** Who should get one message: its owner where there is room, else whoever's turn it is. */
export function chooseAdvisor(state: RouterState, slot: number): Assignment {
  const item = state.items.ids[slot] as string;
  if (state.items.state[slot] !== WAITING || !isHandedOut(state, slot))
    return { item, advisor: null, why: null };
  const group = weighedGroup(state, queuedGroup(state, slot));
  let best: AdvisorRecord | undefined;
  let bestWhy: RouterReason | null = null;
  for (const advisor of state.directory.records) {
    const why = whyInList(state, advisor, slot);
    if (!why || whyNotNow(state, advisor, group)) continue;
    const isOwner = advisor.index === state.items.owner[slot];
    if (!best || isOwner || isNext(state, advisor, best, state.items.owner[slot] as number))
      [best, bestWhy] = [advisor, why];
  }
  return { item, advisor: best?.id ?? null, why: bestWhy };
}

function isNext(state: RouterState, a: AdvisorRecord, b: AdvisorRecord, owner: number): boolean {
  if (b.index === owner) return false;
  if (state.strategy.spread === 'least-open' && a.open !== b.open) return a.open < b.open;
  return a.lastTurn === b.lastTurn ? a.index < b.index : a.lastTurn < b.lastTurn;
}

/** Whether a message is handed out at all, or has to be taken by somebody. */
export function isHandedOut(state: RouterState, slot: number): boolean {
  const { items, strategy, now } = state;
  const hours = strategy.exclude.olderThanHours;
  if (hours !== undefined && now - (items.arrived[slot] as number) > hours * 3_600_000) return false;
  return weighedGroup(state, queuedGroup(state, slot)).excluded === null;
}

interface Room {
  readonly advisor: AdvisorRecord;
  readonly queue: Candidate[];
  load: number;
  readonly loadByChannel: Map<string, number>;
  assigned: number;
  turn: number;
}

/**
 * Hands out what waits, the best first, to whoever may take it and has room. Without a capacity, one message each: nobody
 * is buried because nobody said what they can carry.
 */
export function planRound(state: RouterState, limit: number): readonly Assignment[] {
  const rooms = state.directory.records
    .filter((advisor) => !whyNotNow(state, advisor))
    .map((advisor): Room => {
      const queue = bestFor(state, advisor, limit, (slot) => isHandedOut(state, slot));
      const { load, loadByChannel, lastTurn } = advisor;
      return { advisor, queue, load, loadByChannel: new Map(loadByChannel), assigned: 0, turn: lastTurn };
    });
  const waiting = new Map<number, { candidate: Candidate; rooms: Room[] }>();
  for (const room of rooms) {
    for (const candidate of room.queue) {
      const known = waiting.get(candidate.slot);
      if (known) known.rooms.push(room);
      else waiting.set(candidate.slot, { candidate, rooms: [room] });
    }
  }
  const inOrder = [...waiting.values()].sort((a, b) => (isBetter(state, a.candidate, b.candidate) ? -1 : 1));
  const plan: Assignment[] = [];
  for (const { candidate, rooms: able } of inOrder) {
    if (plan.length >= limit) break;
    const room = pickRoom(state, candidate.slot, able);
    if (!room) continue;
    occupy(state, room, candidate.slot, state.turns + plan.length + 1);
    const why = whyInList(state, room.advisor, candidate.slot);
    plan.push({ item: state.items.ids[candidate.slot] as string, advisor: room.advisor.id, why });
  }
  return plan;
}

function pickRoom(state: RouterState, slot: number, able: readonly Room[]): Room | undefined {
  const owner = state.items.owner[slot] ?? NONE;
  const free = able.filter((room) => hasRoom(state, room, slot));
  const own = free.find(({ advisor }) => advisor.index === owner);
  if (own) return own;
  const open = ({ advisor, assigned }: Room): number =>
    state.strategy.spread === 'least-open' ? advisor.open + assigned : 0;
  return free.sort((a, b) => open(a) - open(b) || a.turn - b.turn || a.advisor.index - b.advisor.index)[0];
}

function hasRoom(state: RouterState, room: Room, slot: number): boolean {
  const group = weighedGroup(state, queuedGroup(state, slot));
  const { capacity } = room.advisor.profile;
  const { assignmentLimit } = state.strategy;
  if (assignmentLimit) {
    const since = state.now - assignmentLimit.windowMinutes * 60_000;
    const lately = room.advisor.assignedAt.filter((at) => at > since).length;
    if (lately + room.assigned >= assignmentLimit.count) return false;
  }
  if (capacity === undefined) return room.assigned === 0;
  if (typeof capacity === 'number') return room.load + group.load <= capacity;
  const { channel } = group.traits;
  const limit = capacity[channel];
  return limit === undefined
    ? room.assigned === 0
    : (room.loadByChannel.get(channel) ?? 0) + group.load <= limit;
}

function occupy(state: RouterState, room: Room, slot: number, turn: number): void {
  const { load, traits } = weighedGroup(state, queuedGroup(state, slot));
  room.load += load;
  room.loadByChannel.set(traits.channel, (room.loadByChannel.get(traits.channel) ?? 0) + load);
  room.assigned++;
  room.turn = turn;
}
