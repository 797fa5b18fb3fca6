import { addDays, dayFromNumber, dayNumber, type PlainDate, plainDate, weekdayOf } from '@dossierkit/core';
import { type BusinessHours, WEEKDAYS } from '../business-time/business-hours.js';
import { cutRanges, type Range, unionOf } from './ranges.js';
import { createZoneOffsets, type ZoneOffsets } from './zone-offsets.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Every open range of some years as instants in ms, sorted and disjoint, with the open time that lies before each. */
export interface OpenTable {
  readonly fromYear: number;
  readonly toYear: number;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Open ms in all ranges before the one of this index; one entry more than there are ranges. */
  readonly before: Float64Array;
}

/** Compiles opening hours into tables. The offsets it asked for stay known, so a wider table costs little more. */
export function createTableCompiler(hours: BusinessHours): (fromYear: number, toYear: number) => OpenTable {
  const offsets = createZoneOffsets(hours.zone);
  const holidays = new Set(hours.holidays);
  return (fromYear, toYear) => {
    const open: Range[] = [];
    const last = dayNumber(plainDate(`${toYear}-12-31`));
    for (let number = dayNumber(plainDate(`${fromYear}-01-01`)); number <= last; number++) {
      const day = dayFromNumber(number);
      if (holidays.has(day)) continue;
      open.push(...openRangesOf(day, hours, offsets));
    }
    // Ranges that touch become one: midnight is no closing time for a branch that never closes.
    return { fromYear, toYear, ...columnsOf(unionOf(open)) };
  };
}

function openRangesOf(day: PlainDate, hours: BusinessHours, offsets: ZoneOffsets): readonly Range[] {
  const weekday = WEEKDAYS[weekdayOf(day) - 1];
  const ranges = hours.shifts[day] ?? (weekday && hours.weekly[weekday]) ?? [];
  const breaks = hours.breaks[day] ?? [];
  const instants = (list: readonly (readonly [string, string])[]): Range[] =>
    list.map(([from, to]) => [instantOf(day, from, offsets), instantOf(day, to, offsets)]);
  return cutRanges(unionOf(instants(ranges)), unionOf(instants(breaks)));
}

function instantOf(day: PlainDate, time: string, offsets: ZoneOffsets): number {
  if (time === '24:00') return instantOf(addDays(day, 1), '00:00', offsets);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return offsets.toInstant(dayNumber(day) * DAY_MS + minutes * MINUTE_MS);
}

function columnsOf(ranges: readonly Range[]): Pick<OpenTable, 'starts' | 'ends' | 'before'> {
  const starts = new Float64Array(ranges.length);
  const ends = new Float64Array(ranges.length);
  const before = new Float64Array(ranges.length + 1);
  for (const [index, [start, end]] of ranges.entries()) {
    starts[index] = start;
    ends[index] = end;
    before[index + 1] = (before[index] ?? 0) + end - start;
  }
  return { starts, ends, before };
}

/** The first index whose value is greater than `value`: how many values are at most `value`. */
export function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
