import type { Money, PlainDate } from '@dossierkit/core';
import type { DayCount, InterestRule } from './interest-rules.js';

/** Whose law the claim is under. */
export type Jurisdiction = 'de' | 'at' | 'fr' | 'uk' | 'ch' | 'eu';

/** What a payment is set off against, first to last. */
export type AllocationOrder = readonly ('costs' | 'interest' | 'principal')[];

/** Something that a person or firm owes. All events are kept; balances are computed from them. */
export interface Claim {
  readonly id: string;
  readonly principal: Money;
  readonly due: PlainDate;
  readonly invoicedOn?: PlainDate | undefined;
  readonly jurisdiction: Jurisdiction;
  readonly debtor: 'consumer' | 'business';
  /** Whether it comes from a consumer loan: German law then sets payments off in another order (§ 497 (3) BGB). */
  readonly consumerLoan?: boolean | undefined;
  /** First day for which interest is owed. Default: what {@link defaultStart} finds; without one no interest runs. */
  readonly defaultFrom?: PlainDate | undefined;
  /** An agreed rule instead of the law's own. */
  readonly interestRule?: InterestRule | undefined;
  readonly dayCount?: DayCount | undefined;
  readonly events: readonly ClaimEvent[];
}

/** Something that happened to a claim, on the day it counts for. */
export type ClaimEvent = { readonly id: string; readonly on: PlainDate } & (
  | {
      readonly type: 'payment';
      readonly amount: Money;
      /** What the payer wants it set off against; without one the law's order holds. */
      readonly allocation?: AllocationOrder | undefined;
    }
  /** A payment that the bank took back; it counts as never made. */
  | { readonly type: 'chargeback'; readonly payment: string }
  | { readonly type: 'credit-note'; readonly amount: Money }
  | { readonly type: 'credit-note-cancelled'; readonly creditNote: string }
  /** A fee; each code counts at most once for a claim. `cost`: what it really cost, where only that may be asked for. */
  | {
      readonly type: 'fee';
      readonly code: FeeCode;
      readonly amount: Money;
      readonly cost?: Money | undefined;
    }
  | { readonly type: 'reminder' }
  | { readonly type: 'dispute'; readonly amount: Money }
  | { readonly type: 'dispute-closed' }
  | { readonly type: 'hold'; readonly until?: PlainDate | undefined }
  | { readonly type: 'hold-lifted' }
  | { readonly type: 'promise'; readonly amount: Money; readonly until: PlainDate }
  | { readonly type: 'write-off' }
);

/** What may be charged beside interest. */
export type FeeCode = 'lump-sum' | 'reminder-fee' | 'return-fee' | 'collection-fee' | 'court-fee';
