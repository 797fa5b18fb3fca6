import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

const ratio = z.number().min(0).max(1);
const positive = z.number().positive();

/** Beyond `reading` a machine struggles, beyond `person` a person does as well. */
const limits = (value: z.ZodNumber, reading: number, person: number) =>
  z.strictObject({ reading: value.default(reading), person: value.default(person) }).prefault({});

const schema = z.strictObject({
  /** At most: σ of the blur as part of the page's width. */
  blur: limits(ratio, 0.00133, 0.003),
  /** At most: the same along the direction of a movement, where it clearly exceeds the other direction. */
  motion: limits(ratio, 0.001, 0.003),
  /** At least: (paper − ink) / paper. */
  contrast: limits(ratio, 0.3, 0.12),
  /** At least: brightness of the paper, 0 black to 1 white. */
  brightness: limits(ratio, 0.28, 0.1),
  /** At most: brightness of the ink. */
  washedOut: limits(ratio, 0.72, 0.88),
  /** At most: part of the page that a reflection covers. */
  glare: limits(ratio, 0.01, 0.12),
  /** At least: brightness of the darkest paper as part of the brightest. */
  evenness: limits(ratio, 0.33, 0.12),
  /** At least: typical height of the text in pixels of the original. */
  textHeightPx: limits(positive, 6, 4),
  /** At least: width of the page in pixels of the original. */
  pageWidthPx: limits(positive, 450, 260),
  /** At most: how far lines of text are from level. */
  skewDegrees: limits(positive, 5, 30),
  /** At least: the shorter of two opposite sides of the page as part of the longer. */
  perspective: limits(ratio, 0.72, 0.4),
  /** At least: part of the picture that the page fills. */
  pageShare: limits(ratio, 0.2, 0.05),
  /** At most: part of the page that something else covers. */
  occlusion: limits(ratio, 0.01, 0.12),
  /** At most: strength of a screen's pattern. */
  screen: limits(positive, 6, 40),
  /** At most: steps at the borders of compression blocks against those inside. */
  blockiness: limits(positive, 1.8, 6),
  /** Whether a copy without colour is refused. Default: false. */
  expectColour: z.boolean().default(false),
  /** Whether a person's hand-over of several documents in one picture is refused. Default: true. */
  expectOneDocument: z.boolean().default(true),
  /** How often the customer is asked to take the picture again, before it is accepted for a person to look at. */
  maxRetakes: z.int().min(0).max(10).default(2),
});

/** What is asked of a page: plain data, checked by {@link defineQualityPolicy}. */
export type QualityPolicy = z.output<typeof schema>;

/** A {@link QualityPolicy} in which everything may be left out. */
export type QualityPolicyInput = z.input<typeof schema>;

/**
 * Checks a policy and fills in the standard limits.
 *
 * @throws {DossierkitError} `core/policy-invalid`, with the path of every offending key in `context.issues`
 * @example
 * defineQualityPolicy({ expectColour: true, textHeightPx: { reading: 10 } });
 */
export function defineQualityPolicy(input: QualityPolicyInput = {}): QualityPolicy {
  return parsePolicy('doc-quality policy', schema, input);
}
