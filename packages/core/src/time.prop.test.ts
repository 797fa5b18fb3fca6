import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { plainDates, timestamps } from './testing.js';
import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  daysBetween,
  parsePlainDate,
  parseTimestamp,
  partsOfDate,
  plainDateFrom,
  weekdayOf,
} from './time.js';

test.prop([
  fc.integer({ min: 1, max: 9999 }),
  fc.integer({ min: -2, max: 15 }),
  fc.integer({ min: -2, max: 34 }),
])('exactly the days that the calendar has are days', (year, month, day) => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  expect(plainDateFrom(year, month, day) !== undefined).toBe(exists);
});

test.prop([fc.string({ maxLength: 30 })])('any text gets an answer', (text) => {
  expect([true, false]).toContain(parsePlainDate(text).ok);
  expect([true, false]).toContain(parseTimestamp(text).ok);
});

test.prop([plainDates()])('a day is its number and its parts', (day) => {
  expect(dayFromNumber(dayNumber(day))).toBe(day);
  const { year, month, day: dayOfMonth } = partsOfDate(day);
  expect(plainDateFrom(year, month, dayOfMonth)).toBe(day);
});

test.prop([plainDates(), fc.integer({ min: -40_000, max: 40_000 })])(
  'adding days and counting them are inverse',
  (day, days) => {
    expect(daysBetween(day, addDays(day, days))).toBe(days);
    expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
  },
);

test.prop([plainDates(), fc.integer({ min: -600, max: 600 })])(
  'adding months lands in that month',
  (day, months) => {
    const from = partsOfDate(day);
    const to = partsOfDate(addMonths(day, months));
    expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
    expect(to.day).toBeLessThanOrEqual(from.day);
  },
);

test.prop([timestamps(), timestamps()])('timestamps sort as text', (a, b) => {
  expect(a < b).toBe(Date.parse(a) < Date.parse(b));
});
