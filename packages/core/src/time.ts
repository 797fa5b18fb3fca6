import { type CodedError, codedError, type NoParams, unwrap } from './errors.js';
import { err, ok, type Result } from './result.js';

declare const brand: unique symbol;

/** An instant, as ISO 8601 in UTC with milliseconds: `2026-05-03T08:15:00.000Z`. Timestamps sort as text. */
export type Timestamp = string & { readonly [brand]: 'Timestamp' };

/** A calendar day without a time or a zone: `2026-05-03`, years 0001 to 9999. Days sort as text. */
export type PlainDate = string & { readonly [brand]: 'PlainDate' };

/** What may be wrong with the text of a day or an instant. */
export type TimeError = CodedError<'core/not-a-date' | 'core/not-a-timestamp', NoParams>;

/** Where long-lived objects take the time from. The host passes it in; tests pass one that they turn by hand. */
export interface Clock {
  now(): Timestamp;
}

const DAY_MS = 86_400_000;

/**
 * Reads a calendar day written as `YYYY-MM-DD`. Days that do not exist, such as 31 February, are refused.
 *
 * @returns the day, or `core/not-a-date`
 */
export function parsePlainDate(text: string): Result<PlainDate, TimeError> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match && plainDateFrom(Number(match[1]), Number(match[2]), Number(match[3]));
  return day ? ok(day) : err(codedError('core/not-a-date', {}));
}

/**
 * A calendar day from text that is known to be one.
 *
 * @throws {DossierkitError} `core/not-a-date`
 */
export function plainDate(text: string): PlainDate {
  return unwrap(parsePlainDate(text));
}

/** The calendar day of these numbers (`month` 1 to 12), or `undefined` where the calendar has no such day. */
export function plainDateFrom(year: number, month: number, day: number): PlainDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/** How many days a month has (`month` 1 to 12), in the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Reads an instant in ISO 8601 with a zone (`Z` or an offset) and brings it to UTC with milliseconds.
 *
 * @returns the instant, or `core/not-a-timestamp`
 */
export function parseTimestamp(text: string): Result<Timestamp, TimeError> {
  const shape = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (!shape?.[1] || !parsePlainDate(shape[1]).ok) return err(codedError('core/not-a-timestamp', {}));
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return err(codedError('core/not-a-timestamp', {}));
  const iso = new Date(milliseconds).toISOString();
  return iso.length === 24 ? ok(iso as Timestamp) : err(codedError('core/not-a-timestamp', {}));
}

/**
 * An instant from text that is known to be one.
 *
 * @throws {DossierkitError} `core/not-a-timestamp`
 */
export function timestamp(text: string): Timestamp {
  return unwrap(parseTimestamp(text));
}

/** The instant of a number of milliseconds since 1970-01-01T00:00Z. */
export function timestampFromMs(milliseconds: number): Timestamp {
  return new Date(milliseconds).toISOString() as Timestamp;
}

/** The milliseconds since 1970-01-01T00:00Z of an instant. */
export function timestampMs(at: Timestamp): number {
  return Date.parse(at);
}

/** The calendar day that an instant falls on in an IANA zone, for example `Europe/Paris`. */
export function plainDateAt(at: Timestamp, zone: string): PlainDate {
  const parts = dayFormat(zone).formatToParts(Date.parse(at));
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  return plainDateFrom(part('year'), part('month'), part('day')) as PlainDate;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = dayFormats.get(zone);
  if (!format) {
    const options = { timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en-US', { ...options, calendar: 'gregory' });
    dayFormats.set(zone, format);
  }
  return format;
}

/** The day `days` later (earlier, where negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dayFromNumber(dayNumber(day) + days);
}

/** The same day of the month `months` later; the last day of that month where it is shorter. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const { year, month, day: dayOfMonth } = partsOfDate(day);
  const index = year * 12 + (month - 1) + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return plainDateFrom(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth))) as PlainDate;
}

/** How many days lie between two days: positive where `to` is the later one. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week, as ISO 8601 counts: Monday 1 to Sunday 7. */
export function weekdayOf(day: PlainDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const fromMonday = (((dayNumber(day) + 3) % 7) + 7) % 7;
  return (fromMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Year, month (1 to 12) and day of the month. */
export function partsOfDate(day: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** Days since 1970-01-01, which is day 0. */
export function dayNumber(day: PlainDate): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** The calendar day of a {@link dayNumber}. */
export function dayFromNumber(number: number): PlainDate {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
