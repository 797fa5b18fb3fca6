export {
  type CheckQualityOptions,
  checkQuality,
  type Fitness,
  type PageQuality,
  RULES_VERSION,
} from './check-quality.js';
export type { QualityFinding, Region, Side } from './findings.js';
export { type MeasureQualityOptions, measureQuality } from './measure-quality.js';
export { messages } from './messages/index.js';
export { liveMaxSidePx, type PageImage, recommendedMaxSidePx } from './page-image.js';
export { planRetake, type RetakePlan } from './plan-retake.js';
export {
  defineQualityPolicy,
  type QualityLimits,
  type QualityPolicy,
  type QualityPolicyInput,
} from './policy.js';
export { qualityPolicies } from './presets.js';
export type { QualityMeasures } from './quality-measures.js';
export { type OverlayOptions, renderQualityOverlay } from './render-quality-overlay.js';
export { type StraightenOptions, type StraightPage, straightenPage } from './straighten-page.js';
