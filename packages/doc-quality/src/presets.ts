import { defineQualityPolicy, type QualityPolicy } from './policy.js';

/** Ready-made policies, to be used as they are or as a start: `defineQualityPolicy({ ...qualityPolicies.letter, maxRetakes: 1 })`. */
export const qualityPolicies: {
  /** The limits for pages of any kind. */
  readonly standard: QualityPolicy;
  /** Takes nearly everything that a person can read. */
  readonly lenient: QualityPolicy;
  /** For archives, and where nobody looks again. */
  readonly strict: QualityPolicy;
  /** Cards and passports: fine print and a machine-readable zone, in colour. */
  readonly identityDocument: QualityPolicy;
  /** Dense pages of text: the letters must be large enough for OCR. */
  readonly letter: QualityPolicy;
  /** Long, narrow, pale, and often creased. */
  readonly receipt: QualityPolicy;
} = {
  standard: /* @__PURE__ */ defineQualityPolicy(),
  lenient: /* @__PURE__ */ defineQualityPolicy({
    blur: { reading: 0.002, person: 0.004 },
    motion: { reading: 0.002, person: 0.004 },
    contrast: { reading: 0.2 },
    brightness: { reading: 0.18 },
    glare: { reading: 0.04, person: 0.2 },
    covered: { reading: 0.015, person: 0.2 },
    screenGrid: { reading: 0.7 },
    documents: { reading: 2 },
    evenness: { reading: 0.25 },
    textHeightPx: { reading: 5, person: 3 },
    pageWidthPx: { reading: 360, person: 220 },
    dpi: { reading: 70, person: 40 },
    skewDegrees: { reading: 12 },
    perspective: { reading: 0.6 },
    blockiness: { reading: 3 },
    maxRetakes: 1,
  }),
  strict: /* @__PURE__ */ defineQualityPolicy({
    blur: { reading: 0.0011 },
    contrast: { reading: 0.4 },
    brightness: { reading: 0.4 },
    glare: { reading: 0.005, person: 0.05 },
    covered: { reading: 0.002, person: 0.03 },
    evenness: { reading: 0.6 },
    textHeightPx: { reading: 10, person: 5 },
    pageWidthPx: { reading: 900, person: 400 },
    dpi: { reading: 140, person: 75 },
    skewDegrees: { reading: 3 },
    perspective: { reading: 0.88 },
    blockiness: { reading: 0.95 },
  }),
  identityDocument: /* @__PURE__ */ defineQualityPolicy({
    pageWidthPx: { reading: 600, person: 320 },
    glare: { reading: 0.006, person: 0.06 },
    // Front and back are often laid side by side.
    documents: { reading: 2 },
    dpi: { reading: 150, person: 80 },
    expectColour: true,
  }),
  letter: /* @__PURE__ */ defineQualityPolicy({
    textHeightPx: { reading: 9, person: 5 },
    pageWidthPx: { reading: 800, person: 450 },
    dpi: { reading: 100, person: 55 },
  }),
  receipt: /* @__PURE__ */ defineQualityPolicy({
    contrast: { reading: 0.22, person: 0.1 },
    evenness: { reading: 0.25 },
    pageWidthPx: { reading: 300, person: 180 },
    pageShare: { reading: 0.06, person: 0.02 },
    skewDegrees: { reading: 8 },
  }),
};
