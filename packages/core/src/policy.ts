import type { z } from 'zod';
import { DossierkitError } from './errors.js';

/**
 * Checks a policy (requirements, limits, ladders, weights: plain data) against its schema and fills in the defaults.
 *
 * @param name what the policy is called in the error, for example `doc-quality policy`
 * @throws {DossierkitError} `core/policy-invalid`; `context.issues` lists `{ path, message }` of every offending key
 */
export function parsePolicy<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  policy: unknown,
): z.output<Schema> {
  const result = schema.safeParse(policy);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({
    path: path.map(String).join('.'),
    message,
  }));
  const first = issues[0];
  throw new DossierkitError(
    'core/policy-invalid',
    `The ${name} is not valid at "${first?.path}": ${first?.message}`,
    {
      context: { issues },
    },
  );
}

/** Where an official rule comes from, and when it holds. Every rule of law or of an authority carries one. */
export interface RuleSource {
  /** Stable, for example `de/bgb-288`. */
  readonly id: string;
  /** As a lawyer would quote it: `BGB § 288 (1)`. */
  readonly title: string;
  readonly url: string;
  /** First day on which the rule holds, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Last day on which the rule holds; absent while it is in force. */
  readonly validTo?: string;
}
