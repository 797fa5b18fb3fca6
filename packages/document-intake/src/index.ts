export { type AnswerCache, createMemoryAnswerCache, type KeptAnswer } from './answer-cache.js';
export {
  createIntake,
  type ExamineOptions,
  type Intake,
  type IntakeLogEntry,
  type IntakeOptions,
} from './create-intake.js';
export { createIntakePool, type IntakePool, type IntakePoolOptions } from './create-intake-pool.js';
export type { IntakeEvent, IntakeStep, IntakeStepName, SkipReason } from './events.js';
export type {
  AnyFinding,
  Examination,
  Examined,
  ExaminedField,
  IntakeChecks,
  IntakeFile,
  IntakeReport,
  PageNumber,
  ReadErrorFinding,
} from './examination.js';
export type { ExaminedSet, SetEvent, SetExamination, SetExpectation, SetReport } from './examine-set.js';
export type { Expectation } from './expectation.js';
export type { IntakeFinding, NotExaminedReason } from './findings.js';
export type { RegisterReport } from './internal/question-for.js';
export type { SetPart, WantedDocument } from './internal/sets/set-part.js';
export { messages } from './messages/index.js';
export { defineIntakePolicy, type IntakePolicy } from './policy.js';
export { RULES_VERSION } from './rules-version.js';
