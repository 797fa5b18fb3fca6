import { DossierkitError } from '@dossierkit/core';

/**
 * The offsets of one zone over a range of years. Segment `i` holds from UTC minute `starts[i]` up to `starts[i + 1]`, and
 * local time is UTC plus `offsets[i]` minutes in it.
 */
export interface ZoneTable {
  readonly starts: Int32Array;
  readonly offsets: Int32Array;
  /** First UTC minute after the range. */
  readonly end: number;
}

const PROBE_MINUTES = 7 * 1440;

/** Asks `Intl` once a week, and looks for the exact minute wherever the offset changed. */
export function buildZoneTable(zone: string, fromYear: number, toYear: number): ZoneTable {
  const offsetAt = offsetReader(zone);
  // A day on either side, so that every local day of the range is covered in every zone.
  const first = Date.UTC(fromYear, 0, 1) / 60_000 - 1440;
  const end = Date.UTC(toYear + 1, 0, 1) / 60_000 + 1440;
  const starts = [first];
  const offsets = [offsetAt(first)];
  for (let minute = first; minute < end; minute += PROBE_MINUTES) {
    const next = Math.min(minute + PROBE_MINUTES, end);
    const known = offsets[offsets.length - 1] as number;
    if (offsetAt(next) === known) continue;
    starts.push(firstMinuteOfChange(offsetAt, minute, next, known));
    offsets.push(offsetAt(next));
  }
  return { starts: Int32Array.from(starts), offsets: Int32Array.from(offsets), end };
}

function firstMinuteOfChange(
  offsetAt: (minute: number) => number,
  before: number,
  after: number,
  known: number,
): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsetAt(middle) === known) low = middle;
    else high = middle;
  }
  return high;
}

/** The offset in minutes at a UTC minute; zones have known only whole minutes since 1972. */
function offsetReader(zone: string): (minute: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch (cause) {
    throw new DossierkitError('dunning-scheduler/unknown-zone', 'A calendar needs an IANA time zone', {
      context: { zone },
      cause,
    });
  }
  return (minute) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(minute * 60_000)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute: clock = 0 } = part;
    return Math.round(Date.UTC(year, month - 1, day, hour, clock) / 60_000) - minute;
  };
}

/** Index of the segment that a UTC minute lies in; the nearest one outside the range. */
export function segmentAt({ starts }: ZoneTable, minute: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= minute) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The local minute (since 1970-01-01T00:00 on the local clock) at a UTC minute. */
export function localMinuteAt(table: ZoneTable, minute: number): number {
  return minute + (table.offsets[segmentAt(table, minute)] as number);
}

/**
 * The first UTC minute at which the local clock shows `local` or later: in a skipped hour the end of the gap, in a repeated
 * hour its first passing.
 */
export function utcMinuteOf(table: ZoneTable, local: number): number {
  const { starts, offsets, end } = table;
  // Offsets span −12 to +14 hours, so the right segment starts no earlier than this one.
  let at = segmentAt(table, local - 15 * 60);
  for (; at < starts.length; at++) {
    const segmentEnd = at + 1 < starts.length ? (starts[at + 1] as number) : end;
    if (segmentEnd + (offsets[at] as number) > local) break;
  }
  at = Math.min(at, starts.length - 1);
  return Math.max(starts[at] as number, local - (offsets[at] as number));
}
