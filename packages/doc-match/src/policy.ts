import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';
import type { AmountTolerance } from './match-amount.js';

/** How much it matters that a value differs from the record. */
type Weight = 'info' | 'warning' | 'critical';

/** How much each difference matters, and what counts as close. */
export interface MatchPolicy {
  readonly severity: Readonly<
    Record<'name' | 'birthDate' | 'address' | 'iban' | 'company' | 'amount' | 'identifier', Weight>
  >;
  readonly amountTolerance: AmountTolerance;
  readonly readConfidence: number;
}

/** A {@link MatchPolicy} in which everything may be left out; the defaults stand in. */
export interface MatchPolicyInput {
  readonly severity?: Partial<MatchPolicy['severity']>;
  readonly amountTolerance?: Partial<AmountTolerance>;
  readonly readConfidence?: number;
}

const severity = z.enum(['info', 'warning', 'critical']);

const matchPolicySchema = z.strictObject({
  /** How much it matters that a value differs from the record. */
  severity: z
    .strictObject({
      name: severity.default('critical'),
      birthDate: severity.default('critical'),
      address: severity.default('warning'),
      iban: severity.default('critical'),
      company: severity.default('critical'),
      amount: severity.default('warning'),
      identifier: severity.default('critical'),
    })
    .prefault({}),
  /** Amounts this close agree; the larger allowance counts. */
  amountTolerance: z
    .strictObject({
      /** Whole minor units. */
      minor: z.number().int().min(0).max(1_000_000_000).default(100),
      /** A share of the record's amount. */
      share: z.number().min(0).max(1).default(0),
    })
    .prefault({}),
  /** A document's value read with less confidence than this never differs for sure: a person looks. */
  readConfidence: z.number().min(0).max(1).default(0.3),
});

/**
 * Checks a policy and fills in its defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineMatchPolicy(input: MatchPolicyInput = {}): MatchPolicy {
  return parsePolicy('doc-match policy', matchPolicySchema, input);
}
