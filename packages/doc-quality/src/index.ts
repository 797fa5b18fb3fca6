export { type CheckQualityOptions, checkQuality, type Fitness, type PageQuality } from './check-quality.js';
export type { QualityFinding, Region, Side } from './findings.js';
export { measureQuality, type QualityMeasures } from './measure-quality.js';
export { messages } from './messages/index.js';
export { type PageImage, recommendedMaxSidePx } from './page-image.js';
export { defineQualityPolicy, type QualityPolicy, type QualityPolicyInput } from './policy.js';
