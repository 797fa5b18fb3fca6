import {
  type AnswerSummary,
  drawComparison,
  generateHistory,
  type History,
  type Policy,
  type ReplayResult,
  replay,
  type StrategyInput,
  standardPolicies,
} from '@dossierkit/priority-router';
import { calendar, colleagues, model } from './branch.js';

/** What the page sets: how the proposed strategy differs from today's. */
export interface Proposal {
  readonly order: 'weighted' | 'earliest-deadline' | 'generalised-cmu';
  readonly overflowShare: number;
}

/** How a fortnight would have gone under one strategy. */
export interface Outcome {
  readonly policy: string;
  readonly summary: AnswerSummary;
  /** Answers of each advisor, fewest first. */
  readonly load: readonly number[];
}

export interface Comparison {
  readonly messages: number;
  readonly outcomes: readonly Outcome[];
  /** The same as an SVG. */
  readonly picture: string;
}

/** Two weeks of such mail for these colleagues. */
export function fortnight(): History {
  const history = generateHistory({ ...model, seed: 11, days: 10, variation: 0.3 }, calendar);
  const ids = new Map(
    history.advisors.map(({ advisor }, index) => [advisor, colleagues[index]?.advisor ?? advisor]),
  );
  const named = (id: string | undefined): string => ids.get(id ?? '') ?? '';
  return {
    advisors: colleagues.map(({ name: _name, ...advisor }) => advisor),
    leaves: history.leaves.map((leave) => ({ ...leave, advisor: named(leave.advisor) })),
    messages: history.messages.map((row) => ({
      ...row,
      message: { ...row.message, owner: named(row.message.owner) },
    })),
  };
}

/** What the reader calls the strategies and the two halves of the picture. */
export interface Names {
  readonly today: string;
  readonly proposed: string;
  readonly policies: Readonly<Record<string, string>>;
  readonly picture: { readonly late: string; readonly own: string };
}

/** Today's strategy, the proposed one, and what mail rooms usually do. */
export function policiesFor(
  strategy: StrategyInput,
  { order, overflowShare }: Proposal,
  names: Names,
): readonly Policy[] {
  const usual = standardPolicies(strategy)
    .filter(({ name }) => name !== 'owner first')
    .map((policy) => ({ ...policy, name: names.policies[policy.name] ?? policy.name }));
  return [
    { name: names.today, strategy },
    { name: names.proposed, strategy: { ...strategy, order, overflowShare } },
    ...usual,
  ];
}

export function compare(
  history: History,
  policies: readonly Policy[],
  titles: Names['picture'],
  progress: (done: number) => void = () => {},
): Comparison {
  const results = policies.map((policy, index): ReplayResult => {
    const result = replay(history, policy, calendar);
    progress((index + 1) / policies.length);
    return result;
  });
  const outcomes = results.map(({ policy, summary, byAdvisor }) => ({
    policy,
    summary,
    load: Object.values(byAdvisor)
      .map(({ answered }) => answered)
      .sort((a, b) => a - b),
  }));
  return { messages: history.messages.length, outcomes, picture: drawComparison(results, { titles }) };
}
