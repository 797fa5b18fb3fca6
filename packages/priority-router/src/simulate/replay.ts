import type { Timestamp } from '@dossierkit/core';
import type { BusinessCalendar } from '../business-time/business-calendar.js';
import type { Advisor, Leave, Message, Team } from '../events.js';
import { replayPull } from '../internal/replay-pull.js';
import { replayPush } from '../internal/replay-push.js';
import { type AnswerRecord, type AnswerSummary, summarizeAnswers } from '../metrics/answers.js';
import type { StrategyInput } from '../strategy.js';

/** A message of the past, and how long its answer took. */
export interface HistoryMessage {
  readonly at: Timestamp;
  readonly message: Message;
  /** Open time that the answer takes whoever gives it, in ms. */
  readonly serviceMs: number;
}

/** What happened, without who answered what: that is what a replay decides anew. Messages are in order of time. */
export interface History {
  /** Teams that belong to branches. */
  readonly teams?: readonly Team[];
  readonly advisors: readonly Advisor[];
  readonly leaves: readonly Leave[];
  readonly messages: readonly HistoryMessage[];
}

/** A way to decide who answers what. */
export interface Policy {
  readonly name: string;
  readonly strategy: StrategyInput;
  /** Puts each message on somebody's pile when it comes, to be answered in that order, whatever the strategy says. */
  readonly push?: 'round-robin' | 'fewest-open';
}

/** How a history would have gone. */
export interface ReplayResult {
  readonly policy: string;
  readonly summary: AnswerSummary;
  readonly byAdvisor: Readonly<Record<string, AnswerSummary>>;
  readonly byReason: Readonly<Record<string, AnswerSummary>>;
  readonly byBranch: Readonly<Record<string, AnswerSummary>>;
  readonly answers: readonly AnswerRecord[];
  /** Messages that nobody answered: nobody may, or nobody was left. */
  readonly unanswered: readonly string[];
}

/**
 * Goes through a history again under another policy, answer by answer: each advisor who is free and present takes what the
 * policy gives them next.
 *
 * Nobody changes their mind in a replay: personal orders, pauses and delegations of the past are not part of a history.
 * An answer that was begun is finished, also over night.
 */
export function replay(history: History, policy: Policy, calendar: BusinessCalendar): ReplayResult {
  const { answers, unanswered } = policy.push
    ? replayPush(history, { ...policy, push: policy.push }, calendar)
    : replayPull(history, policy, calendar);
  const { all, ...byAdvisor } = summarizeAnswers(answers, 'advisor');
  const { all: _all, ...byReason } = summarizeAnswers(answers, 'reason');
  const { all: __all, ...byBranch } = summarizeAnswers(answers, 'branch');
  return { policy: policy.name, summary: all, byAdvisor, byReason, byBranch, answers, unanswered };
}
