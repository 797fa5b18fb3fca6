import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

/** What a host may decide about a zone. */
export const mrzPolicySchema: z.ZodObject<{
  minimumAge: z.ZodOptional<z.ZodInt>;
  expiredForDays: z.ZodDefault<z.ZodInt>;
  specimens: z.ZodDefault<z.ZodEnum<{ accept: 'accept'; review: 'review'; reject: 'reject' }>>;
}> = z.strictObject({
  /** Years of age that the holder must have reached. Default: not checked. */
  minimumAge: z.int().min(0).max(150).optional(),
  /** Days for which an expired document is still taken. Default: 0. */
  expiredForDays: z.int().min(0).max(3650).default(0),
  /** What becomes of documents of Utopia. Default: `review`. */
  specimens: z.enum(['accept', 'review', 'reject']).default('review'),
});

/** What a host decides about a zone, complete. */
export type MrzPolicy = z.output<typeof mrzPolicySchema>;

/**
 * Checks a policy and fills in the defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineMrzPolicy(input: z.input<typeof mrzPolicySchema> = {}): MrzPolicy {
  return parsePolicy('mrz-check policy', mrzPolicySchema, input);
}
