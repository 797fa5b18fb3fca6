import type { Timestamp } from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';
import type { ItemView } from '../views.js';

/** One answered message: what every figure is computed from, live and in a replay. */
export interface AnswerRecord {
  readonly item: string;
  readonly advisor: string;
  readonly owner: string | null;
  readonly team: string;
  /** The branch that the team belongs to, or nothing. */
  readonly branch: string;
  readonly reason: string;
  readonly channel: string;
  readonly arrivedAt: Timestamp;
  readonly dueAt: Timestamp;
  readonly answeredAt: Timestamp;
  /** Open time between arrival and answer, without pauses, in ms. */
  readonly responseMs: number;
}

/**
 * The record of an answer, for the figures: ask for it just before the event `answered`, while the router still knows the
 * message.
 */
export function describeAnswer(
  view: ItemView,
  answer: { readonly advisor: string; readonly at: Timestamp; readonly calendar: BusinessCalendar },
): AnswerRecord {
  const { item, owner, team, reason, channel, arrivedAt, dueAt, pausedMs } = view;
  const branch = view.branch ?? '';
  const { advisor, at: answeredAt, calendar } = answer;
  const responseMs = Math.max(0, calendar.between(arrivedAt, answeredAt) - pausedMs);
  return { item, advisor, owner, team, branch, reason, channel, arrivedAt, dueAt, answeredAt, responseMs };
}

/** Figures about answered messages. Shares are 0 to 1. */
export interface AnswerSummary {
  readonly answered: number;
  /** Answered after the due time. */
  readonly late: number;
  readonly lateShare: number;
  /** Of the messages that have an owner, answered by that owner. */
  readonly ownShare: number;
  readonly medianResponseMs: number;
  readonly p95ResponseMs: number;
}

/** Figures over all answers, and by a field of theirs. */
export function summarizeAnswers(
  answers: readonly AnswerRecord[],
  by?: 'advisor' | 'team' | 'branch' | 'reason' | 'channel',
): Readonly<Record<string, AnswerSummary>> & { readonly all: AnswerSummary } {
  const groups = new Map<string, AnswerRecord[]>();
  if (by) {
    for (const answer of answers) {
      const group = groups.get(answer[by]);
      if (group) group.push(answer);
      else groups.set(answer[by], [answer]);
    }
  }
  const summaries = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, group]) => [key, summaryOf(group)]);
  return { ...Object.fromEntries(summaries), all: summaryOf(answers) };
}

function summaryOf(answers: readonly AnswerRecord[]): AnswerSummary {
  const late = answers.filter(({ dueAt, answeredAt }) => answeredAt > dueAt).length;
  const owned = answers.filter(({ owner }) => owner !== null);
  const own = owned.filter(({ owner, advisor }) => owner === advisor).length;
  const responses = Float64Array.from(answers, ({ responseMs }) => responseMs).sort();
  const quantile = (share: number): number =>
    responses[Math.max(0, Math.ceil(responses.length * share) - 1)] ?? 0;
  return {
    answered: answers.length,
    late,
    lateShare: answers.length === 0 ? 0 : late / answers.length,
    ownShare: owned.length === 0 ? 0 : own / owned.length,
    medianResponseMs: quantile(0.5),
    p95ResponseMs: quantile(0.95),
  };
}
