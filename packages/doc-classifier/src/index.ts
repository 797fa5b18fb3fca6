export type { Age, AgeRule } from './age/age-rule.js';
export { type CheckPayslipsOptions, checkPayslips, type PayslipCover } from './check-payslips.js';
export type {
  Candidacy,
  Classification,
  Evidence,
  Field,
  FoundDocument,
  PageReading,
} from './classification.js';
export { type ClassifyOptions, classifyDocument } from './classify-document.js';
export type { ClassifierFinding, Confusion, KindRef, TimeForm } from './findings.js';
export type { DocumentHints } from './hints.js';
export { kindName } from './kind-names.js';
export { messages } from './messages/index.js';
export { type ClassifierPolicy, defineClassifierPolicy } from './policy.js';
export {
  type Anchor,
  type AnchorInput,
  type Cue,
  defineKindProfile,
  type FieldSpec,
  type FieldSpecInput,
  type FieldType,
  type KindProfile,
  type KindProfileInput,
} from './profile.js';
export { KIND_PROFILES } from './profiles/index.js';
export { type TextModel, type TextSample, trainTextModel } from './text-model.js';
