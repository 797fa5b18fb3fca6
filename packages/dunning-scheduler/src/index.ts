export { type Calendar, type CalendarOptions, createCalendar, type LocalTime } from './calendar.js';
export { CHANNELS, type Channel } from './channels.js';
export { type CaseFacts, type Condition, factsOf, isConditionMet } from './conditions.js';
export type {
  CallOutcome,
  CaseEvent,
  ChannelState,
  ClaimCase,
  Consent,
  ContactCase,
  ContactCustomer,
  CustomerContact,
  DossierCase,
  StopReason,
} from './contact-case.js';
export { explainStep, type StepExplanation } from './explain-step.js';
export { type AgeStart, type DunningFinding, type DunningReason, RULES_VERSION } from './findings.js';
export { messages } from './messages/index.js';
export {
  type ContactPlan,
  type PlannedContact,
  type PlannedStep,
  type PlanOptions,
  planContacts,
  type StepStatus,
} from './plan-contacts.js';
export {
  type ChannelRule,
  type ContactCap,
  type DunningPolicy,
  type DunningPolicyInput,
  defineDunningPolicy,
  type LadderStep,
} from './policy.js';
export { type TimelineEntry, type TimelineOptions, timelineOf } from './timeline.js';
export { hoursOn, WEEKDAYS, type Weekday, type WeeklyHours } from './weekly-hours.js';
