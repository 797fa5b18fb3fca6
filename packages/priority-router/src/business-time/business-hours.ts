import { parsePlainDate, parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

/** The days of a week, as opening hours name them. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** From and to, as local times `HH:MM`; `24:00` is the end of the day. */
export type OpenRange = [from: string, to: string];

/** When a branch works: plain data. */
export interface BusinessHours {
  /** IANA name. */
  readonly zone: string;
  /** Open ranges of each day of the week. */
  readonly weekly: Readonly<Partial<Record<(typeof WEEKDAYS)[number], OpenRange[]>>>;
  /** Closed ranges of single days. */
  readonly breaks: Readonly<Record<string, OpenRange[]>>;
  /** Open ranges that stand in for the weekly ones on single days. */
  readonly shifts: Readonly<Record<string, OpenRange[]>>;
  /** Days on which nothing is open, shifts included. The host brings them, for example from `date-holidays`. */
  readonly holidays: readonly string[];
  /** Where a time that runs out exactly at closing ends: at that closing (default), or at the next opening. */
  readonly boundary: 'closing' | 'next-opening';
}

/** {@link BusinessHours} as they are written down: only zone and weekly hours are needed. */
export type BusinessHoursInput = Pick<BusinessHours, 'zone' | 'weekly'> & Partial<BusinessHours>;

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day is written HH:MM, 00:00 to 24:00');

const range = z
  .tuple([time, time])
  .refine(([from, to]) => from < to, 'a range ends after it begins; split one that runs past midnight');

const day = z.string().refine((text) => parsePlainDate(text).ok, 'not a day of the calendar (YYYY-MM-DD)');

const byDay = z.record(day, z.array(range));

const businessHoursSchema: z.ZodType<BusinessHours> = z
  .strictObject({
    zone: z.string().refine(isZone, 'not an IANA time zone'),
    weekly: z.partialRecord(z.enum(WEEKDAYS), z.array(range)),
    breaks: byDay.default({}),
    shifts: byDay.default({}),
    holidays: z.array(day).default([]),
    boundary: z.enum(['closing', 'next-opening']).default('closing'),
  })
  .refine(({ weekly }) => Object.values(weekly).some((ranges) => ranges.length > 0), {
    path: ['weekly'],
    message: 'a calendar without an open hour is refused: nothing would ever be due',
  });

/**
 * Checks opening hours and fills in what is left out.
 *
 * @throws {DossierkitError} `core/policy-invalid`, also for a calendar without any open hour
 */
export function defineBusinessHours(input: BusinessHoursInput): BusinessHours {
  return parsePolicy('business hours', businessHoursSchema, input);
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}
