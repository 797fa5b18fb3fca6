import { timestampMs } from '@dossierkit/core';
import { timestamps } from '@dossierkit/core/testing';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { businessHours } from '../testing.js';
import { createBusinessCalendar } from './business-calendar.js';

const instants = timestamps(Date.UTC(2025, 0), Date.UTC(2026, 11, 31));
const lengths = fc.integer({ min: 0, max: 20 * 24 * 3_600_000 });
const calendars = businessHours().map(createBusinessCalendar);

test.prop([calendars, instants, lengths], { numRuns: 25 })('between undoes add', (calendar, at, openMs) => {
  expect(calendar.between(at, calendar.add(at, openMs))).toBe(openMs);
});

test.prop([calendars, instants, lengths], { numRuns: 25 })('subtract undoes add', (calendar, at, openMs) => {
  expect(calendar.between(calendar.subtract(at, openMs), at)).toBe(openMs);
});

test.prop([calendars, instants, lengths, lengths], { numRuns: 25 })(
  'adding in two steps is adding at once',
  (calendar, at, first, second) => {
    const once = calendar.add(at, first + second);
    const twice = calendar.add(calendar.add(at, first), second);
    // With nothing left to add, the second step leaves a closing time for the next opening.
    if (second > 0) expect(twice).toBe(once);
    else expect(calendar.between(once, twice)).toBe(0);
  },
);

test.prop([calendars, instants, instants, instants], { numRuns: 25 })(
  'open time adds up and never exceeds real time',
  (calendar, a, b, c) => {
    expect(calendar.between(a, b) + calendar.between(b, c)).toBe(calendar.between(a, c));
    expect(Math.abs(calendar.between(a, b))).toBeLessThanOrEqual(Math.abs(timestampMs(b) - timestampMs(a)));
    expect(calendar.between(b, a)).toBe(0 - calendar.between(a, b));
  },
);

test.prop([calendars, instants, lengths, fc.array(fc.tuple(instants, instants), { maxLength: 4 })], {
  numRuns: 25,
})(
  'pauses only ever move a due time back, and what is added around them is found again',
  (calendar, at, openMs, ranges) => {
    const pauses = ranges.map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
    const due = calendar.add(at, openMs, { pauses });
    expect(due >= calendar.add(at, openMs)).toBe(true);
    expect(calendar.between(at, due, { pauses })).toBe(openMs);
  },
);
