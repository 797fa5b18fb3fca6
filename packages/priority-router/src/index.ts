export { assignOptimally } from './assign-optimally.js';
export {
  type BusinessCalendar,
  type CountOptions,
  createBusinessCalendar,
  type Pause,
} from './business-time/business-calendar.js';
export {
  type BusinessHours,
  type BusinessHoursInput,
  defineBusinessHours,
  type OpenRange,
  WEEKDAYS,
} from './business-time/business-hours.js';
export {
  type ClockReading,
  changeBudget,
  type PromiseClock,
  pauseClock,
  readClock,
  resumeClock,
  startClock,
  stopClock,
} from './business-time/promise-clock.js';
export {
  type AssembledReply,
  assembleReply,
  closePart,
  type DelegatedPart,
  type Delegation,
  type SplitOptions,
  silentParts,
  splitRequests,
} from './delegation/delegation.js';
export type {
  Advisor,
  CustomerChange,
  Leave,
  Message,
  RequestPart,
  RouterEvent,
  RouterEventOf,
  RouterEventType,
  Team,
} from './events.js';
export type { CandidateExplanation, Change, Explanation } from './explain.js';
export type { RouterFinding, RouterReason } from './findings.js';
export type { Assignment } from './internal/assign.js';
export type { ScorePart } from './internal/groups.js';
export type { Imported, ImportOptions } from './internal/import-rows.js';
export type { WaveOptions } from './internal/plan-wave.js';
export type { RouterSnapshot } from './internal/snapshot.js';
export { messages } from './messages/index.js';
export {
  type AnswerRecord,
  type AnswerSummary,
  describeAnswer,
  summarizeAnswers,
} from './metrics/answers.js';
export { createRouter, type Router, type RouterOptions, restoreRouter } from './router.js';
export { type DrawOptions, drawComparison } from './simulate/draw-comparison.js';
export { type ArrivalModel, generateHistory } from './simulate/generate-history.js';
export {
  type History,
  type HistoryMessage,
  type Policy,
  type ReplayResult,
  replay,
} from './simulate/replay.js';
export { standardPolicies } from './simulate/standard-policies.js';
export { openRouter, type RouterStore, type StoreError, type StoreOptions } from './store/router-store.js';
export {
  type AnswerPromise,
  defineStrategy,
  MAX_INTERACTIONS,
  type PersonalBounds,
  type Strategy,
  type StrategyInput,
  type StrategyWeights,
} from './strategy.js';
export type {
  AdvisorList,
  AdvisorView,
  AtOptions,
  ItemView,
  ListedItem,
  RouterFigures,
} from './views.js';
