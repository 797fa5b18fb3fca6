export { type DossierCommitInput, dossierCommit } from './dossier-commit.js';
export type { StoreError } from './errors.js';
export { messages } from './messages/index.js';
export type {
  CaseRows,
  ClaimedRow,
  ClaimRange,
  PlanRow,
  PlanStore,
  SendEnd,
  SendOutcome,
} from './plans.js';
export type { RouterConflict, RouterLog } from './routers.js';
export type {
  AuditRow,
  ClaimedMessage,
  ClaimedTimer,
  ClaimOptions,
  Commit,
  Committed,
  FeedPage,
  FindQuery,
  Found,
  JourneyStore,
  Loaded,
  NewEvent,
  NewMessage,
  Snapshot,
  StoredEvent,
  StoreOptions,
  TenantStore,
} from './store.js';
export { createWakeUp, type WaitOptions, type WakeReason, type Waker, type WakeUp } from './wake-up.js';
