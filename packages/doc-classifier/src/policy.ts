import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

/** How sure the classifier must be, how much it reads, and its limits. */
export interface ClassifierPolicy {
  /** From this probability on a kind counts as recognised. Below, the answer is "unsure". */
  readonly confident: number;
  /** From this probability on no more of a scan is read for the sake of the kind. */
  readonly decided: number;
  /** What else reading goes on for: nothing, the fields a profile wants, or everything that there is to read. */
  readonly read: 'kind' | 'wanted-fields' | 'everything';
  /** Pages after this one are not looked at. */
  readonly maxPages: number;
  /** Pages without a text layer after this many are not read. */
  readonly maxOcrPages: number;
  /** Words after this many are not looked at. */
  readonly maxWords: number;
  /** The zone whose calendar decides which day it is. IANA name. */
  readonly zone: string;
  /**
   * ISO 639-3 languages in which scans are read, where the expected kinds do not share one. One language takes about half
   * the time of three, and titles, dates and numbers are read in any of them; give the one that most names are written in.
   * Empty: the reader's own until the kind is likely, then the kind's.
   */
  readonly languages: readonly string[];
  /** From this confidence of a field on, an age that does not fit is a reason to refuse; below, to look. */
  readonly ageConfidence: number;
}

const classifierPolicySchema = z.strictObject({
  confident: z.number().min(0.5).max(1).default(0.9),
  decided: z.number().min(0.5).max(1).default(0.97),
  read: z.enum(['kind', 'wanted-fields', 'everything']).default('wanted-fields'),
  maxPages: z.number().int().min(1).max(500).default(20),
  maxOcrPages: z.number().int().min(1).max(500).default(6),
  maxWords: z.number().int().min(100).max(1_000_000).default(20_000),
  zone: z.string().min(1).default('Europe/Paris'),
  languages: z
    .array(z.string().regex(/^[a-z]{3}$/))
    .max(6)
    .default(['fra']),
  ageConfidence: z.number().min(0).max(1).default(0.55),
});

/**
 * Checks a policy and fills in its defaults.
 *
 * @throws {DossierkitError} `core/policy-invalid`
 */
export function defineClassifierPolicy(input: Partial<ClassifierPolicy> = {}): ClassifierPolicy {
  return parsePolicy('doc-classifier policy', classifierPolicySchema, input);
}
