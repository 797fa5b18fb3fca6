import { dayFromNumber, dayNumber, type PlainDate } from '@dossierkit/core';
import type { CaseEvent } from '../contact-case.js';
import type { DunningPolicy } from '../policy.js';
import type { CaseState } from './case-state.js';
import { NEVER } from './open-table.js';
import type { DatedEvent } from './read-events.js';

/** What of the history still holds everything back. */
export function addPauses(
  state: CaseState,
  events: readonly DatedEvent[],
  policy: DunningPolicy,
  today: number,
): void {
  addPromise(state, events, policy, today);
  const last = (...types: CaseEvent['type'][]): DatedEvent | undefined =>
    events.findLast(({ event }) => types.includes(event.type));

  const dispute = last('dispute', 'dispute-closed')?.event;
  if (dispute?.type === 'dispute') {
    const undisputed = dispute.undisputed ?? null;
    const goesOn = policy.partDispute === 'continue' && undisputed !== null && undisputed.amountMinor > 0;
    if (!goesOn) {
      state.pauses.push({
        untilDay: NEVER,
        reason: { code: 'dunning-scheduler/in-dispute', params: { undisputed } },
      });
    }
  }
  const hold = last('hold', 'hold-lifted')?.event;
  if (hold?.type === 'hold') {
    const untilDay = hold.until === undefined ? NEVER : dayNumber(hold.until);
    const reason = { code: 'dunning-scheduler/on-hold', params: { until: hold.until ?? null } } as const;
    if (untilDay >= today) state.pauses.push({ untilDay, reason });
  }
  if (last('complaint', 'complaint-closed')?.event.type === 'complaint') {
    state.pauses.push({
      untilDay: NEVER,
      reason: { code: 'dunning-scheduler/complaint-open', params: {} },
    });
  }
  const reply = last('reply', 'reply-handled');
  if (reply?.event.type === 'reply') {
    const untilDay = reply.day + policy.replyPauseDays;
    const day = dayFromNumber(untilDay + 1);
    if (untilDay >= today) {
      state.pauses.push({ untilDay, reason: { code: 'dunning-scheduler/reply-open', params: { day } } });
    }
  }
}

/** The last promise that counts: it holds until its day and the bank's days have passed, or the money came. */
function addPromise(
  state: CaseState,
  events: readonly DatedEvent[],
  policy: DunningPolicy,
  today: number,
): void {
  const promises = events.filter(({ event }) => event.type === 'promise').slice(0, policy.maxPromises);
  const promise = promises.at(-1);
  if (promise?.event.type !== 'promise') return;
  const { amount, until } = promise.event;
  const paid = events
    .filter(({ event, ms }) => event.type === 'payment' && ms >= promise.ms)
    .reduce((sum, { event }) => sum + (event.type === 'payment' ? event.amount.amountMinor : 0), 0);
  if (paid >= amount.amountMinor) return;
  const untilDay = dayNumber(until) + policy.promiseGraceDays;
  if (untilDay >= today) {
    const day: PlainDate = dayFromNumber(untilDay + 1);
    state.pauses.push({
      untilDay,
      reason: { code: 'dunning-scheduler/promise-open', params: { until, day } },
    });
  } else state.brokenPromise = until;
}
