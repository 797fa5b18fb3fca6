import { timestamp } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { createBusinessCalendar } from './business-calendar.js';
import { defineBusinessHours } from './business-hours.js';
import { changeBudget, pauseClock, readClock, resumeClock, startClock, stopClock } from './promise-clock.js';

const HOUR = 3_600_000;
const hours = [['08:00', '18:00']] as [string, string][];
const berlin = createBusinessCalendar(
  defineBusinessHours({
    zone: 'Europe/Berlin',
    weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  }),
);
const at = timestamp;
const fresh = startClock('first-answer', at('2026-06-01T07:00:00Z'), 4 * HOUR);

it('runs in open time and says how much is left', () => {
  expect(readClock(fresh, berlin, at('2026-06-01T08:00:00Z'))).toEqual({
    elapsedMs: HOUR,
    remainingMs: 3 * HOUR,
    remainingShare: 0.75,
    dueAt: '2026-06-01T11:00:00.000Z',
    state: 'running',
  });
});

it('stands still while the customer is asked, and has no due time then', () => {
  const paused = pauseClock(fresh, at('2026-06-01T08:00:00Z'));
  expect(readClock(paused, berlin, at('2026-06-03T08:00:00Z'))).toMatchObject({
    elapsedMs: HOUR,
    dueAt: null,
    state: 'paused',
  });
  const resumed = resumeClock(paused, at('2026-06-03T08:00:00Z'));
  expect(readClock(resumed, berlin, at('2026-06-03T09:00:00Z'))).toMatchObject({
    elapsedMs: 2 * HOUR,
    dueAt: '2026-06-03T11:00:00.000Z',
  });
});

it('keeps its pauses when another time is promised', () => {
  const paused = resumeClock(pauseClock(fresh, at('2026-06-01T08:00:00Z')), at('2026-06-01T10:00:00Z'));
  const changed = changeBudget(paused, 2 * HOUR);
  expect(readClock(changed, berlin, at('2026-06-01T10:30:00Z'))).toMatchObject({
    elapsedMs: 1.5 * HOUR,
    dueAt: '2026-06-01T11:00:00.000Z',
  });
});

it('no longer changes once it has stopped', () => {
  const stopped = stopClock(fresh, at('2026-06-01T12:00:00Z'));
  expect(
    stopClock(
      changeBudget(pauseClock(stopped, at('2026-06-02T08:00:00Z')), HOUR),
      at('2026-06-05T08:00:00Z'),
    ),
  ).toBe(stopped);
  expect(readClock(stopped, berlin, at('2026-06-09T08:00:00Z'))).toMatchObject({
    elapsedMs: 5 * HOUR,
    remainingShare: -0.25,
    state: 'stopped',
  });
});

it('refuses a promise of no time', () => {
  expect(() => startClock('resolution', at('2026-06-01T07:00:00Z'), 0)).toThrow(/length-invalid/);
});
