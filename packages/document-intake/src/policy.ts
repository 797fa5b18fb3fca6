import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

/** How a file is examined; the checks have policies of their own. */
export interface IntakePolicy {
  /** Pages whose pictures are judged. Default 10. */
  readonly maxPages: number;
  /** How often a customer is asked again for one document; then it is accepted with a mark for a person. Default 2. */
  readonly maxRetakes: number;
  /** Longer side at which a machine-readable zone is looked for, in pixels. Default 2000. */
  readonly zoneMaxSidePx: number;
}

const schema = z.strictObject({
  maxPages: z.int().min(1).max(100).default(10),
  maxRetakes: z.int().min(0).max(10).default(2),
  zoneMaxSidePx: z.int().min(400).max(8000).default(2000),
});

/**
 * Checks a policy and fills in the defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineIntakePolicy(input: Partial<IntakePolicy> = {}): IntakePolicy {
  return parsePolicy('document-intake policy', schema, input);
}
