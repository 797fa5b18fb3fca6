import type { Advisor } from '../events.js';

/** Somebody who answers, as the router keeps them. Removed ones stay, without teams, as long as the router lives. */
export interface AdvisorRecord {
  readonly index: number;
  readonly id: string;
  profile: Advisor;
  removed: boolean;
  available: boolean;
  readonly leaves: LeaveRecord[];
  load: number;
  readonly loadByChannel: Map<string, number>;
  open: number;
  /** The number of the last assignment, for taking turns; 0 before the first. */
  lastTurn: number;
  /** When messages were assigned, as far as the limit looks back. */
  assignedAt: number[];
}

export interface LeaveRecord {
  readonly from: number;
  readonly until: number;
  readonly substitute: string | undefined;
}

export interface Directory {
  readonly records: AdvisorRecord[];
  readonly byId: Map<string, AdvisorRecord>;
  /** Counts changes, so that what was derived from it can be derived again. */
  edition: number;
}

export function createDirectory(): Directory {
  return { records: [], byId: new Map(), edition: 0 };
}

export function setAdvisor(directory: Directory, profile: Advisor): AdvisorRecord {
  directory.edition++;
  const known = directory.byId.get(profile.advisor);
  if (known) {
    known.profile = profile;
    known.removed = false;
    return known;
  }
  const record: AdvisorRecord = {
    index: directory.records.length,
    id: profile.advisor,
    profile,
    removed: false,
    available: true,
    leaves: [],
    load: 0,
    loadByChannel: new Map(),
    open: 0,
    lastTurn: 0,
    assignedAt: [],
  };
  directory.records.push(record);
  directory.byId.set(record.id, record);
  return record;
}

export function leaveAt(record: AdvisorRecord, now: number): LeaveRecord | undefined {
  return record.leaves.find(({ from, until }) => from <= now && now < until);
}

/** Owner, substitute, the substitute's substitute, …: everybody in turn until one is not on leave. Circles end. */
export function chainOf(directory: Directory, owner: AdvisorRecord, now: number): readonly AdvisorRecord[] {
  const chain: AdvisorRecord[] = [];
  for (let next: AdvisorRecord | undefined = owner; next && !chain.includes(next); ) {
    chain.push(next);
    const leave = leaveAt(next, now);
    if (!leave && !next.removed) break;
    const substitute: string | undefined = leave?.substitute ?? next.profile.backup;
    next = substitute === undefined ? undefined : directory.byId.get(substitute);
  }
  return chain;
}

/** Who sees to an owner's messages at the moment. Nobody: their team does. */
export function standInFor(
  directory: Directory,
  owner: AdvisorRecord,
  now: number,
): AdvisorRecord | undefined {
  const last = chainOf(directory, owner, now).at(-1);
  return last && !last.removed && !leaveAt(last, now) ? last : undefined;
}

/** The circle that `backup` would close for an advisor, if any. */
export function backupCycle(
  directory: Directory,
  advisor: string,
  backup: string | undefined,
): readonly string[] | null {
  const chain = [advisor];
  for (let next = backup; next !== undefined; next = directory.byId.get(next)?.profile.backup) {
    if (next === advisor) return [...chain, next];
    if (chain.includes(next)) return null;
    chain.push(next);
  }
  return null;
}

/** The circle that a leave's substitute would close at some moment of the leave, if any. */
export function leaveCycle(
  directory: Directory,
  leave: Omit<LeaveRecord, 'substitute'> & { advisor: string; substitute: string },
): readonly string[] | null {
  const visit = (
    id: string,
    from: number,
    until: number,
    path: readonly string[],
  ): readonly string[] | null => {
    if (id === leave.advisor) return [...path, id];
    if (path.includes(id)) return null;
    const record = directory.byId.get(id);
    for (const other of record?.leaves ?? []) {
      const [start, end] = [Math.max(from, other.from), Math.min(until, other.until)];
      const next = other.substitute ?? record?.profile.backup;
      if (start >= end || next === undefined) continue;
      const cycle = visit(next, start, end, [...path, id]);
      if (cycle) return cycle;
    }
    return null;
  };
  return visit(leave.substitute, leave.from, leave.until, [leave.advisor]);
}

/** The next moment at which somebody's leave begins or ends. */
export function nextLeaveChange(directory: Directory, now: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { leaves } of directory.records) {
    for (const { from, until } of leaves) {
      if (from > now) next = Math.min(next, from);
      else if (until > now) next = Math.min(next, until);
    }
  }
  return next;
}
