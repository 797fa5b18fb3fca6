import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

/** What a host may decide about seals. */
export const authenticityPolicySchema: z.ZodObject<{
  acceptTestAuthority: z.ZodDefault<z.ZodBoolean>;
  revocation: z.ZodDefault<z.ZodEnum<{ required: 'required'; 'if-available': 'if-available' }>>;
  sealExpected: z.ZodDefault<z.ZodBoolean>;
}> = z.strictObject({
  /** Whether seals of the public test authority FR00 may be verified. Never in production. Default: false. */
  acceptTestAuthority: z.boolean().default(false),
  /** Whether a seal without an answer about revocation is left to a person. Default: `required`. */
  revocation: z.enum(['required', 'if-available']).default('required'),
  /** Whether a document without a seal is left to a person. Default: false. */
  sealExpected: z.boolean().default(false),
});

/** What a host decides about seals, complete. */
export type AuthenticityPolicy = z.output<typeof authenticityPolicySchema>;

/**
 * Checks a policy and fills in the defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineAuthenticityPolicy(
  input: z.input<typeof authenticityPolicySchema> = {},
): AuthenticityPolicy {
  return parsePolicy('doc-authenticity policy', authenticityPolicySchema, input);
}
