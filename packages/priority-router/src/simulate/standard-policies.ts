import type { StrategyInput } from '../strategy.js';
import type { Policy } from './replay.js';

/**
 * The policies that mail rooms use, to hold a strategy against: two that push messages into personal piles, five that let
 * whoever is free take the best of a common pool, and the given strategy as it is.
 */
export function standardPolicies(strategy: StrategyInput): readonly Policy[] {
  const common = { ...strategy, overflowShare: 1 };
  const urgency = urgencyOf(strategy);
  const still = { waitingHour: 0, lateHour: 0 };
  return [
    { name: 'round robin', push: 'round-robin', strategy },
    { name: 'fewest open', push: 'fewest-open', strategy },
    { name: 'first in, first out', strategy: { ...common, order: 'weighted', weights: { waitingHour: 1 } } },
    {
      name: 'static priority',
      strategy: { ...common, order: 'weighted', weights: { ...still, reasons: urgency } },
    },
    {
      name: 'waiting + priority',
      strategy: { ...common, order: 'weighted', weights: { waitingHour: 1, reasons: urgency } },
    },
    { name: 'earliest deadline', strategy: { ...common, order: 'earliest-deadline' } },
    { name: 'generalised cμ', strategy: { ...common, order: 'generalised-cmu' } },
    { name: 'owner first', strategy },
  ];
}

/** Points by how much shorter than the longest promise a reason's is, in hours. */
function urgencyOf({
  promises = [],
  defaultPromiseMinutes = 480,
}: StrategyInput): Readonly<Record<string, number>> {
  const longest = Math.max(defaultPromiseMinutes, ...promises.map(({ minutes }) => minutes));
  const points = promises.flatMap(({ reason, minutes }) =>
    reason === undefined ? [] : [[reason, (longest - minutes) / 60] as const],
  );
  return Object.fromEntries(points);
}
