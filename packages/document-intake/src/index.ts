export { createIntake, type Intake, type IntakeOptions } from './create-intake.js';
export { createIntakePool, type IntakePool, type IntakePoolOptions } from './create-intake-pool.js';
export type { IntakeEvent, IntakeStep, IntakeStepName, SkipReason } from './events.js';
export type {
  AnyFinding,
  Examination,
  Examined,
  IntakeChecks,
  IntakeFile,
  IntakeReport,
  ReadErrorFinding,
} from './examination.js';
export type { Expectation } from './expectation.js';
export type { IntakeFinding, NotExaminedReason } from './findings.js';
export { messages } from './messages/index.js';
export { defineIntakePolicy, type IntakePolicy } from './policy.js';
