import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  parsePlainDate,
  parseTimestamp,
  plainDate,
  plainDateAt,
  timestamp,
  weekdayOf,
} from './time.js';

describe('parsePlainDate', () => {
  it.each(['2026-05-03', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    '2026-02-31',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '0000-01-01',
    '',
    '2026-05-03 ',
  ])('refuses "%s"', (text) => {
    expect(parsePlainDate(text)).toEqual({ ok: false, error: { code: 'core/not-a-date', params: {} } });
  });
});

describe('parseTimestamp', () => {
  it.each([
    ['2026-05-03T10:15:00+02:00', '2026-05-03T08:15:00.000Z'],
    ['2026-05-03T08:15Z', '2026-05-03T08:15:00.000Z'],
    ['2026-05-03T08:15:00.123456789Z', '2026-05-03T08:15:00.123Z'],
  ])('brings %s to UTC', (text, utc) => {
    expect(parseTimestamp(text)).toEqual({ ok: true, value: utc });
  });

  it.each([
    '2026-02-31T00:00:00Z',
    '2026-05-03T08:15:00',
    '2026-05-03',
    '2026-05-03T25:00:00Z',
    'yesterday',
    '9999-12-31T23:59:59-14:00',
  ])('refuses %s', (text) => {
    expect(parseTimestamp(text).ok).toBe(false);
  });

  it('has a throwing twin', () => {
    expect(() => timestamp('yesterday')).toThrow(expect.objectContaining({ code: 'core/not-a-timestamp' }));
  });
});

describe('calendar arithmetic', () => {
  it('ends a month early rather than in the next one', () => {
    expect(addMonths(plainDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(plainDate('2026-03-31'), -13)).toBe('2025-02-28');
  });

  it('counts days across leap days', () => {
    expect(addDays(plainDate('2024-02-28'), 2)).toBe('2024-03-01');
  });

  it('knows the weekday, also before 1970', () => {
    expect(weekdayOf(plainDate('2026-05-03'))).toBe(7);
    expect(weekdayOf(plainDate('1969-07-20'))).toBe(7);
    expect(weekdayOf(plainDate('1970-01-01'))).toBe(4);
  });

  it('tells the day of an instant in a zone', () => {
    const at = timestamp('2026-05-03T22:30:00Z');
    expect(plainDateAt(at, 'Europe/Paris')).toBe('2026-05-04');
    expect(plainDateAt(at, 'America/New_York')).toBe('2026-05-03');
  });
});
