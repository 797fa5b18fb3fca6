import {
  addDays,
  addMonths,
  allocateMoney,
  daysBetween,
  type Money,
  type PlainDate,
  type RuleSource,
} from '@dossierkit/core';
import type { ClaimFinding } from './findings.js';

/** One payment of an instalment plan. */
export interface Instalment {
  readonly number: number;
  readonly due: PlainDate;
  readonly amount: Money;
}

/** What {@link planInstalments} needs beside the sum. */
export interface InstalmentOptions {
  readonly count: number;
  readonly first: PlainDate;
  /** Default: `month`. */
  readonly every?: 'week' | 'month' | undefined;
  /** Whether a payment can be made on a day; other days are moved to the next one. Default: every day. */
  readonly isOpen?: ((day: PlainDate) => boolean) | undefined;
  /** What the debtor pays for the plan, beyond interest and fees that the law sets. Default: nothing. */
  readonly charges?: boolean | undefined;
  /** Whether someone else than the supplier grants the plan, for example a factor. Default: `false`. */
  readonly thirdParty?: boolean | undefined;
  readonly debtor: 'consumer' | 'business';
  /** The day on which the plan is agreed. */
  readonly agreedOn: PlainDate;
}

/** Equal instalments whose sum is exactly the whole; cents that are left go to the first ones. */
export interface InstalmentPlan {
  readonly instalments: readonly Instalment[];
  readonly findings: readonly ClaimFinding[];
}

/** The source of the rule under which a deferral counts as consumer credit. */
export const consumerCreditSource: RuleSource = {
  id: 'eu/2023-2225-2',
  title: 'Directive (EU) 2023/2225 (CCD2), art. 2 (2) (h)',
  url: 'https://eur-lex.europa.eu/eli/dir/2023/2225/oj',
  validFrom: '2026-11-20',
};

/**
 * Splits a sum into instalments on open days. The parts always sum to the whole.
 *
 * @throws {DossierkitError} `core/bad-weights` where `count` is not a whole number of at least 1
 */
export function planInstalments(total: Money, options: InstalmentOptions): InstalmentPlan {
  const { count, first, every = 'month', isOpen = () => true } = options;
  const amounts = allocateMoney(
    total,
    Array.from({ length: Number.isInteger(count) ? count : 0 }, () => 1),
  );
  const instalments = amounts.map((amount, index) => {
    let due = every === 'month' ? addMonths(first, index) : addDays(first, index * 7);
    // A fortnight without an open day is a mistake in `isOpen`; the plain day is better than none.
    for (let moves = 0; moves < 14 && !isOpen(due); moves++) due = addDays(due, 1);
    return { number: index + 1, due, amount };
  });
  return { instalments, findings: creditFindings(options, instalments) };
}

/** A deferral is exempt only from the supplier itself, without a third party, without charges, and up to 50 days. */
function creditFindings(options: InstalmentOptions, instalments: readonly Instalment[]): ClaimFinding[] {
  const { agreedOn, charges = false, thirdParty = false, debtor } = options;
  const days = daysBetween(agreedOn, instalments.at(-1)?.due ?? agreedOn);
  if (debtor !== 'consumer' || agreedOn < consumerCreditSource.validFrom) return [];
  if (days <= 50 && !charges && !thirdParty) return [];
  return [
    {
      code: 'claim-account/instalments-may-be-credit',
      outcome: 'failed',
      severity: 'warning',
      params: { days, charges, thirdParty },
    },
  ];
}
