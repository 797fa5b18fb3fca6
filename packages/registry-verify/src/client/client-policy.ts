import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';
import type { QuestionKind } from '../registers/question.js';
import type { RateLimit } from './rate-limit.js';

/** How politely registers are asked. Times in milliseconds. */
export interface ClientPolicy {
  /** How long one request may take, body included. @default 10,000 */
  readonly timeoutMs: number;
  /** Larger answers are given up. @default 5,000,000 */
  readonly maxBytes: number;
  /** How long a question may wait for its turn under the rate limit. @default 60,000 */
  readonly maxWaitMs: number;
  /** Tries of one request. @default 3 */
  readonly attempts: number;
  /** The wait between tries: doubled from the first to the last number, half of it by chance. @default 250 to 5,000 */
  readonly backoffBaseMs: number;
  readonly backoffMaxMs: number;
  /** Failures in a row after which a register is left alone. @default 5 */
  readonly breakerFailures: number;
  /** For how long, the first time and at most. @default 30,000 to 600,000 */
  readonly breakerOpenMs: number;
  readonly breakerMaxOpenMs: number;
  /** How old a kept answer may be; 0: always ask. @default a day; addresses 30 days; owners and tax notices 0 */
  readonly maxAgeMs: Readonly<Record<QuestionKind, number>>;
  /** Limits by register id that differ from what the operator publishes: a contract, a share of a quota. */
  readonly limits: Readonly<Record<string, RateLimit | undefined>>;
}

/** What a host decides; everything else keeps its default. */
export type ClientPolicyInput = Partial<Omit<ClientPolicy, 'maxAgeMs'>> & {
  readonly maxAgeMs?: Partial<ClientPolicy['maxAgeMs']>;
};

const ms = z.number().int().nonnegative();
const limit = z.strictObject({ requests: z.number().int().positive(), perMs: z.number().int().positive() });
const DAY_MS = 86_400_000;

const schema = z.strictObject({
  timeoutMs: ms.positive().default(10_000),
  maxBytes: z.number().int().positive().default(5_000_000),
  maxWaitMs: ms.default(60_000),
  attempts: z.number().int().min(1).max(10).default(3),
  backoffBaseMs: ms.default(250),
  backoffMaxMs: ms.default(5_000),
  breakerFailures: z.number().int().positive().default(5),
  breakerOpenMs: ms.positive().default(30_000),
  breakerMaxOpenMs: ms.positive().default(600_000),
  maxAgeMs: z
    .strictObject({
      company: ms.default(DAY_MS),
      representatives: ms.default(DAY_MS),
      'beneficial-owners': ms.default(0),
      vat: ms.default(DAY_MS),
      address: ms.default(30 * DAY_MS),
      'tax-notice': ms.default(0),
    })
    .prefault({}),
  limits: z.record(z.string(), limit).default({}),
});

/**
 * Completes a client policy with its defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineClientPolicy(policy: ClientPolicyInput = {}): ClientPolicy {
  return parsePolicy('registry-verify client policy', schema, policy);
}
