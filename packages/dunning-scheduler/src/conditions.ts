import { z } from 'zod';
import type { ContactCase } from './contact-case.js';

/** What a case must be like for a ladder or a step to apply. All keys that are present must hold. */
export interface Condition {
  readonly kind?: 'dossier' | 'claim' | undefined;
  readonly segmentIn?: readonly string[] | undefined;
  readonly hasTag?: string | undefined;
  readonly lacksTag?: string | undefined;
  /** Dossiers: the step at which the customer stopped. */
  readonly stageIn?: readonly string[] | undefined;
  /** Dossiers: one of these is missing. */
  readonly missingAny?: readonly string[] | undefined;
  /** Claims, in minor units of the claim's currency. */
  readonly outstandingAtLeastMinor?: number | undefined;
  readonly outstandingBelowMinor?: number | undefined;
  readonly unpaidInvoicesAtLeast?: number | undefined;
  readonly lastPaymentResponseIn?: readonly string[] | undefined;
  /** Days since the claim was due or the customer stopped. */
  readonly ageDaysAtLeast?: number | undefined;
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
}

const names = z.array(z.string().min(1)).min(1).max(500);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.strictObject({
    kind: z.enum(['dossier', 'claim']).optional(),
    segmentIn: names.optional(),
    hasTag: z.string().min(1).optional(),
    lacksTag: z.string().min(1).optional(),
    stageIn: names.optional(),
    missingAny: names.optional(),
    outstandingAtLeastMinor: z.int().optional(),
    outstandingBelowMinor: z.int().optional(),
    unpaidInvoicesAtLeast: z.int().min(0).optional(),
    lastPaymentResponseIn: names.optional(),
    ageDaysAtLeast: z.int().optional(),
    all: z.array(conditionSchema).max(50).optional(),
    any: z.array(conditionSchema).min(1).max(50).optional(),
    not: conditionSchema.optional(),
  }),
);

/** What a condition looks at. {@link factsOf} takes it from a case; tests and simulations may make it themselves. */
export interface CaseFacts {
  readonly kind: 'dossier' | 'claim';
  readonly ageDays: number;
  readonly segment?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly stage?: string | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly outstandingMinor?: number | undefined;
  readonly unpaidInvoices?: number | undefined;
  readonly lastPaymentResponse?: string | undefined;
}

/** The facts of a case that conditions ask for, as they stand after its events. */
export function factsOf(
  item: ContactCase,
  now: {
    readonly ageDays: number;
    readonly missing?: readonly string[];
    readonly outstandingMinor?: number | undefined;
  },
): CaseFacts {
  const { segment, tags } = item.customer;
  const common = { kind: item.kind, ageDays: now.ageDays, segment, tags };
  if (item.kind === 'dossier') return { ...common, stage: item.stage, missing: now.missing ?? item.missing };
  return {
    ...common,
    outstandingMinor: now.outstandingMinor ?? item.outstanding.amountMinor,
    unpaidInvoices: item.unpaidInvoices ?? 1,
    lastPaymentResponse: item.lastPaymentResponse,
  };
}

type Tests = {
  readonly [Key in keyof Required<Condition>]: (
    wanted: NonNullable<Condition[Key]>,
    facts: CaseFacts,
  ) => boolean;
};

const tests: Tests = {
  kind: (wanted, facts) => facts.kind === wanted,
  segmentIn: (wanted, { segment }) => segment !== undefined && wanted.includes(segment),
  hasTag: (wanted, { tags }) => tags?.includes(wanted) === true,
  lacksTag: (wanted, { tags }) => tags?.includes(wanted) !== true,
  stageIn: (wanted, { stage }) => stage !== undefined && wanted.includes(stage),
  missingAny: (wanted, { missing }) => missing?.some((item) => wanted.includes(item)) === true,
  outstandingAtLeastMinor: (wanted, { outstandingMinor = 0 }) => outstandingMinor >= wanted,
  outstandingBelowMinor: (wanted, { outstandingMinor = 0 }) => outstandingMinor < wanted,
  unpaidInvoicesAtLeast: (wanted, { unpaidInvoices = 0 }) => unpaidInvoices >= wanted,
  lastPaymentResponseIn: (wanted, { lastPaymentResponse }) =>
    lastPaymentResponse !== undefined && wanted.includes(lastPaymentResponse),
  ageDaysAtLeast: (wanted, { ageDays }) => ageDays >= wanted,
  all: (wanted, facts) => wanted.every((condition) => isConditionMet(condition, facts)),
  any: (wanted, facts) => wanted.some((condition) => isConditionMet(condition, facts)),
  not: (wanted, facts) => !isConditionMet(wanted, facts),
};

/** Whether everything that the condition asks for holds; an empty condition always does. */
export function isConditionMet(condition: Condition, facts: CaseFacts): boolean {
  return (Object.keys(condition) as (keyof Condition)[]).every((key) => {
    const wanted = condition[key];
    const test = tests[key] as (wanted: unknown, facts: CaseFacts) => boolean;
    return wanted === undefined || test(wanted, facts);
  });
}
