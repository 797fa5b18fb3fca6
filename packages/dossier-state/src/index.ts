export { type ApplyEventOptions, applyEvent } from './apply-event.js';
export { type Answer, type Answers, type Condition, conditionHolds } from './condition.js';
export type {
  Approved,
  Decided,
  Decision,
  Dossier,
  DossierState,
  EarlyReport,
  KeptReport,
  MachineRef,
  Proposal,
  Submission,
  Waiver,
} from './dossier.js';
export type { AuditFact, DossierStep, Effect, Task } from './effects.js';
export type {
  Actor,
  AnyCheckReport,
  DocumentFacts,
  DossierEvent,
  DossierEventType,
  Proposed,
} from './events.js';
export type { DossierError, DossierFinding, DossierMessage, NextStep, StepParams } from './findings.js';
export { messages } from './messages/index.js';
export { type OpenDossierInput, type OpenedDossier, openDossier } from './open-dossier.js';
export { type ParseDossierOptions, parseDossier } from './parse-dossier.js';
export { parseEvent } from './parse-event.js';
export {
  type MigrationCandidate,
  type MigrationOptions,
  type MigrationOutcome,
  planMigration,
} from './plan-migration.js';
export {
  type DecisionRules,
  type DocumentOption,
  type DocumentOptionInput,
  defineProduct,
  type FourEyesMatter,
  type Label,
  type Limits,
  type MonthRule,
  type Product,
  type ProductInput,
  type ProductRef,
  productRef,
  type Question,
  type Requirement,
  type RequirementInput,
  type Subject,
} from './product.js';
export { type ReplayOptions, replayDossier } from './replay-dossier.js';
export type {
  RequirementState,
  RequirementStatus,
  SubmissionState,
  SubmissionStatus,
} from './requirements.js';
export {
  type Blocker,
  type DossierSummary,
  type SummarizeOptions,
  summarizeDossier,
  type Turn,
} from './summarize-dossier.js';
export { toMermaid } from './to-mermaid.js';
