import {
  DossierkitError,
  dayNumber,
  type PlainDate,
  parsePolicy,
  type Timestamp,
  timestampFromMs,
  timestampMs,
} from '@dossierkit/core';
import { z } from 'zod';
import { type CalendarTables, localTimeOf, tablesFor } from './internal/calendar-tables.js';
import { readHolidays } from './internal/holidays.js';
import { hasDay, NEVER, nextOpenMinute, stretchFrom } from './internal/open-table.js';
import { WEEKDAYS, type WeeklyHours, weeklyHoursSchema } from './weekly-hours.js';

/** A point in time as the customer's clock shows it. */
export interface LocalTime {
  readonly at: Timestamp;
  /** `2026-03-05T09:00`, on the local clock. */
  readonly local: string;
  /** The IANA zone of that clock. */
  readonly zone: string;
}

/** What {@link createCalendar} takes. */
export interface CalendarOptions {
  /**
   * The customer's IANA zone. Several where it is not known which one holds: then only those minutes are open that are
   * open in all of them.
   */
  readonly zone: string | readonly [string, ...string[]];
  /** ISO 3166-1 country whose public holidays are closed days, for example `DE`; none where absent. */
  readonly country?: string | undefined;
  /** Its region as ISO 3166-2 has it after the hyphen: `BY`, `GE`, `ENG`, `57` (Moselle). */
  readonly region?: string | undefined;
  /** Hours in which a contact may be made at all. Default: 08:00 to 20:00, Monday to Saturday. */
  readonly hours?: WeeklyHours | undefined;
  /** Further closed days, for example of the firm. */
  readonly closed?: readonly PlainDate[] | undefined;
  /** Whether bank holidays are closed as well. Default: `true`. */
  readonly bankHolidays?: boolean | undefined;
  /** First year of the tables. Default: 2015. */
  readonly fromYear?: number | undefined;
  /** Last year of the tables. Default: 2040. A time after it has no answer, and plans say so. */
  readonly toYear?: number | undefined;
}

/** Opening times and holidays of one place, compiled: each question is a look-up. */
export interface Calendar {
  readonly zones: readonly string[];
  readonly fromYear: number;
  readonly toYear: number;
  /** Whether the minute of this instant is open. */
  isOpen(at: Timestamp): boolean;
  /** The first open minute at this instant or later; `undefined` where there is none within the years of the tables. */
  nextOpen(at: Timestamp): Timestamp | undefined;
  /** Whether this is a holiday or a closed day of the firm. Days without hours, such as Sundays, are a matter of hours. */
  isClosedDay(day: PlainDate): boolean;
  /** Whether this is a working day: Monday to Friday, and not closed. */
  isWorkingDay(day: PlainDate): boolean;
  /** The holiday on this day, by its own name. */
  holidayOn(day: PlainDate): string | undefined;
  /** What the customer's clock shows; the first zone's where there are several. */
  localTime(at: Timestamp): LocalTime;
}

const optionsSchema = z
  .strictObject({
    zone: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(8)]),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    region: z.string().max(10).optional(),
    hours: weeklyHoursSchema.default(
      Object.fromEntries(WEEKDAYS.slice(0, 6).map((day) => [day, [['08:00', '20:00']]])),
    ),
    closed: z
      .array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/))
      .max(10_000)
      .default([]),
    bankHolidays: z.boolean().default(true),
    fromYear: z.int().min(1980).max(2200).default(2015),
    toYear: z.int().min(1980).max(2200).default(2040),
  })
  .refine(({ fromYear, toYear }) => toYear >= fromYear && toYear - fromYear < 100, {
    path: ['toYear'],
    message: 'the tables hold one to a hundred years',
  });

/**
 * Compiles zone transitions, holidays and weekly hours into tables, once; every look-up after that is independent of how
 * complicated the rules are. Skipped and repeated hours at clock changes are right by construction.
 *
 * Building takes some 100 ms for a country with holidays; keep the calendar, one for each place.
 *
 * @throws {DossierkitError} `core/policy-invalid`, `dunning-scheduler/unknown-zone`, `dunning-scheduler/unknown-region`
 * @example
 * const munich = createCalendar({ country: 'DE', region: 'BY', zone: 'Europe/Berlin' });
 * munich.nextOpen(timestamp('2026-12-24T21:00:00Z')); // '2026-12-28T07:00:00.000Z'
 */
export function createCalendar(options: CalendarOptions): Calendar {
  const parsed = parsePolicy('calendar', optionsSchema, options);
  const holidays = readHolidays(parsed);
  const zones = [parsed.zone].flat();
  const tables = buildTables(zones, parsed, holidays);
  const calendar: Calendar = {
    zones,
    fromYear: parsed.fromYear,
    toYear: parsed.toYear,
    isOpen: (at) => isOpenAt(tables, Math.floor(timestampMs(at) / 60_000)),
    nextOpen: (at) => {
      const ms = timestampMs(at);
      const minute = Math.floor(ms / 60_000);
      if (isOpenAt(tables, minute)) return at;
      const next = nextOpenMinute(tables.open, Math.ceil(ms / 60_000));
      return next === NEVER ? undefined : timestampFromMs(next * 60_000);
    },
    isClosedDay: (day) => hasDay(tables.closed, dayNumber(day)),
    isWorkingDay: (day) => hasDay(tables.working, dayNumber(day)),
    holidayOn: (day) => holidays.get(dayNumber(day)),
    localTime: (at) => localTimeOf(tables, Math.floor(timestampMs(at) / 60_000)),
  };
  tablesByCalendar.set(calendar, tables);
  return calendar;
}

const tablesByCalendar = new WeakMap<Calendar, CalendarTables>();

/** @internal The tables behind a calendar. */
export function tablesOf(calendar: Calendar): CalendarTables {
  const tables = tablesByCalendar.get(calendar);
  if (!tables) {
    throw new DossierkitError(
      'dunning-scheduler/foreign-calendar',
      'The calendar must come from createCalendar',
    );
  }
  return tables;
}

function isOpenAt({ open }: CalendarTables, minute: number): boolean {
  const at = stretchFrom(open, minute);
  return at < open.ends.length && (open.starts[at] as number) <= minute;
}

function buildTables(
  zones: readonly string[],
  options: z.output<typeof optionsSchema>,
  holidays: ReadonlyMap<number, string>,
): CalendarTables {
  const { fromYear, toYear, closed, hours } = options;
  return tablesFor({
    zones,
    fromYear,
    toYear,
    hours,
    holidayNames: holidays,
    closedDays: [...holidays.keys(), ...closed.map((day) => dayNumber(day as PlainDate))],
  });
}
