import { plainDate, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { createCalendar } from './calendar.js';
import { hoursOn, WEEKDAYS } from './weekly-hours.js';

const years = { fromYear: 2024, toYear: 2028 };
const everyDay = (from: string, to: string) => hoursOn(WEEKDAYS, from, to);

describe('holidays', () => {
  const bavaria = createCalendar({ zone: 'Europe/Berlin', country: 'DE', region: 'BY', ...years });
  const berlin = createCalendar({ zone: 'Europe/Berlin', country: 'DE', region: 'BE', ...years });

  it('are those of the region', () => {
    expect(bavaria.isClosedDay(plainDate('2026-06-04'))).toBe(true);
    expect(bavaria.holidayOn(plainDate('2026-06-04'))).toBe('Fronleichnam');
    expect(berlin.isClosedDay(plainDate('2026-06-04'))).toBe(false);
    expect(berlin.isClosedDay(plainDate('2026-03-08'))).toBe(true);
  });

  it('close the substitute day as well as the day itself', () => {
    const sydney = createCalendar({
      zone: 'Australia/Sydney',
      country: 'AU',
      region: 'NSW',
      fromYear: 2022,
      toYear: 2022,
    });
    expect(sydney.isClosedDay(plainDate('2022-01-01'))).toBe(true);
    expect(sydney.isClosedDay(plainDate('2022-01-03'))).toBe(true);
  });

  it('refuse a region that nobody knows', () => {
    expect(() => createCalendar({ zone: 'Europe/Berlin', country: 'DE', region: 'XX', ...years })).toThrow(
      'unknown-region',
    );
    expect(() => createCalendar({ zone: 'Europe/Atlantis' })).toThrow('unknown-zone');
  });
});

describe('clock changes', () => {
  const berlin = createCalendar({ zone: 'Europe/Berlin', hours: everyDay('08:00', '20:00'), ...years });
  const night = createCalendar({ zone: 'Europe/Berlin', hours: everyDay('02:15', '02:45'), ...years });

  it('move the opening in UTC, not on the customer’s clock', () => {
    expect(berlin.nextOpen(timestamp('2026-03-28T20:30:00Z'))).toBe('2026-03-29T06:00:00.000Z');
    expect(berlin.nextOpen(timestamp('2026-10-24T20:30:00Z'))).toBe('2026-10-25T07:00:00.000Z');
  });

  it('leave nothing open in a skipped hour', () => {
    expect(night.nextOpen(timestamp('2026-03-29T00:00:00Z'))).toBe('2026-03-30T00:15:00.000Z');
  });

  it('open a repeated hour twice', () => {
    expect(night.isOpen(timestamp('2026-10-25T00:30:00Z'))).toBe(true);
    expect(night.isOpen(timestamp('2026-10-25T00:50:00Z'))).toBe(false);
    expect(night.isOpen(timestamp('2026-10-25T01:30:00Z'))).toBe(true);
    expect(night.isOpen(timestamp('2026-10-25T01:50:00Z'))).toBe(false);
  });

  it('of half an hour are right as well', () => {
    const lordHowe = createCalendar({
      zone: 'Australia/Lord_Howe',
      hours: everyDay('08:00', '20:00'),
      ...years,
    });
    expect(lordHowe.nextOpen(timestamp('2026-04-04T20:00:00Z'))).toBe('2026-04-04T21:30:00.000Z');
  });
});

describe('hours', () => {
  it('include their last minute', () => {
    const office = createCalendar({ zone: 'UTC', hours: hoursOn(['mon'], '09:00', '17:00'), ...years });
    expect(office.isOpen(timestamp('2024-01-01T17:00:00Z'))).toBe(true);
    expect(office.isOpen(timestamp('2024-01-01T17:01:00Z'))).toBe(false);
  });

  it('past midnight belong to the day they start on', () => {
    const late = createCalendar({ zone: 'UTC', hours: hoursOn(['mon'], '23:00', '02:00'), ...years });
    expect(late.isOpen(timestamp('2024-01-02T01:00:00Z'))).toBe(true);
    expect(late.isOpen(timestamp('2024-01-03T01:00:00Z'))).toBe(false);
  });

  it('of several possible zones are those that are open in all of them', () => {
    const somewhere = createCalendar({
      zone: ['America/New_York', 'America/Los_Angeles'],
      hours: everyDay('08:00', '20:59'),
      ...years,
    });
    expect(somewhere.isOpen(timestamp('2026-01-16T02:30:00Z'))).toBe(false);
    expect(somewhere.nextOpen(timestamp('2026-01-16T02:30:00Z'))).toBe('2026-01-16T16:00:00.000Z');
  });

  it('that never open have no next time, instead of now', () => {
    const never = createCalendar({ zone: 'UTC', hours: {}, ...years });
    expect(never.nextOpen(timestamp('2026-01-16T02:30:00Z'))).toBeUndefined();
  });

  it('end with the tables', () => {
    const short = createCalendar({ zone: 'UTC', hours: everyDay('08:00', '09:00'), ...years });
    expect(short.nextOpen(timestamp('2030-01-01T00:00:00Z'))).toBeUndefined();
  });
});
