import { parsePolicy } from '@dossierkit/core';
import { z } from 'zod';

/** Beyond `reading` a machine struggles (a warning), beyond `person` a person does as well (critical). */
export interface QualityLimits {
  readonly reading: number;
  readonly person: number;
}

/** What is asked of a page: plain data, checked by {@link defineQualityPolicy}. */
export interface QualityPolicy {
  /** At most: σ of the blur as part of the page's width. */
  readonly blur: QualityLimits;
  /** At most: the same along the direction of a movement, where it clearly exceeds the other direction. */
  readonly motion: QualityLimits;
  /** At least: (paper − ink) / paper. */
  readonly contrast: QualityLimits;
  /** At least: brightness of the paper, 0 black to 1 white. */
  readonly brightness: QualityLimits;
  /** At most: brightness of the ink; where the paper is burnt out, of the palest quarter of the print. */
  readonly washedOut: QualityLimits;
  /** At most: part of the page that a reflection covers. */
  readonly glare: QualityLimits;
  /** At most: part of the page that a finger covers. */
  readonly covered: QualityLimits;
  /** At most: how much of the fine structure of empty paper is one regular wave, as the grid of a screen is. */
  readonly screenGrid: QualityLimits;
  /** At most: documents in one picture. */
  readonly documents: QualityLimits;
  /** At least: brightness of the darkest paper as part of the brightest. */
  readonly evenness: QualityLimits;
  /** At least: typical height of the text in pixels of the original. */
  readonly textHeightPx: QualityLimits;
  /** At least: width of the page in pixels of the original; of long narrow ones, 0.7 of the height. */
  readonly pageWidthPx: QualityLimits;
  /** At least: pixels of the original to an inch of paper, where the size of the paper can be told. */
  readonly dpi: QualityLimits;
  /** At most: how far lines of text are from level. */
  readonly skewDegrees: QualityLimits;
  /** At least: the shorter of two opposite sides of the page as part of the longer, for both pairs, multiplied. */
  readonly perspective: QualityLimits;
  /** At least: part of the picture that the page fills. */
  readonly pageShare: QualityLimits;
  /** At most: how high the steps at the borders of compression blocks are, in grey values. */
  readonly blockiness: QualityLimits;
  /** Whether a copy without colour is refused. */
  readonly expectColour: boolean;
  /** How often the customer is asked for another picture, before it is accepted for a person to look at. */
  readonly maxRetakes: number;
}

/** A {@link QualityPolicy} in which everything may be left out; the standard limits stand in. */
export type QualityPolicyInput = {
  readonly [Key in keyof QualityPolicy]?: QualityPolicy[Key] extends QualityLimits
    ? Partial<QualityLimits>
    : QualityPolicy[Key];
};

const ratio = z.number().min(0).max(1);
const positive = z.number().positive();

const limits = (value: z.ZodNumber, reading: number, person: number) =>
  z.strictObject({ reading: value.default(reading), person: value.default(person) }).prefault({});

const schema = z.strictObject({
  blur: limits(ratio, 0.00133, 0.003),
  motion: limits(ratio, 0.001, 0.003),
  contrast: limits(ratio, 0.3, 0.12),
  brightness: limits(ratio, 0.28, 0.1),
  washedOut: limits(ratio, 0.68, 0.88),
  glare: limits(ratio, 0.01, 0.12),
  covered: limits(ratio, 0.003, 0.1),
  screenGrid: limits(ratio, 0.5, 0.98),
  documents: limits(positive, 1, 6),
  evenness: limits(ratio, 0.43, 0.13),
  textHeightPx: limits(positive, 6, 4),
  pageWidthPx: limits(positive, 450, 260),
  dpi: limits(positive, 90, 50),
  skewDegrees: limits(positive, 5, 30),
  perspective: limits(ratio, 0.85, 0.4),
  pageShare: limits(ratio, 0.12, 0.04),
  blockiness: limits(positive, 1.15, 9),
  expectColour: z.boolean().default(false),
  maxRetakes: z.int().min(0).max(10).default(2),
});

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
