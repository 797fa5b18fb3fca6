import { z } from 'zod';

/** The days of the week, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is HH:MM, from 00:00 to 23:59');

/**
 * A stretch of local time, first and last minute: `['09:00', '17:00']` includes 17:00 itself, `['00:00', '23:59']` is the
 * whole day. Where the end is before the start it runs past midnight, and belongs to the day it starts on.
 */
const window = z
  .tuple([clockTime, clockTime])
  .refine(([from, to]) => from !== to, 'a window that starts where it ends is empty or endless: say which');

/** Schema of opening hours by day of the week; a day that is absent, or has no window, is closed. */
export const weeklyHoursSchema: z.ZodType<WeeklyHours> = z.strictObject(
  Object.fromEntries(WEEKDAYS.map((day) => [day, z.array(window).max(12).optional()])),
) as unknown as z.ZodType<WeeklyHours>;

/** Opening hours by day of the week, in local time, first and last minute included. */
export type WeeklyHours = { readonly [Day in Weekday]?: readonly (readonly [string, string])[] | undefined };

/** The same hours on several days: `hoursOn(['mon', 'tue'], '09:00', '17:00')`. */
export function hoursOn(days: readonly Weekday[], from: string, to: string): WeeklyHours {
  return Object.fromEntries(days.map((day) => [day, [[from, to]]]));
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOfDay(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
