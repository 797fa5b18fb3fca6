import { timestampFromMs } from '@dossierkit/core';
import * as fc from 'fast-check';
import type { RouterEvent } from '../events.js';
import type { StrategyInput } from '../strategy.js';

const ADVISORS = ['ana', 'bob', 'cyd', 'dee'] as const;
const TEAMS = ['north', 'south'] as const;
const REASONS = ['loan', 'card', 'fraud', 'tax'] as const;

/** Valid strategies of every order, with weights that are easy to read in a failure. */
export function strategies(): fc.Arbitrary<StrategyInput> {
  const points = fc.integer({ min: 0, max: 40 });
  return fc.record({
    id: fc.constant('arbitrary'),
    version: fc.constant('1'),
    order: fc.constantFrom('weighted', 'earliest-deadline', 'generalised-cmu'),
    weights: fc.record({
      reasons: fc.dictionary(fc.constantFrom(...REASONS), points),
      valueTiers: fc.array(points, { maxLength: 3 }),
      flags: fc.dictionary(fc.constantFrom('angry', 'vip'), points),
      waitingHour: fc.integer({ min: 0, max: 8 }),
      lateHour: fc.integer({ min: 0, max: 8 }),
    }),
    service: fc.dictionary(
      fc.constantFrom(...REASONS),
      fc.record({ minutes: fc.integer({ min: 1, max: 30 }), delayCost: points }),
    ),
    promises: fc.array(
      fc.record({ reason: fc.constantFrom(...REASONS), minutes: fc.integer({ min: 30, max: 2000 }) }),
      { maxLength: 3 },
    ),
    overflowShare: fc.constantFrom(0, 0.25, 0.5, 1),
    relaxing: fc.constantFrom(
      [],
      [{ share: 0.3, drop: 'skills' as const }],
      [
        { share: 0.6, drop: 'team' as const },
        { share: 0.2, drop: 'skills' as const },
      ],
    ),
    escalateAfterMinutes: fc.integer({ min: 1, max: 240 }),
    spread: fc.constantFrom('least-open', 'round-robin'),
    personal: fc.record({
      reach: fc.constantFrom('warn', 'never-late'),
      maxPinned: fc.integer({ min: 0, max: 3 }),
    }),
  });
}

/**
 * Sequences of events as a host would send them, and as it should not: names that do not exist, things done twice, things
 * out of order. They start with four advisors in two teams, on Monday 1 June 2026.
 */
export function routerEvents(maxLength = 90): fc.Arbitrary<readonly RouterEvent[]> {
  const item = fc.integer({ min: 0, max: 40 }).map((number) => `m${number}`);
  const advisor = fc.constantFrom(...ADVISORS);
  const choice = fc.oneof(
    {
      weight: 16,
      arbitrary: fc.record({
        type: fc.constant('message-arrived'),
        item,
        team: fc.constantFrom(...TEAMS),
        owner: fc.option(advisor, { nil: undefined }),
        reason: fc.option(fc.constantFrom(...REASONS), { nil: undefined }),
        valueTier: fc.nat({ max: 2 }),
        flags: fc.subarray(['angry', 'vip']),
        skills: fc.subarray(['law']),
        customer: fc.constantFrom('k1', 'k2', 'k3'),
        channel: fc.constantFrom('mail', 'chat'),
      }),
    },
    { weight: 6, arbitrary: fc.record({ type: fc.constant('taken'), item, advisor }) },
    { weight: 4, arbitrary: fc.record({ type: fc.constant('answered'), item, advisor }) },
    fc.record({
      type: fc.constant('message-classified'),
      item,
      reason: fc.constantFrom(...REASONS),
      skills: fc.subarray(['law']),
    }),
    fc.record({
      type: fc.constant('customer-changed'),
      customer: fc.constantFrom('k1', 'k2', 'k3'),
      owner: advisor,
      valueTier: fc.nat({ max: 2 }),
    }),
    fc.record({ type: fc.constantFrom('handed-back', 'pinned', 'released'), item, advisor }),
    fc.record({ type: fc.constantFrom('paused', 'resumed', 'message-withdrawn'), item }),
    fc.tuple(item, advisor, fc.nat({ max: 20 })).map(([snoozed, who, hours]) => ({
      type: 'snoozed',
      item: snoozed,
      advisor: who,
      until: timestampFromMs(START_MS + hours * HOUR_MS),
    })),
    fc.record({
      type: fc.constant('team-set'),
      team: fc.constantFrom(...TEAMS),
      branch: fc.constantFrom('city', 'port'),
    }),
    fc.record({ type: fc.constant('moved'), item, advisor, points: fc.integer({ min: -60, max: 60 }) }),
    fc.record({
      type: fc.constant('reassigned'),
      item,
      owner: fc.option(advisor, { nil: undefined }),
      team: fc.constantFrom(...TEAMS),
    }),
    fc.record({ type: fc.constant('availability-changed'), advisor, available: fc.boolean() }),
    fc.record({
      type: fc.constant('weight-changed'),
      path: fc.constantFrom(['reasons', 'fraud'], ['waitingHour'], ['lateHour']),
      points: fc.nat({ max: 30 }),
    }),
    fc.record({
      type: fc.constant('advisor-set'),
      advisor,
      teams: fc.subarray([...TEAMS]),
      skills: fc.subarray(['law']),
      capacity: fc.nat({ max: 3 }),
      backup: fc.option(advisor, { nil: undefined }),
    }),
    fc.record({ type: fc.constant('advisor-removed'), advisor }),
    fc
      .tuple(advisor, advisor, fc.nat({ max: 20 }), fc.nat({ max: 20 }))
      .map(([who, substitute, start, hours]) => ({
        type: 'leave-planned',
        advisor: who,
        substitute,
        from: timestampFromMs(START_MS + start * HOUR_MS),
        until: timestampFromMs(START_MS + (start + hours) * HOUR_MS),
      })),
    fc.record({
      type: fc.constant('delegated'),
      item,
      parts: fc.constantFrom(
        [
          { part: 'p', expert: { advisor: 'bob' } },
          { part: 'q', expert: { external: 'notary' } },
        ],
        [{ part: 'r', expert: { team: 'south' } }],
      ),
    }),
    fc.record({
      type: fc.constant('part-answered'),
      item,
      part: fc.constantFrom('p', 'q', 'r'),
      text: fc.constant('yes'),
    }),
    fc.record({ type: fc.constant('part-recalled'), item, part: fc.constantFrom('p', 'q', 'r') }),
    fc.record({
      type: fc.constant('part-refused'),
      item,
      part: fc.constantFrom('p', 'q', 'r'),
      why: fc.constant('no'),
    }),
  );
  const joined = ADVISORS.map((each, index) => ({
    type: 'advisor-set',
    at: timestampFromMs(START_MS),
    advisor: each,
    teams: [TEAMS[index % 2]],
    skills: index < 2 ? ['law'] : [],
    capacity: 2,
  }));
  return fc
    .array(fc.tuple(choice, fc.integer({ min: -5, max: 120 })), { maxLength, size: 'max' })
    .map((steps) => {
      let ms = START_MS;
      const events = steps.map(([event, minutes]) => {
        ms += minutes * 60_000;
        return { ...withoutUndefined(event), at: timestampFromMs(ms) };
      });
      return [...joined, ...events] as unknown as readonly RouterEvent[];
    });
}

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 5, 1, 8);

function withoutUndefined(event: object): object {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
}
