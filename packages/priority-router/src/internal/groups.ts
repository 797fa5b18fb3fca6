import type { Message } from '../events.js';
import { MAX_INTERACTIONS, type Strategy } from '../strategy.js';

/** What messages have in common that decides about their weight, their promise and who may take them. */
export interface GroupTraits {
  /** Empty once the whole branch may answer. */
  readonly team: string;
  /** Empty as long as only the team may answer. */
  readonly branch: string;
  readonly channel: string;
  readonly reason: string;
  readonly profile: string;
  readonly valueTier: number;
  readonly interactions: number;
  readonly dossierState: string;
  readonly flags: readonly string[];
  readonly language: string;
  readonly skills: readonly string[];
  readonly answer: 'first' | 'next';
}

/** One addend of a score. */
export interface ScorePart {
  readonly part:
    | 'reason'
    | 'profile'
    | 'value'
    | 'interactions'
    | 'dossier'
    | 'flag'
    | 'waiting'
    | 'deadline'
    | 'delay-cost';
  /** Which reason, profile, flag, … */
  readonly key?: string;
  readonly points: number;
}

/**
 * Messages with the same traits. Their scores are lines over time with one slope: `base + waiting × hours since arrival +
 * late × hours past due`. So within a group the order never changes as time passes, and a change of `base` does not touch it.
 */
export interface Group {
  readonly traits: GroupTraits;
  base: number;
  waiting: number;
  late: number;
  promiseMs: number;
  serviceMinutes: number;
  load: number;
  excluded: string | null;
  /** The queue of its pool, once one was needed. */
  pool: number;
  /** The strategy's edition that the numbers above were computed for. */
  edition: number;
}

export function traitsOf(message: Message): GroupTraits {
  return {
    team: message.team,
    branch: '',
    channel: message.channel ?? '',
    reason: message.reason ?? '',
    profile: message.profile ?? '',
    valueTier: message.valueTier ?? 0,
    interactions: Math.min(message.interactions ?? 0, MAX_INTERACTIONS),
    dossierState: message.dossierState ?? '',
    flags: sorted(message.flags),
    language: message.language ?? '',
    skills: sorted(message.skills),
    answer: message.answer ?? 'first',
  };
}

/** A text that is the same for the same traits only: each word behind its length. */
export function keyOfTraits(traits: GroupTraits): string {
  const { team, branch, channel, reason, profile, dossierState, language } = traits;
  const numbers = `${traits.valueTier},${traits.interactions},${traits.answer}`;
  const place = `${word(team)}${word(branch)}${word(channel)}${word(reason)}${word(profile)}`;
  return `${numbers}${place}${word(dossierState)}${word(language)}${words(traits.flags)}${words(traits.skills)}`;
}

const word = (text: string): string => (text === '' ? ';' : `${text.length}:${text}`);

function words(list: readonly string[]): string {
  let key = '.';
  for (const each of list) key += word(each);
  return key;
}

/** A group whose numbers are still to be worked out. */
export function newGroup(traits: GroupTraits): Group {
  const numbers = { base: 0, waiting: 0, late: 0, promiseMs: 0, serviceMinutes: 0, load: 1 };
  return { traits, ...numbers, excluded: null, pool: -1, edition: 0 };
}

/** Brings a group's numbers up to the strategy. */
export function weighGroup(group: Group, strategy: Strategy, edition: number): void {
  const { traits } = group;
  const service = strategy.service[traits.reason];
  group.serviceMinutes = service?.minutes ?? strategy.defaultServiceMinutes;
  group.promiseMs = promiseMinutes(traits, strategy) * 60_000;
  group.load = strategy.channelLoad[traits.channel] ?? 1;
  group.excluded = traits.flags.find((flag) => strategy.exclude.flags.includes(flag)) ?? null;
  group.base = 0;
  for (const { points } of baseParts(traits, strategy)) group.base += points;
  group.waiting = 0;
  group.late = 0;
  if (strategy.order === 'earliest-deadline') group.late = 1;
  else if (strategy.order === 'weighted') {
    group.waiting = strategy.weights.waitingHour;
    group.late = strategy.weights.lateHour;
  } else {
    // Van Mieghem's generalised cμ: marginal cost of delay times service rate. With a cost that grows with the square
    // of the delay measured in promises, the marginal cost is a line over time.
    const rate = 60 / group.serviceMinutes;
    group.waiting = ((service?.delayCost ?? 1) * rate * 3_600_000) / group.promiseMs;
  }
  group.edition = edition;
}

/** The parts of a score that do not change with time. Only the weighted order has any. */
export function baseParts(traits: GroupTraits, strategy: Strategy): ScorePart[] {
  if (strategy.order !== 'weighted') return [];
  const { weights } = strategy;
  const parts: ScorePart[] = [
    { part: 'reason', key: traits.reason, points: weights.reasons[traits.reason] ?? 0 },
    { part: 'profile', key: traits.profile, points: weights.profiles[traits.profile] ?? 0 },
    { part: 'value', key: String(traits.valueTier), points: weights.valueTiers[traits.valueTier] ?? 0 },
    {
      part: 'interactions',
      key: String(traits.interactions),
      points: traits.interactions * weights.interaction,
    },
    { part: 'dossier', key: traits.dossierState, points: weights.dossierStates[traits.dossierState] ?? 0 },
    ...traits.flags.map((flag) => ({ part: 'flag' as const, key: flag, points: weights.flags[flag] ?? 0 })),
  ];
  return parts.filter(({ points }) => points !== 0);
}

function promiseMinutes(traits: GroupTraits, strategy: Strategy): number {
  const fits = (wanted: string | undefined, actual: string): boolean =>
    wanted === undefined || wanted === actual;
  const promise = strategy.promises.find(
    ({ reason, profile, answer }) =>
      fits(reason, traits.reason) && fits(profile, traits.profile) && fits(answer, traits.answer),
  );
  return promise?.minutes ?? strategy.defaultPromiseMinutes;
}

const NOTHING: readonly string[] = [];

/** Each word once, in one order. */
function sorted(list: readonly string[] = NOTHING): readonly string[] {
  return list.length === 0 ? NOTHING : list.length === 1 ? [...list] : [...new Set(list)].sort();
}
