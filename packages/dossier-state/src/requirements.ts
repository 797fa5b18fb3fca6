import type { Finding, PlainDate } from '@dossierkit/core';
import type { Dossier, Submission, Waiver } from './dossier.js';
import { type Instance, instancesOf } from './internal/instances.js';
import { fits, type Judged, judge, monthTwice, optionsOf, type SubmissionStatus } from './internal/judge.js';
import { bestMonths } from './internal/months.js';
import type { DocumentOption, Label, Product } from './product.js';

/**
 * Where one requirement stands. `later`: it waits for other requirements. `asked`: the customer has to hand something
 * in. `handed-in`: the checks run. `in-review`: a person looks. `to-redo`: what came in does not do. `expired`: what was
 * accepted ran out. `accepted` and `waived` are met.
 */
export type RequirementStatus =
  | 'later'
  | 'asked'
  | 'handed-in'
  | 'in-review'
  | 'to-redo'
  | 'expired'
  | 'accepted'
  | 'waived';

export type { SubmissionStatus };

/** One requirement of one dossier, with why it stands where it stands. */
export interface RequirementState {
  /** With its subject: `identity:borrower-2`. */
  readonly id: string;
  /** Its id in the product. */
  readonly requirement: string;
  readonly subject?: string | undefined;
  readonly label: Label;
  readonly status: RequirementStatus;
  /** How many documents count so far, and how many it takes, in the way that is nearest to being met. */
  readonly have: number;
  readonly need: number;
  /** How many the customer still has to hand in, now. */
  readonly missing: number;
  /** The kinds of documents that it accepts. */
  readonly kinds: readonly string[];
  /** The findings that say why documents have to be handed in again, or need a person. */
  readonly why: readonly Finding[];
  /** The documents that were handed in for it. */
  readonly submissions: readonly SubmissionState[];
  readonly waiver?: Waiver | undefined;
  /** The last day on which it is met, where a document runs out. */
  readonly validUntil?: PlainDate | undefined;
}

/** One document that was handed in, and where it stands. */
export interface SubmissionState {
  readonly id: string;
  readonly status: SubmissionStatus;
  readonly why: readonly Finding[];
  /** The last day on which it counts. */
  readonly validUntil?: PlainDate | undefined;
}

/** What requirements follow from. */
export type RequirementFacts = Pick<Dossier, 'answers' | 'submissions' | 'waivers' | 'cycle'>;

const known = new WeakMap<RequirementFacts, { product: Product; states: readonly RequirementState[] }>();

/** Derives every requirement of a dossier from what happened, in the product's order. */
export function requirementsOf(facts: RequirementFacts, product: Product): readonly RequirementState[] {
  const cached = known.get(facts);
  if (cached?.product === product) return cached.states;
  const byRequirement = Map.groupBy(facts.submissions, ({ requirement }) => requirement);
  const waivers = new Map(facts.waivers.map((waiver) => [waiver.requirement, waiver]));
  const instances = instancesOf(product, facts.answers);
  const states = instances.map((instance) =>
    stateOf(instance, product, {
      submissions: countingSubmissions(byRequirement.get(instance.id) ?? [], instance, facts.cycle),
      waiver: waivers.get(instance.id),
    }),
  );
  const result = holdBack(states, instances);
  known.set(facts, { product, states: result });
  return result;
}

/** Whether nothing more is wanted for it. */
export function isMet({ status }: Pick<RequirementState, 'status'>): boolean {
  return status === 'accepted' || status === 'waived';
}

/** In a re-verification only new documents count for what is asked again. */
function countingSubmissions(
  all: readonly Submission[],
  { requirement }: Instance,
  cycle: number,
): Submission[] {
  return all.filter((each) => !each.takenBack && (each.cycle === cycle || !requirement.reverify));
}

interface Gathered {
  readonly submissions: readonly Submission[];
  readonly waiver: Waiver | undefined;
}

