export { createIntake, type Intake, type IntakeOptions } from './create-intake.js';
export type {
  AnyFinding,
  Examination,
  Examined,
  IntakeChecks,
  IntakeEvent,
  IntakeFile,
  IntakeReport,
  IntakeStep,
  IntakeStepName,
  ReadErrorFinding,
  SkipReason,
} from './examination.js';
export type { Expectation } from './expectation.js';
export type { IntakeFinding } from './findings.js';
export { messages } from './messages/index.js';
export { defineIntakePolicy, type IntakePolicy } from './policy.js';
