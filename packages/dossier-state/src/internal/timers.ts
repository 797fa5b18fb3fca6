import { addDays, plainDateAt, type Timestamp } from '@dossierkit/core';
import type { DossierState, Submission } from '../dossier.js';
import type { Product } from '../product.js';
import { requirementsOf } from '../requirements.js';
import { isOpen } from './machine.js';
import { type DossierRecord, daysLater, hoursLater, monthsLater } from './reduce.js';
import { startOfDay } from './zone.js';

/** The states in which the customer has something to do. */
const CUSTOMERS_TURN: ReadonlySet<DossierState> = new Set<DossierState>([
  'opened',
  'reopened',
  'collecting',
  'awaiting-customer',
]);

/** Whether it is the customer who has to do something about documents. */
export function isCustomersTurn(state: DossierState): boolean {
  return CUSTOMERS_TURN.has(state);
}

/**
 * Everything a dossier waits for, with absolute due times. Derived from what happened and never kept beside it, so that
 * no timer can be forgotten or left over.
 */
export function timersOf(
  record: DossierRecord,
  state: DossierState,
  since: Timestamp,
  product: Product,
): Readonly<Record<string, Timestamp>> {
  const { decision } = record;
  const { limits } = product;
  if (isOpen(state)) return Object.fromEntries(openTimers(record, state, product));
  if ((state === 'approved' || state === 'to-sign') && decision?.validUntil !== undefined) {
    return { approval: decision.validUntil };
  }
  if (state === 'active' && limits.reverifyMonths !== undefined) {
    return { reverify: monthsLater(since, limits.reverifyMonths) };
  }
  const ended = state === 'rejected' || state === 'withdrawn' || state === 'expired';
  return ended ? { archive: daysLater(since, limits.archiveDays) } : {};
}

function* openTimers(
  record: DossierRecord,
  state: DossierState,
  product: Product,
): Generator<[string, Timestamp]> {
  if (isCustomersTurn(state)) {
    if (record.cycle === 1) yield ['expire', record.deadline];
    else if (!record.overdue) yield ['overdue', record.deadline];
  }
  const handedIn = new Map(record.submissions.map((submission) => [submission.id, submission]));
  for (const requirement of requirementsOf(record, product)) {
    for (const { id, status, validUntil } of requirement.submissions) {
      const { at, cycle } = handedIn.get(id) as Submission;
      if (status === 'checking') yield [`check:${id}`, hoursLater(at, product.limits.checkHours)];
      // A person may accept what had run out when it came in; that is not undone a day later.
      const ranOutBefore = validUntil !== undefined && validUntil < plainDateAt(at, product.zone);
      if (status !== 'accepted' || validUntil === undefined || ranOutBefore || cycle < record.cycle) continue;
      yield [`validity:${id}`, startOfDay(addDays(validUntil, 1), product.zone)];
    }
  }
  for (const { requirement, until } of record.waivers) if (until) yield [`waiver:${requirement}`, until];
  if (record.proposal) yield ['proposal', record.proposal.expiresAt];
}
