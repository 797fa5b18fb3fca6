import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

const ms = z.number().int().nonnegative();
const limit = z.strictObject({ requests: z.number().int().positive(), perMs: z.number().int().positive() });
const HOUR_MS = 3_600_000;

const schema = z.strictObject({
  /** How long one request may take, body included. */
  timeoutMs: ms.positive().default(10_000),
  /** Larger answers are given up. */
  maxBytes: z.number().int().positive().default(5_000_000),
  /** How long a question may wait for its turn under the rate limit. */
  maxWaitMs: ms.default(60_000),
  /** Tries of one request, and the wait between them. */
  attempts: z.number().int().min(1).max(10).default(3),
  backoffBaseMs: ms.default(250),
  backoffMaxMs: ms.default(5_000),
  /** Failures in a row after which a register is left alone, and for how long. */
  breakerFailures: z.number().int().positive().default(5),
  breakerOpenMs: ms.positive().default(30_000),
  breakerMaxOpenMs: ms.positive().default(600_000),
  /** How old a kept answer may be; 0: always ask. */
  maxAgeMs: z
    .strictObject({
      company: ms.default(24 * HOUR_MS),
      representatives: ms.default(24 * HOUR_MS),
      vat: ms.default(24 * HOUR_MS),
      address: ms.default(30 * 24 * HOUR_MS),
      'tax-notice': ms.default(0),
    })
    .prefault({}),
  /** Limits that differ from what the operator publishes, by register id: a contract, a share of a quota. */
  limits: z.record(z.string(), limit).default({}),
});

/** How politely registers are asked. Times in milliseconds. */
export type ClientPolicy = z.output<typeof schema>;

/**
 * Completes a client policy with its defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineClientPolicy(policy: z.input<typeof schema> = {}): ClientPolicy {
  return parsePolicy('registry-verify client policy', schema, policy);
}
