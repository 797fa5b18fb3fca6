import type { RuleSource } from '@dossierkit/core';
import type { AllocationOrder, Claim } from './claim.js';

/** What a payment went to, in minor units. The parts always sum to the payment. */
export interface Allocation {
  readonly costs: number;
  readonly interest: number;
  readonly principal: number;
  /** What was paid beyond everything owed. */
  readonly surplus: number;
}

/** The law's order for a claim, and where it stands. */
export function allocationOrder(claim: Pick<Claim, 'jurisdiction' | 'consumerLoan'>): {
  readonly order: AllocationOrder;
  readonly source: RuleSource | null;
} {
  const order = ['costs', 'interest', 'principal'] as const;
  switch (claim.jurisdiction) {
    case 'de':
      return claim.consumerLoan
        ? {
            order: ['costs', 'principal', 'interest'],
            source: source(
              'de/bgb-497-3',
              'BGB § 497 (3)',
              'https://www.gesetze-im-internet.de/bgb/__497.html',
            ),
          }
        : {
            order,
            source: source(
              'de/bgb-367',
              'BGB § 367 (1)',
              'https://www.gesetze-im-internet.de/bgb/__367.html',
            ),
          };
    case 'at':
      return {
        order: ['interest', 'costs', 'principal'],
        source: source('at/abgb-1416', 'ABGB § 1416', 'https://www.jusline.at/gesetz/abgb/paragraf/1416'),
      };
    case 'fr':
      return {
        order: ['interest', 'costs', 'principal'],
        source: source(
          'fr/cciv-1343-1',
          'Code civil 1343-1',
          'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721',
        ),
      };
    case 'ch':
      return {
        order,
        source: source(
          'ch/or-85',
          'OR Art. 85',
          'https://www.fedlex.admin.ch/eli/cc/27/317_321_377/de#art_85',
        ),
      };
    // At common law the creditor may appropriate where the debtor did not; interest before principal is the custom.
    case 'uk':
    case 'eu':
      return { order, source: null };
  }
}

function source(id: string, title: string, url: string): RuleSource {
  return { id, title, url, validFrom: '2002-01-01' };
}

/** Sets a payment off against what is owed, in order. All figures in minor units of one currency. */
export function allocatePayment(
  amount: number,
  owed: { readonly costs: number; readonly interest: number; readonly principal: number },
  order: AllocationOrder,
): Allocation {
  const parts = { costs: 0, interest: 0, principal: 0 };
  let left = amount;
  for (const kind of [...new Set([...order, 'costs', 'interest', 'principal'] as const)]) {
    const part = Math.min(left, Math.max(0, owed[kind]));
    parts[kind] = part;
    left -= part;
  }
  return { ...parts, surplus: left };
}
