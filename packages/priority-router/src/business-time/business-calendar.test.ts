import { timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { createBusinessCalendar } from './business-calendar.js';
import { defineBusinessHours } from './business-hours.js';

const HOUR = 3_600_000;
const weekdays = (from: string, to: string) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [[from, to]]])) as Record<
    string,
    [string, string][]
  >;
const paris = createBusinessCalendar(
  defineBusinessHours({
    zone: 'Europe/Paris',
    weekly: weekdays('09:00', '17:00'),
    holidays: ['2026-05-01'],
    breaks: { '2026-05-04': [['12:00', '13:00']] },
    shifts: { '2026-05-02': [['09:00', '12:00']] },
  }),
);
const at = timestamp;

describe('add', () => {
  it.each([
    ['2026-04-29T07:00:00Z', 2, '2026-04-29T09:00:00.000Z', 'within the day'],
    ['2026-04-29T07:00:00Z', 8, '2026-04-29T15:00:00.000Z', 'until exactly closing'],
    ['2026-04-30T14:00:00Z', 2, '2026-05-02T08:00:00.000Z', 'over a holiday into a Saturday shift'],
    ['2026-05-02T09:00:00Z', 5, '2026-05-04T12:00:00.000Z', 'around a break of one day'],
    ['2026-03-27T15:00:00Z', 2, '2026-03-30T08:00:00.000Z', 'over the night in which clocks are set forward'],
    ['2026-04-29T20:00:00Z', 0, '2026-04-30T07:00:00.000Z', 'nothing, from closed time: the next opening'],
  ])('from %s %i hours is %s: %s', (from, hours, to) => {
    expect(paris.add(at(from), hours * HOUR)).toBe(to);
  });

  it('goes on to the next opening where that is asked for', () => {
    const calendar = createBusinessCalendar({ ...paris.hours, boundary: 'next-opening' });
    expect(calendar.add(at('2026-04-29T07:00:00Z'), 8 * HOUR)).toBe('2026-04-30T07:00:00.000Z');
    expect(calendar.subtract(at('2026-04-29T15:00:00Z'), 8 * HOUR)).toBe('2026-04-28T15:00:00.000Z');
  });

  it('leaves pauses out, overlapping ones once', () => {
    const pauses = [
      { from: at('2026-04-29T08:00:00Z'), to: at('2026-04-29T09:30:00Z') },
      { from: at('2026-04-29T09:00:00Z'), to: at('2026-04-29T10:00:00Z') },
    ];
    expect(paris.add(at('2026-04-29T07:00:00Z'), 2 * HOUR, { pauses })).toBe('2026-04-29T11:00:00.000Z');
    expect(paris.between(at('2026-04-29T07:00:00Z'), at('2026-04-29T11:00:00Z'), { pauses })).toBe(2 * HOUR);
  });

  it('refuses to name a due time while the clock stands still', () => {
    const pauses = [{ from: at('2026-04-29T08:00:00Z') }];
    expect(() => paris.add(at('2026-04-29T07:00:00Z'), 2 * HOUR, { pauses })).toThrow(/endless-pause/);
  });

  it('counts a night of 25 hours for a branch that never closes', () => {
    const always = [['00:00', '24:00']] as [string, string][];
    const weekly = {
      mon: always,
      tue: always,
      wed: always,
      thu: always,
      fri: always,
      sat: always,
      sun: always,
    };
    const calendar = createBusinessCalendar(defineBusinessHours({ zone: 'Europe/Paris', weekly }));
    expect(calendar.add(at('2026-10-24T22:00:00Z'), 25 * HOUR)).toBe('2026-10-25T23:00:00.000Z');
    expect(calendar.isOpen(at('2026-10-24T22:00:00Z'))).toBe(true);
  });
});

describe('addDays', () => {
  it.each([
    ['2026-04-30T08:00:00Z', 1, '2026-05-02T08:00:00.000Z', 'the holiday does not count, the shift does'],
    ['2026-04-30T04:00:00Z', 1, '2026-05-02T07:00:00.000Z', 'an early hour waits for the opening'],
    ['2026-05-04T08:00:00Z', -1, '2026-05-02T08:00:00.000Z', 'backwards'],
    ['2026-05-04T18:00:00Z', -1, '2026-05-02T10:00:00.000Z', 'backwards, a late hour ends at the closing'],
  ])('from %s by %i is %s: %s', (from, days, to) => {
    expect(paris.addDays(at(from), days)).toBe(to);
  });
});

describe('defineBusinessHours', () => {
  it.each([
    [{ zone: 'UTC', weekly: {} }, 'never|ever be due'],
    [{ zone: 'UTC', weekly: { mon: [] } }, 'ever be due'],
    [{ zone: 'Mars/Olympus', weekly: weekdays('09:00', '17:00') }, 'IANA'],
    [{ zone: 'UTC', weekly: weekdays('17:00', '09:00') }, 'ends after it begins'],
    [{ zone: 'UTC', weekly: weekdays('09:00', '17:00'), holidays: ['2026-02-31'] }, 'not a day'],
  ])('refuses %j', (input, why) => {
    expect(() => defineBusinessHours(input)).toThrow(new RegExp(why));
  });
});
