import { DossierkitError, type Timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import { registerMs } from '../internal/calendar-ms.js';
import { countUpTo, createTableCompiler, type OpenTable } from '../internal/open-table.js';
import { type Range, unionOf } from '../internal/ranges.js';
import { createZoneOffsets } from '../internal/zone-offsets.js';
import type { BusinessHours } from './business-hours.js';

const DAY_MS = 86_400_000;

/** A time in which a clock stood still, for example while the customer was asked. Open ended without `to`. */
export interface Pause {
  readonly from: Timestamp;
  readonly to?: Timestamp;
}

/** What may be left out when business time is counted. */
export interface CountOptions {
  /** Times that do not count, in any order; they may overlap. */
  readonly pauses?: readonly Pause[];
}

/**
 * Arithmetic in the open time of one branch.
 *
 * `add` and `between` are inverse: `between(at, add(at, ms))` is `ms` for every instant and every length. All times are
 * whole ms; none of the functions looks at a clock.
 */
export interface BusinessCalendar {
  readonly hours: BusinessHours;
  isOpen(at: Timestamp): boolean;
  /** `at` where it is open, else when it opens next. */
  nextOpen(at: Timestamp): Timestamp;
  /**
   * The instant at which `openMs` of open time have passed since `at`. Zero gives the next open instant.
   *
   * @throws {DossierkitError} `priority-router/beyond-calendar` where that lies after the year 2200, and
   * `priority-router/endless-pause` where a pause without an end comes first
   */
  add(at: Timestamp, openMs: number, options?: CountOptions): Timestamp;
  /** The instant since which `openMs` of open time have passed at `at`. Zero gives the last open instant. */
  subtract(at: Timestamp, openMs: number): Timestamp;
  /** The open time between two instants in ms; negative where `to` is the earlier one. */
  between(from: Timestamp, to: Timestamp, options?: CountOptions): number;
  /** The same local time `days` open days later (earlier, where negative or minus zero), moved into open time. */
  addDays(at: Timestamp, days: number): Timestamp;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** Compiles opening hours into a calendar to count with. The tables are made for the years that are asked for. */
export function createBusinessCalendar(hours: BusinessHours): BusinessCalendar {
  const compile = createTableCompiler(hours);
  const offsets = createZoneOffsets(hours.zone);
  let table: OpenTable | undefined;
  // Instants well inside the table: their year need not be worked out.
  let safeFrom = 0;
  let safeTo = 0;

  const tableFor = (ms: number): OpenTable => {
    if (table && ms >= safeFrom && ms < safeTo) return table;
    const year = new Date(ms).getUTCFullYear();
    if (!(year > FIRST_YEAR && year < LAST_YEAR)) throw beyondCalendar(year);
    const fromYear = Math.min(year - 1, table?.fromYear ?? year);
    table = compile(fromYear, Math.max(year + 1, table?.toYear ?? year));
    [safeFrom, safeTo] = [Date.UTC(fromYear + 1, 0), Date.UTC(table.toYear, 0)];
    return table;
  };
  /** Open ms from the start of the table until `ms`. */
  const position = (open: OpenTable, ms: number): number => {
    const index = countUpTo(open.starts, ms) - 1;
    if (index < 0) return 0;
    return (open.before[index] ?? 0) + Math.min(ms, open.ends[index] ?? 0) - (open.starts[index] ?? 0);
  };
  const isOpenMs = (ms: number): boolean => {
    const open = tableFor(ms);
    const index = countUpTo(open.starts, ms) - 1;
    return index >= 0 && ms < (open.ends[index] ?? 0);
  };
  const nextOpenMs = (ms: number): number => {
    if (isOpenMs(ms)) return ms;
    for (let open = tableFor(ms); ; open = tableFor(Date.UTC(open.toYear, 6))) {
      const start = open.starts[countUpTo(open.starts, ms)];
      if (start !== undefined) return start;
    }
  };
  const lastOpenMs = (ms: number): number => {
    for (let open = tableFor(ms); ; open = tableFor(Date.UTC(open.fromYear, 6))) {
      const index = countUpTo(open.starts, ms - 1) - 1;
      if (index >= 0) return Math.min(ms, open.ends[index] ?? ms);
    }
  };
  const addMs = (ms: number, openMs: number): number => {
    if (openMs === 0) return nextOpenMs(ms);
    for (let open = tableFor(ms); ; open = tableFor(Date.UTC(open.toYear, 6))) {
      const target = position(open, ms) + openMs;
      const index = countUpTo(open.before, target) - 1;
      const rest = target - (open.before[index] ?? 0);
      if (rest === 0 && hours.boundary === 'closing' && index > 0) return open.ends[index - 1] ?? 0;
      const start = open.starts[index];
      if (start !== undefined) return start + rest;
    }
  };
  const subtractMs = (ms: number, openMs: number): number => {
    if (openMs === 0) return lastOpenMs(ms);
    for (let open = tableFor(ms); ; open = tableFor(Date.UTC(open.fromYear, 6))) {
      const target = position(open, ms) - openMs;
      const index = countUpTo(open.before, target) - 1;
      if (target < 0 || (target === 0 && hours.boundary === 'next-opening')) continue;
      const rest = target - (open.before[index] ?? 0);
      if (rest === 0 && hours.boundary === 'next-opening') return open.ends[index - 1] ?? 0;
      return (open.starts[index] ?? 0) + rest;
    }
  };
  const betweenMs = (from: number, to: number): number => {
    tableFor(from);
    tableFor(to);
    const open = tableFor(from);
    return position(open, to) - position(open, from);
  };
  const addAroundPauses = (ms: number, openMs: number, pauses: readonly Range[]): number => {
    let at = ms;
    let left = openMs;
    for (const [from, to] of pauses) {
      if (to <= at) continue;
      const available = betweenMs(at, Math.max(at, from));
      if (left < available || (left === available && left > 0 && hours.boundary === 'closing')) break;
      if (to === Number.POSITIVE_INFINITY) throw endlessPause();
      left -= available;
      at = to;
    }
    return addMs(at, left);
  };

  const calendar: BusinessCalendar = {
    hours,
    isOpen: (at) => isOpenMs(timestampMs(at)),
    nextOpen: (at) => timestampFromMs(nextOpenMs(timestampMs(at))),
    add(at, openMs, options = {}) {
      assertLength(openMs);
      return timestampFromMs(addAroundPauses(timestampMs(at), openMs, rangesOf(options.pauses)));
    },
    subtract(at, openMs) {
      assertLength(openMs);
      return timestampFromMs(subtractMs(timestampMs(at), openMs));
    },
    between(from, to, options = {}) {
      const [a, b] = [timestampMs(from), timestampMs(to)];
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      let open = betweenMs(first, last);
      for (const [start, end] of rangesOf(options.pauses)) {
        const [cutFrom, cutTo] = [Math.max(start, first), Math.min(end, last)];
        if (cutFrom < cutTo) open -= betweenMs(cutFrom, cutTo);
      }
      return a <= b ? open : 0 - open;
    },
    addDays(at, days) {
      const ms = timestampMs(at);
      const local = ms + offsets.offsetAt(ms);
      const timeOfDay = local - Math.floor(local / DAY_MS) * DAY_MS;
      const hasOpenTime = (day: number): boolean =>
        betweenMs(offsets.toInstant(day * DAY_MS), offsets.toInstant((day + 1) * DAY_MS)) > 0;
      let day = Math.floor(local / DAY_MS);
      for (let left = Math.abs(days); left > 0; ) {
        day += Math.sign(days);
        if (hasOpenTime(day)) left--;
      }
      const moved = offsets.toInstant(day * DAY_MS + timeOfDay);
      return timestampFromMs(days < 0 || Object.is(days, -0) ? lastOpenMs(moved) : nextOpenMs(moved));
    },
  };
  registerMs(calendar, { addMs, subtractMs, betweenMs });
  return calendar;
}

function rangesOf(pauses: readonly Pause[] = []): readonly Range[] {
  if (pauses.length === 0) return [];
  return unionOf(
    pauses.map(
      ({ from, to }) => [timestampMs(from), to ? timestampMs(to) : Number.POSITIVE_INFINITY] as const,
    ),
  );
}

function assertLength(openMs: number): void {
  if (Number.isSafeInteger(openMs) && openMs >= 0) return;
  throw new DossierkitError(
    'priority-router/length-invalid',
    'A length of business time is whole ms, 0 or more',
    {
      context: { openMs },
    },
  );
}

function beyondCalendar(year: number): DossierkitError {
  return new DossierkitError('priority-router/beyond-calendar', 'The calendar does not reach that far', {
    context: { year, firstYear: FIRST_YEAR, lastYear: LAST_YEAR },
  });
}

function endlessPause(): DossierkitError {
  return new DossierkitError(
    'priority-router/endless-pause',
    'The clock stands still: nothing is due until it runs',
    {},
  );
}
