import type { Money } from '@dossierkit/core';
import type { Compared } from './agreement.js';

/** Why amounts agree or not. */
export type AmountReason = 'same' | 'within-tolerance' | 'other-amount' | 'other-currency';

/** How far apart two amounts may lie; the larger of both counts. */
export interface AmountTolerance {
  /** Whole minor units. */
  readonly minor: number;
  /** A share of the record's amount: 0.01 is one per cent. */
  readonly share: number;
}

/** Compares two amounts of money. */
export function matchAmount(
  document: Money,
  record: Money,
  tolerance: AmountTolerance,
): Compared<AmountReason> {
  const form = { document: textOf(document), record: textOf(record) };
  if (document.currency !== record.currency) {
    return { ...form, answer: 'cannot-tell', score: 0, reason: 'other-currency' };
  }
  const gap = Math.abs(document.amountMinor - record.amountMinor);
  if (gap === 0) return { ...form, answer: 'agree', score: 1, reason: 'same' };
  const allowed = Math.max(tolerance.minor, Math.abs(record.amountMinor) * tolerance.share);
  if (gap <= allowed) return { ...form, answer: 'agree', score: 0.9, reason: 'within-tolerance' };
  return { ...form, answer: 'differ', score: 0, reason: 'other-amount' };
}

const textOf = ({ amountMinor, currency }: Money): string => `${amountMinor} ${currency}`;
