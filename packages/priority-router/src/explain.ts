import type { Timestamp } from '@dossierkit/core';
import type { RouterReason } from './findings.js';
import type { AdvisorRecord } from './internal/directory.js';
import { baseParts, type Group, type ScorePart } from './internal/groups.js';
import { DELEGATED, NONE, STATES, WAITING } from './internal/item-table.js';
import { markTime, scoreOf } from './internal/queues.js';
import { bestFor, whyInList, whyNotInList, whyNotNow } from './internal/sources.js';
import { instantOf, type RouterState, weighedGroup } from './internal/state.js';

const HOUR_MS = 3_600_000;

/** Why an advisor may or may not take a message now. */
export interface CandidateExplanation {
  readonly advisor: string;
  readonly eligible: boolean;
  /** What speaks for it, then what stands against it. */
  readonly reasons: readonly RouterReason[];
}

/** What would change the decision, if nothing else happened. */
export type Change =
  /** The team sees it, or a demand is given up: with `team`, the whole branch sees it. */
  | { readonly change: 'overflow' | 'language' | 'skills' | 'team'; readonly at: Timestamp }
  /** The expert who is silent by then is reported, and the message is back with its owner. */
  | { readonly change: 'escalation'; readonly at: Timestamp }
  /** The promise is broken. */
  | { readonly change: 'late'; readonly at: Timestamp }
  /** With more points than this it would pass the message before it. */
  | { readonly change: 'overtakes'; readonly item: string; readonly points: number };

/** Everything that decides about one message, as plain data. */
export interface Explanation {
  readonly item: string;
  readonly at: Timestamp;
  readonly strategy: { readonly id: string; readonly version: string; readonly order: string };
  readonly state: (typeof STATES)[number];
  readonly dueAt: Timestamp;
  /** The sum of `parts`, to the last bit when they are added in order. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly candidates: readonly CandidateExplanation[];
  readonly changes: readonly Change[];
}

/** Explains a message's score and who may take it. At most `limit` advisors: its owner and those who might. */
export function explainSlot(state: RouterState, slot: number, limit: number): Explanation {
  const { items, strategy, now } = state;
  const group = weighedGroup(state, items.group[slot] as number);
  return {
    item: items.ids[slot] as string,
    at: instantOf(now),
    strategy: { id: strategy.id, version: strategy.version, order: strategy.order },
    state: STATES[items.state[slot] as number] ?? 'waiting',
    dueAt: instantOf(items.due[slot] as number),
    score: scoreOf(items, group, slot, now),
    parts: partsOf(state, group, slot),
    candidates: candidatesOf(state, slot, group, limit),
    changes: changesOf(state, slot, group),
  };
}

function partsOf(state: RouterState, group: Group, slot: number): readonly ScorePart[] {
  const { items, now, strategy } = state;
  const waiting = (group.waiting * (now - (items.arrived[slot] as number))) / HOUR_MS;
  const late = (group.late * (now - (items.due[slot] as number))) / HOUR_MS;
  const parts = baseParts(group.traits, strategy);
  if (group.waiting !== 0) {
    parts.push({ part: strategy.order === 'generalised-cmu' ? 'delay-cost' : 'waiting', points: waiting });
  }
  if (group.late !== 0) parts.push({ part: 'deadline', points: late });
  return parts;
}

function candidatesOf(
  state: RouterState,
  slot: number,
  group: Group,
  limit: number,
): readonly CandidateExplanation[] {
  const { directory, items } = state;
  const owner = directory.records[items.owner[slot] as number];
  const others = directory.records.filter((each) => each !== owner && !each.removed);
  const explained = [...(owner && !owner.removed ? [owner] : []), ...others].map((advisor) =>
    candidate(state, slot, group, advisor),
  );
  return explained.sort((a, b) => Number(b.eligible) - Number(a.eligible)).slice(0, limit);
}

function candidate(
  state: RouterState,
  slot: number,
  group: Group,
  advisor: AdvisorRecord,
): CandidateExplanation {
  const pro = whyInList(state, advisor, slot);
  const con = pro ? whyNotNow(state, advisor, group) : whyNotInList(state, advisor, slot);
  const excluded: RouterReason | null =
    group.excluded === null ? null : { code: 'priority-router/excluded', params: { flag: group.excluded } };
  const reasons = [pro, con, excluded].filter((reason): reason is RouterReason => reason !== null);
  return { advisor: advisor.id, eligible: pro !== null && con === null, reasons };
}

function changesOf(state: RouterState, slot: number, group: Group): readonly Change[] {
  const { items, directory, now } = state;
  const changes: Change[] = [];
  const waits = items.state[slot] === WAITING;
  for (const { share, kind } of waits ? state.marks.slice(items.stage[slot]) : []) {
    // Without an owner, everybody sees it already.
    if (kind === 'overflow' && items.owner[slot] === NONE) continue;
    const at = markTime(state, slot, share);
    if (Number.isFinite(at) && at > now) changes.push({ change: kind, at: instantOf(at) });
  }
  const movesAt = items.movesAt[slot] as number;
  if (items.state[slot] === DELEGATED && Number.isFinite(movesAt))
    changes.push({ change: 'escalation', at: instantOf(movesAt) });
  if ((items.due[slot] as number) > now)
    changes.push({ change: 'late', at: instantOf(items.due[slot] as number) });
  const reader = directory.records.find((advisor) => whyInList(state, advisor, slot));
  if (!reader) return changes;
  const best = bestFor(state, reader, 50);
  const before = best[best.findIndex((each) => each.slot === slot) - 1];
  if (before) {
    const points = before.score - scoreOf(items, group, slot, now);
    changes.push({ change: 'overtakes', item: items.ids[before.slot] as string, points });
  }
  return changes;
}
