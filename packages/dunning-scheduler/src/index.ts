export { type Calendar, type CalendarOptions, createCalendar, type LocalTime } from './calendar.js';
export { type CallCriteria, type CallListEntry, type CallListOptions, selectCallList } from './call-list.js';
export { type CardRetryLimit, cardRetryLimits, nextCardRetry } from './card-retries.js';
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
export { type ComparisonWords, drawComparison } from './draw-comparison.js';
export { explainStep, type StepExplanation } from './explain-step.js';
export { type AgeStart, type DunningFinding, type DunningReason, RULES_VERSION } from './findings.js';
export { CALL_LIST_COLUMNS, callListRow, formatCallListCsv } from './format-call-list.js';
export { messages } from './messages/index.js';
export {
  type ContactPlan,
  type PlannedContact,
  type PlannedStep,
  type PlanOptions,
  planContacts,
  type StepStatus,
} from './plan-contacts.js';
export { type CustomerContactPlan, type CustomerPlan, planCustomer } from './plan-customer.js';
export { channelOfRow, type PlanManyOptions, type PlanRows, planMany } from './plan-many.js';
export { planRows } from './plan-rows.js';
export {
  type CaseRows,
  type ClaimedRow,
  type ClaimRange,
  type PlanRow,
  type PlanStore,
  type SendEnd,
  type SendOutcome,
  SHARDS,
  shardOf,
} from './plan-store.js';
export {
  type ChannelRule,
  type ContactCap,
  type DunningPolicy,
  type DunningPolicyInput,
  defineDunningPolicy,
  type LadderStep,
} from './policy.js';
export { type StatutoryPreset, statutoryPresets } from './presets.js';
export { type SettleOptions, settleUnfinished } from './settle-unfinished.js';
export {
  type ResponseModel,
  type SimulationOptions,
  type SimulationResult,
  simulatePolicy,
} from './simulate-policy.js';
export { type TimelineEntry, type TimelineOptions, timelineOf } from './timeline.js';
export { hoursOn, WEEKDAYS, type Weekday, type WeeklyHours } from './weekly-hours.js';
