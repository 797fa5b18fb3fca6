import { DossierkitError, type Timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import type { BusinessCalendar, Pause } from './business-calendar.js';

/**
 * One promise about one message: the first answer, the next one, or that the matter is settled. A message may have
 * several of them; each is a clock of its own, with its own pauses. Plain data.
 */
export interface PromiseClock {
  readonly promise: 'first-answer' | 'next-answer' | 'resolution';
  readonly startedAt: Timestamp;
  /** The promised time, in ms of open time. */
  readonly budgetMs: number;
  /** Times in which the clock stood still. The last one is open ended while it still does. */
  readonly pauses: readonly Pause[];
  /** When the promise was kept or broken for good. A clock that has stopped no longer changes. */
  readonly stoppedAt?: Timestamp;
}

/** How a clock stands at one moment. Lengths are ms of open time. */
export interface ClockReading {
  readonly elapsedMs: number;
  /** Negative once the promise is broken. */
  readonly remainingMs: number;
  /** 1 when fresh, 0 when due, negative when late. */
  readonly remainingShare: number;
  /** When the promise is broken. Nothing while the clock stands still. */
  readonly dueAt: Timestamp | null;
  readonly state: 'running' | 'paused' | 'stopped';
}

/** A clock that begins to run. */
export function startClock(
  promise: PromiseClock['promise'],
  startedAt: Timestamp,
  budgetMs: number,
): PromiseClock {
  return { promise, startedAt, budgetMs: checkedBudget(budgetMs), pauses: [] };
}

/** Stops counting, for example while the customer is asked. A clock that stands still or has stopped stays as it is. */
export function pauseClock(clock: PromiseClock, at: Timestamp): PromiseClock {
  if (clock.stoppedAt || isPaused(clock)) return clock;
  return { ...clock, pauses: [...clock.pauses, { from: later(at, clock.startedAt) }] };
}

/** Goes on counting. A clock that runs or has stopped stays as it is. */
export function resumeClock(clock: PromiseClock, at: Timestamp): PromiseClock {
  const open = clock.pauses.at(-1);
  if (clock.stoppedAt || !open || open.to) return clock;
  return { ...clock, pauses: [...clock.pauses.slice(0, -1), { from: open.from, to: later(at, open.from) }] };
}

/** Stops a clock for good: answered, or settled. */
export function stopClock(clock: PromiseClock, at: Timestamp): PromiseClock {
  return clock.stoppedAt ? clock : { ...resumeClock(clock, at), stoppedAt: later(at, clock.startedAt) };
}

/** Promises another time. What has passed and what was paused stays counted as it was. */
export function changeBudget(clock: PromiseClock, budgetMs: number): PromiseClock {
  return clock.stoppedAt ? clock : { ...clock, budgetMs: checkedBudget(budgetMs) };
}

/** How much of the promise is used at a moment, in the open time of a calendar. */
export function readClock(clock: PromiseClock, calendar: BusinessCalendar, at: Timestamp): ClockReading {
  const until = clock.stoppedAt ?? at;
  const { pauses } = clock;
  const elapsedMs = until > clock.startedAt ? calendar.between(clock.startedAt, until, { pauses }) : 0;
  const remainingMs = clock.budgetMs - elapsedMs;
  const paused = isPaused(clock);
  return {
    elapsedMs,
    remainingMs,
    remainingShare: remainingMs / clock.budgetMs,
    dueAt: paused && remainingMs > 0 ? null : calendar.add(clock.startedAt, clock.budgetMs, { pauses }),
    state: clock.stoppedAt ? 'stopped' : paused ? 'paused' : 'running',
  };
}

function isPaused(clock: PromiseClock): boolean {
  const last = clock.pauses.at(-1);
  return last !== undefined && last.to === undefined;
}

function later(a: Timestamp, b: Timestamp): Timestamp {
  return timestampFromMs(Math.max(timestampMs(a), timestampMs(b)));
}

function checkedBudget(budgetMs: number): number {
  if (Number.isSafeInteger(budgetMs) && budgetMs > 0) return budgetMs;
  throw new DossierkitError(
    'priority-router/length-invalid',
    'A promise is a whole number of ms, more than 0',
    {
      context: { budgetMs },
    },
  );
}
