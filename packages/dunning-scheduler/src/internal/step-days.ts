import { dayFromNumber } from '@dossierkit/core';
import type { AgeStart, DunningReason } from '../findings.js';
import { addWorkingDays } from './calendar-tables.js';
import { type Attempt, LONG_AGO } from './case-state.js';
import type { CompiledStep } from './compile-policy.js';
import { NEVER } from './open-table.js';
import { todayOf, type Walk } from './walk.js';

/** The day that the ladder itself names, before anything moves it. */
export function ladderDay(walk: Walk, { step }: CompiledStep): number {
  const { state, compiled } = walk;
  let start = state.startDay;
  if (step.from === 'deadline' && state.deadlineDay !== undefined) start = state.deadlineDay;
  if (step.from === 'previous' && walk.sentDay !== LONG_AGO) start = walk.sentDay;
  if (step.count === 'working-days') return addWorkingDays(compiled.tables, start, step.days);
  if (step.count === 'end-of-month') return endOfMonth(start) + step.days;
  return start + step.days;
}

/** The last day of the month in which a day lies. */
export function endOfMonth(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / 86_400_000;
}

/** The first day on which nothing but hours and caps keeps the step back; {@link NEVER} where something has no end. */
export function floorDay(
  walk: Walk,
  step: CompiledStep,
  attempts: readonly Attempt[],
  ladderDay: number,
): number {
  const { state, reasons } = walk;
  let day = ladderDay;
  reasons?.push({
    code: 'dunning-scheduler/step-day',
    params: { days: step.step.days, from: ageStartOf(walk, step), day: dayFromNumber(day) },
  });
  const raise: Raise = (to, reason) => {
    if (to <= day) return;
    day = to;
    reasons?.push(reason());
  };
  if (walk.previous) raiseForPrevious(walk, step, raise);
  raiseForRestart(walk, step, raise);
  const retry = attempts.at(-1);
  if (retry?.unanswered)
    raise(retry.sentDay + 1, () => ({
      code: 'dunning-scheduler/keeps-distance',
      params: { days: 1, day: dayFromNumber(retry.sentDay + 1) },
    }));
  for (const { untilDay, reason } of state.pauses) {
    if (untilDay === NEVER) {
      reasons?.push(reason);
      day = NEVER;
    } else if (day !== NEVER) raise(untilDay + 1, () => reason);
  }
  const isOverdue = ladderDay < todayOf(walk) && day <= todayOf(walk);
  if (isOverdue)
    reasons?.push({ code: 'dunning-scheduler/overdue-step', params: { day: dayFromNumber(day) } });
  if (state.brokenPromise !== undefined && day !== NEVER)
    reasons?.push({ code: 'dunning-scheduler/promise-broken', params: { until: state.brokenPromise } });
  return day;
}

/** Puts the day off to a later one, for a reason. */
type Raise = (to: number, reason: () => DunningReason) => void;

/** After a part-payment or a handed-in item the usual distance runs again. */
function raiseForRestart({ state, previous, sentDay }: Walk, step: CompiledStep, raise: Raise): void {
  if (state.restartDay === LONG_AGO || (previous && state.restartDay < sentDay)) return;
  const to = state.restartDay + Math.max(1, step.index === 0 ? step.step.days : step.gapDays);
  raise(to, () => ({
    code: 'dunning-scheduler/customer-acted',
    params: { on: dayFromNumber(state.restartDay), day: dayFromNumber(to) },
  }));
}

function raiseForPrevious(
  { sentDay, deliveredDay, deadlineDay }: Walk,
  step: CompiledStep,
  raise: Raise,
): void {
  const distance = sentDay + step.gapDays;
  raise(distance, () => ({
    code: 'dunning-scheduler/keeps-distance',
    params: { days: step.gapDays, day: dayFromNumber(distance) },
  }));
  // The day of delivery is not counted (§ 187 BGB and its sisters): the grace period is over on the day after its last.
  const graceDays = step.step.graceDays;
  const grace = deliveredDay + (graceDays === 0 ? 0 : graceDays + 1);
  raise(grace, () => ({
    code: 'dunning-scheduler/grace-period',
    params: { days: graceDays, day: dayFromNumber(grace) },
  }));
  raise(deadlineDay + 1, () => ({
    code: 'dunning-scheduler/deadline-running',
    params: { day: dayFromNumber(deadlineDay) },
  }));
}

function ageStartOf({ state, sentDay }: Walk, { step }: CompiledStep): AgeStart {
  if (step.from === 'previous' && sentDay !== LONG_AGO) return 'previous';
  if (step.from === 'deadline' && state.deadlineDay !== undefined) return 'deadline';
  return state.outstanding === undefined ? 'stopped' : 'due';
}
