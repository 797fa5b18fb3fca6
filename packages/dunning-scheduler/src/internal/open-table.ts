import { minuteOfDay, WEEKDAYS, type WeeklyHours } from '../weekly-hours.js';
import type { ZoneTable } from './zone-table.js';

/** The first minute of no table: nothing is open any more. */
export const NEVER: number = 0x7fffffff;

/**
 * Every stretch of open minutes over the range, in UTC, first and last minute included, in order. All questions of zones,
 * clock changes, holidays and hours have been answered when it is built; asking it is an array look-up.
 */
export interface OpenTable {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** UTC day number of `firstOfDay[0]`. */
  readonly firstDay: number;
  /** For each UTC day the index of the first stretch that ends on it or later. */
  readonly firstOfDay: Int32Array;
}

type Stretch = readonly [first: number, last: number];

/** One bit for each local day from `firstDay` on. */
export interface DayBits {
  readonly firstDay: number;
  readonly bits: Uint8Array;
}

export function hasDay({ firstDay, bits }: DayBits, day: number): boolean {
  const at = day - firstDay;
  return at >= 0 && at < bits.length && bits[at] === 1;
}

export function buildOpenTable(zone: ZoneTable, hours: WeeklyHours, closed: DayBits): OpenTable {
  const stretchesOf = dayStretches(hours, closed);
  const starts: number[] = [];
  const ends: number[] = [];
  for (let segment = 0; segment < zone.starts.length; segment++) {
    const offset = zone.offsets[segment] as number;
    const from = zone.starts[segment] as number;
    const to = (segment + 1 < zone.starts.length ? (zone.starts[segment + 1] as number) : zone.end) - 1;
    const lastDay = Math.floor((to + offset) / 1440);
    for (let day = Math.floor((from + offset) / 1440); day <= lastDay; day++) {
      for (const [first, last] of stretchesOf(day)) {
        const start = Math.max(day * 1440 + first - offset, from);
        const end = Math.min(day * 1440 + last - offset, to);
        if (start <= end) append(starts, ends, start, end);
      }
    }
  }
  return indexTable(starts, ends, zone);
}

/** The minutes that are open in both. */
export function intersectTables(a: OpenTable, b: OpenTable, zone: ZoneTable): OpenTable {
  const starts: number[] = [];
  const ends: number[] = [];
  let [i, j] = [0, 0];
  while (i < a.starts.length && j < b.starts.length) {
    const start = Math.max(a.starts[i] as number, b.starts[j] as number);
    const end = Math.min(a.ends[i] as number, b.ends[j] as number);
    if (start <= end) append(starts, ends, start, end);
    if ((a.ends[i] as number) < (b.ends[j] as number)) i++;
    else j++;
  }
  return indexTable(starts, ends, zone);
}

function append(starts: number[], ends: number[], start: number, end: number): void {
  const last = ends.length - 1;
  if (last >= 0 && (ends[last] as number) >= start - 1) ends[last] = Math.max(ends[last] as number, end);
  else {
    starts.push(start);
    ends.push(end);
  }
}

function indexTable(starts: readonly number[], ends: readonly number[], zone: ZoneTable): OpenTable {
  const firstDay = Math.floor((zone.starts[0] as number) / 1440);
  const days = Math.ceil(zone.end / 1440) - firstDay + 1;
  const firstOfDay = new Int32Array(days);
  let at = 0;
  for (let day = 0; day < days; day++) {
    while (at < ends.length && (ends[at] as number) < (firstDay + day) * 1440) at++;
    firstOfDay[day] = at;
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), firstDay, firstOfDay };
}

/** Index of the first stretch that ends at `minute` or later; the number of stretches where there is none. */
export function stretchFrom(table: OpenTable, minute: number): number {
  const { ends, firstDay, firstOfDay } = table;
  const day = Math.floor(minute / 1440) - firstDay;
  if (day >= firstOfDay.length) return ends.length;
  let at = day < 0 ? 0 : (firstOfDay[day] as number);
  while (at < ends.length && (ends[at] as number) < minute) at++;
  return at;
}

/** The first open minute at `minute` or later, or {@link NEVER}. */
export function nextOpenMinute(table: OpenTable, minute: number): number {
  const at = stretchFrom(table, minute);
  if (at >= table.ends.length) return NEVER;
  const start = table.starts[at] as number;
  return start > minute ? start : minute;
}

/** For a local day number the open stretches in minutes of that day, in order and not touching. */
function dayStretches(hours: WeeklyHours, closed: DayBits): (day: number) => readonly Stretch[] {
  const own: Stretch[][] = [];
  const tails: Stretch[][] = [];
  for (const [index, weekday] of WEEKDAYS.entries()) {
    const next = (index + 1) % 7;
    own[index] ??= [];
    tails[next] ??= [];
    for (const [from, to] of hours[weekday] ?? []) {
      const [first, last] = [minuteOfDay(from), minuteOfDay(to)];
      own[index].push([first, last < first ? 1439 : last]);
      if (last < first) tails[next].push([0, last]);
    }
  }
  const plain = own.map(merge);
  const withTail = own.map((stretches, index) => merge([...stretches, ...(tails[index] ?? [])]));
  return (day) => {
    if (hasDay(closed, day)) return [];
    const weekday = (((day + 3) % 7) + 7) % 7;
    // A window that runs past midnight belongs to the day it starts on: where that day is closed it has no tail.
    return (hasDay(closed, day - 1) ? plain : withTail)[weekday] as readonly Stretch[];
  };
}

function merge(stretches: readonly Stretch[]): Stretch[] {
  const merged: [number, number][] = [];
  for (const [first, last] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return merged;
}