function stateOf(instance: Instance, product: Product, { submissions, waiver }: Gathered): RequirementState {
  const { id, requirement, subject } = instance;
  const judged = withoutRepeatedMonths(
    submissions.map((submission) => judge(submission, requirement, product)),
    requirement,
  );
  const progress = bestProgress(judged, requirement);
  const count = (status: SubmissionStatus): number => judged.filter((each) => each.status === status).length;
  const pending = count('checking') + count('in-review');
  const open = progress.need - progress.have;
  const missing = waiver ? 0 : Math.max(0, open - pending);
  const redo = missing > 0 ? judged.filter((each) => each.status === 'to-redo').slice(-missing) : [];
  const status = ((): RequirementStatus => {
    if (waiver) return 'waived';
    if (open <= 0) return 'accepted';
    if (redo.length > 0) return 'to-redo';
    if (missing > 0) return count('ran-out') > 0 ? 'expired' : 'asked';
    return count('checking') > 0 ? 'handed-in' : 'in-review';
  })();
  const telling = (each: Judged): boolean =>
    status === 'to-redo' ? redo.includes(each) : each.status === TELLING[status];
  return {
    id,
    requirement: requirement.id,
    subject,
    label: requirement.label ?? {},
    status,
    have: progress.have,
    need: progress.need,
    missing,
    kinds: [...new Set(optionsOf(requirement).flatMap(({ kinds }) => kinds))],
    why: judged.filter(telling).flatMap(({ why }) => why),
    submissions: judged.map((each) => ({
      id: each.submission.id,
      status: each.status,
      why: each.why,
      validUntil: each.validUntil,
    })),
    waiver,
    validUntil: status === 'accepted' ? earliest(judged) : undefined,
  };
}

const TELLING: Partial<Record<RequirementStatus, SubmissionStatus>> = {
  expired: 'ran-out',
  'in-review': 'in-review',
};

function withoutRepeatedMonths(judged: readonly Judged[], option: DocumentOption): readonly Judged[] {
  if (!option.months) return judged;
  const seen = new Set<string>();
  return judged.map((each) => {
    const { month } = each.submission.facts;
    if (each.status !== 'accepted' || month === undefined) return each;
    if (seen.has(month)) return monthTwice(each, month);
    seen.add(month);
    return each;
  });
}

/** The way of meeting the requirement that is furthest on its way; the earlier one where two are as far. */
function bestProgress(
  judged: readonly Judged[],
  requirement: Instance['requirement'],
): { readonly have: number; readonly need: number } {
  const accepted = judged.filter(({ status }) => status === 'accepted').map(({ submission }) => submission);
  let best = { have: 0, need: requirement.count };
  for (const option of optionsOf(requirement)) {
    const fitting = accepted.filter((submission) => fits(submission, option));
    const counting = option.months ? bestMonths(fitting, option.count, option.months) : fitting.length;
    const have = Math.min(option.count, counting);
    if (have / option.count > best.have / best.need) best = { have, need: option.count };
  }
  return best;
}

function earliest(judged: readonly Judged[]): PlainDate | undefined {
  let first: PlainDate | undefined;
  for (const { status, validUntil } of judged) {
    if (status === 'accepted' && validUntil !== undefined && (first === undefined || validUntil < first)) {
      first = validUntil;
    }
  }
  return first;
}

/** Turns what is asked, but waits for others, into `later`. */
function holdBack(
  states: readonly RequirementState[],
  instances: readonly Instance[],
): readonly RequirementState[] {
  if (!instances.some(({ requirement }) => requirement.after.length > 0)) return states;
  const byRequirement = Map.groupBy(states, ({ requirement }) => requirement);
  return states.map((state, at) => {
    const after = instances[at]?.requirement.after ?? [];
    if (state.status !== 'asked' || after.length === 0) return state;
    const free = after.every((id) => {
      const others = byRequirement.get(id) ?? [];
      const own = others.filter(({ subject }) => subject !== undefined && subject === state.subject);
      return (own.length > 0 ? own : others).every(isMet);
    });
    return free ? state : { ...state, status: 'later', missing: 0 };
  });
}
