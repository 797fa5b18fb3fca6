import { dayFromNumber, timestampFromMs } from '@dossierkit/core';
import type { LocalTime } from '../calendar.js';
import type { WeeklyHours } from '../weekly-hours.js';
import { buildOpenTable, type DayBits, hasDay, intersectTables, type OpenTable } from './open-table.js';
import { buildZoneTable, localMinuteAt, utcMinuteOf, type ZoneTable } from './zone-table.js';

/** Everything that a calendar knows, as arrays. */
export interface CalendarTables {
  readonly zoneNames: readonly string[];
  readonly zones: readonly ZoneTable[];
  /** Holidays and the firm's closed days. */
  readonly closed: DayBits;
  /** Monday to Friday, and not closed. */
  readonly working: DayBits;
  readonly open: OpenTable;
  /** Names of holidays by day number, for explanations. */
  readonly holidayNames: ReadonlyMap<number, string>;
  /** First and last day number that the tables answer for. */
  readonly firstDay: number;
  readonly lastDay: number;
}

export function tablesFor(place: {
  readonly zones: readonly string[];
  readonly fromYear: number;
  readonly toYear: number;
  readonly hours: WeeklyHours;
  readonly closedDays: readonly number[];
  readonly holidayNames: ReadonlyMap<number, string>;
}): CalendarTables {
  const zones = place.zones.map((zone) => buildZoneTable(zone, place.fromYear, place.toYear));
  const firstDay = Date.UTC(place.fromYear, 0, 1) / 86_400_000;
  const lastDay = Date.UTC(place.toYear, 11, 31) / 86_400_000;
  const closed: DayBits = { firstDay, bits: new Uint8Array(lastDay - firstDay + 1) };
  for (const day of place.closedDays) if (day >= firstDay && day <= lastDay) closed.bits[day - firstDay] = 1;
  const working: DayBits = { firstDay, bits: new Uint8Array(closed.bits.length) };
  for (let day = firstDay; day <= lastDay; day++) {
    const weekday = (day + 3) % 7;
    if (weekday < 5 && !hasDay(closed, day)) working.bits[day - firstDay] = 1;
  }
  const open = openTableFor(zones, place.hours, closed);
  const { zones: zoneNames, holidayNames } = place;
  return { zoneNames, zones, closed, working, open, holidayNames, firstDay, lastDay };
}

/** Where several zones are possible, a minute is open only if it is open in all of them. */
function openTableFor(zones: readonly ZoneTable[], hours: WeeklyHours, closed: DayBits): OpenTable {
  const [first, ...others] = zones.map((zone) => buildOpenTable(zone, hours, closed));
  const zone = zones[0] as ZoneTable;
  return others.reduce((all, table) => intersectTables(all, table, zone), first as OpenTable);
}

/** The calendar's open minutes that lie within further hours as well, for example those of a channel. */
export function openWithin(tables: CalendarTables, hours: WeeklyHours): OpenTable {
  const narrower = openTableFor(tables.zones, hours, tables.closed);
  return intersectTables(tables.open, narrower, tables.zones[0] as ZoneTable);
}

/** The local day number at a UTC minute, in the first zone. */
export function localDayAt(tables: CalendarTables, minute: number): number {
  return Math.floor(localMinuteAt(tables.zones[0] as ZoneTable, minute) / 1440);
}

/** The UTC minute of a local day and minute of the day, in the first zone. */
export function utcMinuteAt(tables: CalendarTables, day: number, minute: number): number {
  return utcMinuteOf(tables.zones[0] as ZoneTable, day * 1440 + minute);
}

/** The same day if it is a working day, else the next one. */
export function workingDayFrom(tables: CalendarTables, day: number): number {
  let at = day;
  while (at <= tables.lastDay && !hasDay(tables.working, at)) at++;
  return at;
}

/** The day that lies `count` working days after `day`. */
export function addWorkingDays(tables: CalendarTables, day: number, count: number): number {
  let at = day;
  for (let left = count; left > 0; left--) at = workingDayFrom(tables, at + 1);
  return at;
}

export function localTimeOf(tables: CalendarTables, minute: number): LocalTime {
  const local = localMinuteAt(tables.zones[0] as ZoneTable, minute);
  const day = Math.floor(local / 1440);
  const [hour, rest] = [Math.floor((local - day * 1440) / 60), (local - day * 1440) % 60];
  return {
    at: timestampFromMs(minute * 60_000),
    local: `${dayFromNumber(day)}T${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`,
    zone: tables.zoneNames[0] as string,
  };
}
