import { type Timestamp, timestampFromMs } from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';
import type { Delegation } from '../delegation/delegation.js';
import type { Strategy } from '../strategy.js';
import { msOf } from './calendar-ms.js';
import { createDirectory, type Directory } from './directory.js';
import { type Group, type GroupTraits, keyOfTraits, newGroup, weighGroup } from './groups.js';
import { createHeap, type SlotHeap } from './heap.js';
import { createItemTable, type ItemTable } from './item-table.js';
import { type Mark, marksOf, type Stage, stagesOf } from './marks.js';
import type { Queue } from './queue.js';
import { createRecentNames, type RecentNames } from './recent-names.js';

/** How many answered messages are remembered. */
const CLOSED_REMEMBERED = 10_000;

/** Moves of one advisor's own order. */
export interface PersonalMove {
  /** Order of pinning; 0 where it is not pinned. */
  readonly pinned: number;
  readonly points: number;
  readonly snoozedUntil: number;
}

/** Customers of open messages, each with a list through the item table. */
export interface Customers {
  readonly ids: string[];
  readonly byId: Map<string, number>;
  readonly head: number[];
}

/** Everything a router knows. */
export interface RouterState {
  strategy: Strategy;
  /** Counts strategies and weights, so that groups are weighed again when they are needed. */
  edition: number;
  marks: readonly Mark[];
  /** What holds before the first mark, and after each. */
  stages: readonly Stage[];
  now: number;
  lastSeq: number;
  arrivals: number;
  turns: number;
  pins: number;
  readonly items: ItemTable;
  readonly groups: Group[];
  readonly groupOf: Map<string, number>;
  readonly relaxed: Map<number, number>;
  readonly queues: Queue[];
  /** Queues of advisors, by their index; -1 where there is none yet. */
  readonly homes: number[];
  /** Queues of teams and branches, by {@link poolKey}. */
  readonly pools: Map<string, number>;
  readonly timers: SlotHeap;
  readonly directory: Directory;
  /** By team. */
  readonly branches: Map<string, string>;
  readonly customers: Customers;
  /** By advisor, then by slot. */
  readonly personal: Map<number, Map<number, PersonalMove>>;
  /** Which advisors have moved a message, by slot. */
  readonly movers: Map<number, number[]>;
  /** Messages answered lately, oldest first, so that a repeated arrival is noticed. */
  readonly closed: RecentNames;
  readonly delegations: Map<number, Delegation>;
  /** Parts that are open messages themselves: which parent and part they answer. */
  readonly partOf: Map<string, { readonly parent: string; readonly part: string }>;
  readonly calendar: BusinessCalendar;
  readonly teamCalendars: Readonly<Record<string, BusinessCalendar>>;
}

export function createState(
  strategy: Strategy,
  calendar: BusinessCalendar,
  teamCalendars: Readonly<Record<string, BusinessCalendar>>,
): RouterState {
  const marks = marksOf(strategy);
  return {
    strategy,
    edition: 1,
    marks,
    stages: stagesOf(marks),
    now: Number.NEGATIVE_INFINITY,
    lastSeq: Number.NEGATIVE_INFINITY,
    arrivals: 0,
    turns: 0,
    pins: 0,
    items: createItemTable(),
    groups: [],
    groupOf: new Map(),
    relaxed: new Map(),
    queues: [],
    homes: [],
    pools: new Map(),
    timers: createHeap(),
    directory: createDirectory(),
    branches: new Map(),
    customers: { ids: [], byId: new Map(), head: [] },
    personal: new Map(),
    movers: new Map(),
    closed: createRecentNames(CLOSED_REMEMBERED),
    delegations: new Map(),
    partOf: new Map(),
    calendar,
    teamCalendars,
  };
}

/** Takes on a strategy; groups are weighed again when they are needed. */
export function setStrategy(state: RouterState, strategy: Strategy): void {
  state.strategy = strategy;
  state.marks = marksOf(strategy);
  state.stages = stagesOf(state.marks);
  state.edition++;
}

/** The group of these traits, made where there is none yet. */
export function groupFor(state: RouterState, traits: GroupTraits): number {
  const key = keyOfTraits(traits);
  const known = state.groupOf.get(key);
  if (known !== undefined) return known;
  state.groupOf.set(key, state.groups.length);
  return state.groups.push(newGroup(traits)) - 1;
}

/** A group with its numbers as the strategy of the moment has them. */
export function weighedGroup(state: RouterState, index: number): Group {
  const group = state.groups[index] as Group;
  if (group.edition !== state.edition) weighGroup(group, state.strategy, state.edition);
  return group;
}

/** The group in which a message is queued, once demands have been given up. */
export function queuedGroup(state: RouterState, slot: number): number {
  const group = state.items.group[slot] as number;
  const { given, language, skills, team } = state.stages[state.items.stage[slot] as number] as Stage;
  if (given === 0) return group;
  const key = group * 8 + given;
  const known = state.relaxed.get(key);
  if (known !== undefined) return known;
  const { traits } = state.groups[group] as Group;
  const branch = team ? state.branches.get(traits.team) : undefined;
  const less = {
    ...traits,
    ...(language ? { language: '' } : {}),
    ...(skills ? { skills: [] } : {}),
    ...(branch === undefined ? {} : { team: '', branch }),
  };
  const index = groupFor(state, less);
  state.relaxed.set(key, index);
  return index;
}

export function calendarOf(state: RouterState, team: string): BusinessCalendar {
  return state.teamCalendars[team] ?? state.teamCalendars[state.branches.get(team) ?? ''] ?? state.calendar;
}

export function addOpenMs(calendar: BusinessCalendar, atMs: number, openMs: number): number {
  return msOf(calendar).addMs(atMs, Math.round(openMs));
}

export function subtractOpenMs(calendar: BusinessCalendar, atMs: number, openMs: number): number {
  return msOf(calendar).subtractMs(atMs, Math.round(openMs));
}

export function openMsBetween(calendar: BusinessCalendar, fromMs: number, toMs: number): number {
  return msOf(calendar).betweenMs(fromMs, toMs);
}

export function instantOf(ms: number): Timestamp {
  return timestampFromMs(ms);
}
