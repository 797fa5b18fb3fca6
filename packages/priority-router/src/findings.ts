import type { CodedErrorsOf, FindingsOf, NoParams, Timestamp } from '@dossierkit/core';

/** What the router noticed about an event. A failed one with severity `warning` or `critical` was not applied. */
export type RouterFinding = FindingsOf<{
  /** The event's number was seen before; nothing was done. */
  'priority-router/event-duplicate': { seq: number };
  /** The event is dated before the one that came last; it was applied, and the router's time did not go back. */
  'priority-router/event-late': { lateMs: number };
  /** A row or event does not have the fields that its type needs; it was left out. */
  'priority-router/event-unreadable': { row: number; field: string };
  /** A message of this name is open, or was answered lately. */
  'priority-router/item-exists': { item: string };
  'priority-router/item-unknown': { item: string };
  /** What the event says does not fit the message: taken twice, answered by somebody who does not have it. */
  'priority-router/item-state': { item: string; state: string };
  'priority-router/advisor-unknown': { advisor: string };
  /** Standing in for each other in a circle; the backup or substitute was refused. */
  'priority-router/backup-cycle': { advisor: string; chain: readonly string[] };
  /** Somebody without capacity gets nothing. */
  'priority-router/capacity-zero': { advisor: string };
  /** Taking the message would have gone over the advisor's capacity. */
  'priority-router/over-capacity': { item: string; advisor: string; load: number; capacity: number };
  /** The advisor is away, on leave, or lacks what the message needs. */
  'priority-router/not-eligible': { item: string; advisor: string; why: RouterReason['code'] };
  /** More of an own order than the strategy allows. */
  'priority-router/personal-limit': { item: string; advisor: string; limit: number };
  /** The advisor's own order would break the promise of this message, which the company's order keeps. */
  'priority-router/personal-endangers': {
    item: string;
    advisor: string;
    dueAt: Timestamp;
    doneAt: Timestamp;
  };
  /** The promise of this message is about to be broken, or is. */
  'priority-router/promise-at-risk': { item: string; dueAt: Timestamp; late: boolean };
  /** An expert has not answered a request in time: somebody has to ask, or answer without it. */
  'priority-router/expert-silent': { item: string; part: string; dueAt: Timestamp };
  /** The weight does not exist, or the number is none. */
  'priority-router/weight-invalid': { path: string };
  'priority-router/strategy-invalid': { path: string };
  'priority-router/part-unknown': { item: string; part: string };
}>;

/** Why an advisor may, or may not, take a message. */
export type RouterReason = CodedErrorsOf<{
  'priority-router/is-owner': NoParams;
  'priority-router/stands-in': { owner: string; chain: readonly string[] };
  'priority-router/serves-pool': { team: string };
  /** The message has waited so long that the whole branch may answer. */
  'priority-router/serves-branch': { branch: string };
  'priority-router/reserved-for-owner': { owner: string; until: Timestamp | null };
  'priority-router/away': NoParams;
  'priority-router/on-leave': { until: Timestamp };
  'priority-router/other-team': { team: string };
  'priority-router/other-branch': { branch: string };
  'priority-router/lacks-skill': { skills: readonly string[] };
  'priority-router/lacks-language': { language: string };
  'priority-router/at-capacity': { load: number; capacity: number };
  'priority-router/assignment-limit': { count: number; windowMinutes: number };
  'priority-router/excluded': { flag: string | null };
  'priority-router/in-hand': { advisor: string };
  'priority-router/waits-elsewhere': { state: string };
}>;
