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
  /** In which files traces of editing are looked for. Default `pdf`: in pictures it takes about as long as reading them. */
  readonly traces: 'pdf' | 'all' | 'none';
  /** Whether pages that lie askew in their picture are straightened before they are read. Default true. */
  readonly straighten: boolean;
  /**
   * Longer side of the pictures of pages that are told as events, in pixels, for a host that shows them; they are drawn after the
   * first word. Default 0: none.
   */
  readonly pictureMaxSidePx: number;
  /** How long one file may take from the moment it is opened, in milliseconds; then it is for a person. Default 60,000. */
  readonly timeoutMs: number;
  /**
   * What happens to a file that comes while as many are held as may be. `wait`: it is not read in before another is done.
   * `refuse`: its report says at once that it was not examined. Default `wait`.
   */
  readonly whenBusy: 'wait' | 'refuse';
}

const schema = z.strictObject({
  maxPages: z.int().min(1).max(100).default(10),
  maxRetakes: z.int().min(0).max(10).default(2),
  zoneMaxSidePx: z.int().min(400).max(8000).default(2000),
  traces: z.enum(['pdf', 'all', 'none']).default('pdf'),
  straighten: z.boolean().default(true),
  pictureMaxSidePx: z.int().min(0).max(4000).default(0),
  timeoutMs: z.int().min(100).max(600_000).default(60_000),
  whenBusy: z.enum(['wait', 'refuse']).default('wait'),
});

/**
 * Checks a policy and fills in the defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineIntakePolicy(input: Partial<IntakePolicy> = {}): IntakePolicy {
  return parsePolicy('document-intake policy', schema, input);
}
