import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

export const classifierPolicySchema = z.strictObject({
  /** From this probability on a kind counts as recognised. Below, the answer is "unsure". */
  confident: z.number().min(0.5).max(1).default(0.9),
  /** From this probability on no more of a scan is read for the sake of the kind. */
  decided: z.number().min(0.5).max(1).default(0.97),
  /** What else reading goes on for: nothing, the fields a profile wants, or everything that there is to read. */
  read: z.enum(['kind', 'wanted-fields', 'everything']).default('wanted-fields'),
  /** Pages after this one are not looked at. */
  maxPages: z.number().int().min(1).max(500).default(20),
  /** Pages without a text layer after this many are not read. */
  maxOcrPages: z.number().int().min(1).max(500).default(6),
  /** Words after this many are not looked at. */
  maxWords: z.number().int().min(100).max(1_000_000).default(20_000),
  /** The zone whose calendar decides which day it is. IANA name. */
  zone: z.string().min(1).default('Europe/Paris'),
  /** ISO 639-3 languages for the first look at a scan; later looks use those of the likeliest kind. */
  languages: z
    .array(z.string().regex(/^[a-z]{3}$/))
    .max(6)
    .default([]),
  /** From this confidence of a field on, an age that does not fit is a reason to refuse; below, to look. */
  ageConfidence: z.number().min(0).max(1).default(0.55),
});

/** How sure the classifier must be, how much it reads, and its limits. */
export type ClassifierPolicy = z.output<typeof classifierPolicySchema>;

/**
 * Checks a policy and fills in its defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineClassifierPolicy(input: z.input<typeof classifierPolicySchema> = {}): ClassifierPolicy {
  return parsePolicy('doc-classifier policy', classifierPolicySchema, input);
}
