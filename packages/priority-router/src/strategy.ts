import { parsePolicy } from '@dossierkit/core';
import { strategySchema } from './internal/strategy-schema.js';

/** Points that make up a score in the `weighted` order. None is negative; what is not listed counts 0. */
export interface StrategyWeights {
  /** By reason of the message. */
  readonly reasons: Readonly<Record<string, number>>;
  /** By profile of the customer. */
  readonly profiles: Readonly<Record<string, number>>;
  /** By flag: angry, vulnerable, urgent, … */
  readonly flags: Readonly<Record<string, number>>;
  /** By state of the customer's dossier. */
  readonly dossierStates: Readonly<Record<string, number>>;
  /** By tier of customer value: tier 0 gets the first number. */
  readonly valueTiers: readonly number[];
  /** For each recent contact over any channel, up to {@link MAX_INTERACTIONS}. */
  readonly interaction: number;
  /** For each hour since the message came. Default 1. */
  readonly waitingHour: number;
  /** For each hour past the due time; before it, as many are missing. Default 0. */
  readonly lateHour: number;
}

/** Within which open time an answer is promised, to whom and for what. */
export interface AnswerPromise {
  readonly reason?: string | undefined;
  readonly profile?: string | undefined;
  readonly answer?: 'first' | 'next' | undefined;
  readonly minutes: number;
}

/** How far an advisor's own order may reach. */
export interface PersonalBounds {
  /** How many messages an advisor may pin. Default 5. */
  readonly maxPinned: number;
  /** By how many points an advisor may raise or lower a message. Default 50. */
  readonly maxPoints: number;
  /** How many messages an advisor may have moved in any way. Default 50. */
  readonly maxMoved: number;
  /**
   * `warn`: the advisor's order holds, with warnings. `never-late` (default): a message that is nearly due keeps the
   * company's place.
   */
  readonly reach: 'warn' | 'never-late';
  /** Open minutes before the due time from which a message is nearly due, and a snooze ends. Default 60. */
  readonly reserveMinutes: number;
}

/** A company's rules for who answers what first: plain data. */
export interface Strategy {
  readonly id: string;
  readonly version: string;
  /**
   * - `weighted` (default): the sum of the weights
   * - `earliest-deadline`: whatever is due first
   * - `generalised-cmu`: what delay costs, times how fast it can be ended
   */
  readonly order: 'weighted' | 'earliest-deadline' | 'generalised-cmu';
  readonly weights: StrategyWeights;
  /** By reason: how long an answer takes, and what delay costs in the cμ order (default 1). */
  readonly service: Readonly<Record<string, { readonly minutes: number; readonly delayCost: number }>>;
  /** Default 5. */
  readonly defaultServiceMinutes: number;
  /** The first that fits counts. */
  readonly promises: readonly AnswerPromise[];
  /** Default 480. */
  readonly defaultPromiseMinutes: number;
  /** Others see a message of an owner once this share of its promised time is left. 1: at once. Default 0.5. */
  readonly overflowShare: number;
  /**
   * Gives up what is asked of an advisor when this share of the promised time is left. Without `team`, everybody in the
   * team's branch may answer.
   */
  readonly relaxing: readonly { readonly share: number; readonly drop: 'language' | 'skills' | 'team' }[];
  /** A message is back with its owner so many open minutes after an expert should have answered. Default 30. */
  readonly escalateAfterMinutes: number;
  /** Who gets a message that several could take. Default `least-open`. */
  readonly spread: 'least-open' | 'round-robin';
  /** How much of an advisor's capacity a message of this channel takes. Default 1. */
  readonly channelLoad: Readonly<Record<string, number>>;
  /** Messages that are never handed out by themselves; whoever sees them may take them. */
  readonly exclude: { readonly flags: readonly string[]; readonly olderThanHours?: number | undefined };
  /** At most so many assignments to one advisor within a window. */
  readonly assignmentLimit?: { readonly count: number; readonly windowMinutes: number } | undefined;
  readonly personal: PersonalBounds;
}

/** A {@link Strategy} as it is written down: everything but its name may be left out. */
export type StrategyInput = Pick<Strategy, 'id' | 'version'> &
  Partial<Omit<Strategy, 'weights' | 'service' | 'exclude' | 'personal'>> & {
    readonly weights?: Partial<StrategyWeights>;
    readonly service?: Readonly<Record<string, { readonly minutes: number; readonly delayCost?: number }>>;
    readonly exclude?: Partial<Strategy['exclude']>;
    readonly personal?: Partial<PersonalBounds>;
  };

/** More contacts than this say nothing more about urgency. */
export const MAX_INTERACTIONS = 5;

/**
 * Checks a strategy and fills in what is left out.
 *
 * @throws {DossierkitError} `core/policy-invalid`, for example for a negative weight
 */
export function defineStrategy(input: StrategyInput): Strategy {
  return parsePolicy('routing strategy', strategySchema, input);
}

/** A strategy out of data from outside: itself, or the path of the first entry that is not valid. */
export function readStrategy(data: unknown): { readonly strategy: Strategy } | { readonly path: string } {
  const parsed = strategySchema.safeParse(data);
  if (parsed.success) return { strategy: parsed.data };
  return { path: (parsed.error.issues[0]?.path ?? []).map(String).join('.') };
}
