import type { RouterReason } from '../findings.js';
import { type AdvisorRecord, chainOf, leaveAt, nextLeaveChange, standInFor } from './directory.js';
import { type Candidate, Frontier } from './frontier.js';
import type { Group } from './groups.js';
import { NONE, STATES, WAITING } from './item-table.js';
import type { GroupHeap, Queue } from './queue.js';
import { poolKey } from './queues.js';
import { instantOf, queuedGroup, type RouterState } from './state.js';

/** Which homes an advisor looks after, and which nobody does. Derived; thrown away when the directory changes. */
interface Care {
  readonly edition: number;
  readonly from: number;
  readonly until: number;
  readonly homes: ReadonlyMap<number, readonly Queue[]>;
  readonly orphans: readonly Queue[];
}

const careOf = new WeakMap<RouterState, Care>();

function careAt(state: RouterState): Care {
  const known = careOf.get(state);
  const { directory, now } = state;
  if (known && known.edition === directory.edition && known.from <= now && now < known.until) return known;
  const homes = new Map<number, Queue[]>();
  const orphans: Queue[] = [];
  for (const queue of state.queues) {
    const owner = directory.records[queue.advisor];
    if (!owner) continue;
    const standIn = standInFor(directory, owner, now);
    if (!standIn) orphans.push(queue);
    else homes.set(standIn.index, [...(homes.get(standIn.index) ?? []), queue]);
  }
  const care = {
    edition: directory.edition,
    from: now,
    until: nextLeaveChange(directory, now),
    homes,
    orphans,
  };
  careOf.set(state, care);
  return care;
}

/** The best messages that an advisor may take, best first: exact, without sorting what is not asked for. */
export function bestFor(
  state: RouterState,
  advisor: AdvisorRecord,
  limit: number,
  accept: (slot: number, group: Group) => boolean = () => true,
): Candidate[] {
  const frontier = new Frontier(state);
  for (const entry of heapsFor(state, advisor)) frontier.open(entry, 0);
  const best: Candidate[] = [];
  for (let head = frontier.pop(); head && best.length < limit; head = frontier.pop()) {
    if (accept(head.slot, state.groups[head.entry.group] as Group))
      best.push({ slot: head.slot, score: head.score });
    frontier.open(head.entry, 2 * head.index + 1);
    frontier.open(head.entry, 2 * head.index + 2);
  }
  return best;
}

function* heapsFor(state: RouterState, advisor: AdvisorRecord): Generator<GroupHeap> {
  const care = careAt(state);
  for (const { heaps } of care.homes.get(advisor.index) ?? []) yield* heaps.values();
  const { teams } = advisor.profile;
  const keys = [
    ...teams.map((team) => poolKey({ team, branch: '' })),
    ...branchesOf(state, advisor).map((branch) => poolKey({ team: '', branch })),
  ];
  const pools = keys.flatMap((key) => state.queues[state.pools.get(key) ?? NONE] ?? []);
  for (const { heaps } of [...care.orphans, ...pools]) {
    for (const entry of heaps.values()) {
      if (!lacking(state, advisor, state.groups[entry.group] as Group)) yield entry;
    }
  }
}

/** What an advisor lacks to take messages of a group out of a pool. */
function lacking(state: RouterState, advisor: AdvisorRecord, { traits }: Group): RouterReason | null {
  const { teams, skills = [], languages = [] } = advisor.profile;
  const { team, branch } = traits;
  if (branch !== '' && !branchesOf(state, advisor).includes(branch))
    return { code: 'priority-router/other-branch', params: { branch } };
  if (branch === '' && !teams.includes(team)) return { code: 'priority-router/other-team', params: { team } };
  const missing = traits.skills.filter((skill) => !skills.includes(skill));
  if (missing.length > 0) return { code: 'priority-router/lacks-skill', params: { skills: missing } };
  if (traits.language !== '' && !languages.includes(traits.language)) {
    return { code: 'priority-router/lacks-language', params: { language: traits.language } };
  }
  return null;
}

/** The branches that an advisor's teams belong to, each once. */
function branchesOf(state: RouterState, { profile }: AdvisorRecord): readonly string[] {
  if (state.branches.size === 0) return [];
  return [...new Set(profile.teams.flatMap((team) => state.branches.get(team) ?? []))];
}

/** Why this message is in an advisor's list. Nothing where it is not; then {@link whyNotInList} says why. */
export function whyInList(state: RouterState, advisor: AdvisorRecord, slot: number): RouterReason | null {
  const { items, directory } = state;
  if (items.state[slot] !== WAITING || advisor.removed) return null;
  const queue = state.queues[items.queue[slot] as number] as Queue;
  const owner = directory.records[items.owner[slot] as number];
  const group = state.groups[queuedGroup(state, slot)] as Group;
  const pooled = lacking(state, advisor, group) ? null : servesPool(group);
  if (queue.kind === 'pool' || !owner) return pooled;
  const standIn = standInFor(directory, owner, state.now);
  if (!standIn) return pooled;
  if (standIn !== advisor) return null;
  if (owner === advisor) return { code: 'priority-router/is-owner', params: {} };
  const chain = chainOf(directory, owner, state.now).map(({ id }) => id);
  return { code: 'priority-router/stands-in', params: { owner: owner.id, chain } };
}

function servesPool({ traits: { team, branch } }: Group): RouterReason {
  return branch === ''
    ? { code: 'priority-router/serves-pool', params: { team } }
    : { code: 'priority-router/serves-branch', params: { branch } };
}

export function whyNotInList(state: RouterState, advisor: AdvisorRecord, slot: number): RouterReason {
  const { items, directory } = state;
  const holder = directory.records[items.holder[slot] as number];
  if (holder) return { code: 'priority-router/in-hand', params: { advisor: holder.id } };
  const stateName = STATES[items.state[slot] as number] ?? 'waiting';
  if (stateName !== 'waiting')
    return { code: 'priority-router/waits-elsewhere', params: { state: stateName } };
  const why = lacking(state, advisor, state.groups[queuedGroup(state, slot)] as Group);
  if (why) return why;
  const owner = directory.records[items.owner[slot] as number];
  const movesAt = items.movesAt[slot] as number;
  const until = Number.isFinite(movesAt) ? instantOf(movesAt) : null;
  return { code: 'priority-router/reserved-for-owner', params: { owner: owner?.id ?? '', until } };
}

/** What keeps an advisor from taking anything, or one more message of this load. */
export function whyNotNow(state: RouterState, advisor: AdvisorRecord, group?: Group): RouterReason | null {
  if (advisor.removed || !advisor.available) return { code: 'priority-router/away', params: {} };
  const leave = leaveAt(advisor, state.now);
  if (leave) return { code: 'priority-router/on-leave', params: { until: instantOf(leave.until) } };
  const { capacity } = advisor.profile;
  if (group && capacity !== undefined) {
    const { channel } = group.traits;
    const [load, limit] =
      typeof capacity === 'number'
        ? [advisor.load, capacity]
        : [advisor.loadByChannel.get(channel) ?? 0, capacity[channel] ?? Number.POSITIVE_INFINITY];
    if (load + group.load > limit)
      return { code: 'priority-router/at-capacity', params: { load, capacity: limit } };
  }
  const limit = state.strategy.assignmentLimit;
  if (limit) {
    const since = state.now - limit.windowMinutes * 60_000;
    if (advisor.assignedAt.filter((at) => at > since).length >= limit.count) {
      return { code: 'priority-router/assignment-limit', params: limit };
    }
  }
  return null;
}
