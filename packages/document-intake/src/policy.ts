import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

const schema = z.strictObject({
  /** Pages whose pictures are judged. */
  maxPages: z.int().min(1).max(100).default(10),
  /** How often a customer is asked again for one document; then it is accepted with a mark for a person. */
  maxRetakes: z.int().min(0).max(10).default(2),
  /** Longer side at which a machine-readable zone is looked for, in pixels. */
  zoneMaxSidePx: z.int().min(400).max(8000).default(2000),
});

/** How a file is examined; the checks have policies of their own. */
export type IntakePolicy = z.output<typeof schema>;

/**
 * Checks a policy and fills in the defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineIntakePolicy(input: z.input<typeof schema> = {}): IntakePolicy {
  return parsePolicy('document-intake policy', schema, input);
}
