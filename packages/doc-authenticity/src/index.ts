export {
  type AppearanceChecked,
  type CheckAppearanceOptions,
  checkAppearance,
  type IdentitySide,
} from './appearance/check-appearance.js';
export type { AppearanceFinding, SidesFact } from './appearance/findings.js';
export {
  CARD_SIZES,
  type CardFormat,
  IDENTITY_LAYOUTS,
  type IdentityLayout,
  type IdentityLayoutName,
} from './appearance/identity-layouts.js';
export type {
  AuthenticityMessageable,
  AuthorityProblem,
  SealFinding,
  SealSigner,
} from './findings.js';
export { messages } from './messages/index.js';
export { type AuthenticityPolicy, authenticityPolicySchema, defineAuthenticityPolicy } from './policy.js';
export { type EvidenceOptions, renderEvidence } from './render-evidence.js';
export { RULES_VERSION } from './rules-version.js';
export {
  type CheckSealsOptions,
  checkSeals,
  type SealsChecked,
} from './seals/check-seals.js';
export { compareSealWithFields } from './seals/compare-seal.js';
export { type FindSealsOptions, type FoundSeal, findSeals } from './seals/find-seals.js';
export { parseSeal } from './seals/parse-seal.js';
export type { Seal, SealFamily, SealField, SealFieldName } from './seals/seal.js';
export type { SealError, SealProblem } from './seals/seal-error.js';
export { type SealVerification, type VerifySealOptions, verifySeal } from './seals/verify-seal.js';
export type { ComparedField, VisibleFields } from './seals/visible-fields.js';
export {
  type CheckTracesOptions,
  checkTraces,
  type TraceFinding,
  type TracesChecked,
} from './traces/check-traces.js';
export type {
  ExaminationProblem,
  PdfChange,
  PdfTraceFinding,
  PictureTraceFinding,
} from './traces/findings.js';
export { defineTracePolicy, type TracePolicy, tracePolicySchema } from './traces/trace-policy.js';
export { parseTrustList } from './trust/parse-trust-list.js';
export type { TrustedService, TrustList, TrustListError } from './trust/trust-list.js';
export {
  createTrustStore,
  type RevocationQuestion,
  type RevocationSource,
  type TrustedAuthority,
  type TrustMaterial,
  type TrustStore,
} from './trust/trust-store.js';
