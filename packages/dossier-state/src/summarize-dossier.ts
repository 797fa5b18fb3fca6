import type { Timestamp } from '@dossierkit/core';
import type { Dossier, DossierState } from './dossier.js';
import type { Task } from './effects.js';
import type { NextStep } from './findings.js';
import { tasksOf } from './internal/settle.js';
import { isCustomersTurn } from './internal/timers.js';
import { customerSteps } from './next-steps.js';
import type { Product } from './product.js';
import { isMet, type RequirementState, requirementsOf } from './requirements.js';

/** Whose turn it is. `clock`: nothing happens until a timer is due. */
export type Turn = 'customer' | 'checks' | 'house' | 'clock' | 'nobody';

/** What stands between a dossier and its next state. */
export interface Blocker {
  readonly turn: Turn;
  /** The requirement that is not met, with its subject; absent where it is not about one. */
  readonly requirement?: string | undefined;
  /** What is waited for. */
  readonly waitsFor:
    | 'document'
    | 'check'
    | 'review'
    | 'decision'
    | 'second-person'
    | 'contract'
    | 'signature'
    | 'start';
}

/** Everything that follows from a dossier. */
export interface DossierSummary {
  readonly id: string;
  readonly state: DossierState;
  readonly turn: Turn;
  /** Requirements met, of those that are asked. `ratio` counts documents, so that two payslips of three show. */
  readonly completeness: { readonly met: number; readonly asked: number; readonly ratio: number };
  readonly requirements: readonly RequirementState[];
  /** The requirements that are not met, with the findings that say why. */
  readonly missing: readonly RequirementState[];
  readonly blockers: readonly Blocker[];
  /** The best thing for the customer to do now; all of them in {@link DossierSummary.nextSteps}. */
  readonly nextStep: NextStep;
  readonly nextSteps: readonly NextStep[];
  /** What persons of the house have to do. */
  readonly tasks: readonly Task[];
  /** How long it has been in its state, in whole days of 24 hours. */
  readonly daysInState: number;
  readonly daysOpen: number;
  /** Until when the customer has time, while it is their turn. */
  readonly deadline?: Timestamp | undefined;
  /** The timer that is due first. */
  readonly nextTimer?: { readonly timer: string; readonly dueAt: Timestamp } | undefined;
}

/** Options of {@link summarizeDossier}. */
export interface SummarizeOptions {
  readonly at: Timestamp;
}

const DAY_MS = 86_400_000;

/** Derives where a dossier stands: completeness, what is missing and why, what blocks, what the customer does best next. */
export function summarizeDossier(
  dossier: Dossier,
  product: Product,
  options: SummarizeOptions,
): DossierSummary {
  const requirements = requirementsOf(dossier, product);
  const missing = requirements.filter((requirement) => !isMet(requirement));
  const nextSteps = customerSteps(dossier, product);
  const turn = turnOf(dossier.state);
  const days = (since: Timestamp): number =>
    Math.max(0, Math.floor((Date.parse(options.at) - Date.parse(since)) / DAY_MS));
  return {
    id: dossier.id,
    state: dossier.state,
    turn,
    completeness: {
      met: requirements.length - missing.length,
      asked: requirements.length,
      ratio: ratioOf(requirements),
    },
    requirements,
    missing,
    blockers: blockersOf(dossier, missing, product),
    nextStep: nextSteps[0] ?? { code: WAITING[turn] ?? 'dossier-state/nothing-to-do', params: {} },
    nextSteps,
    tasks: tasksOf(dossier, requirements),
    daysInState: days(dossier.since),
    daysOpen: days(dossier.openedAt),
    deadline: isCustomersTurn(dossier.state) ? dossier.deadline : undefined,
    nextTimer: nextTimer(dossier),
  };
}

const WAITING: Partial<Record<Turn, 'dossier-state/wait-for-checks' | 'dossier-state/wait-for-person'>> = {
  checks: 'dossier-state/wait-for-checks',
  house: 'dossier-state/wait-for-person',
};

function turnOf(state: DossierState): Turn {
  if (isCustomersTurn(state) || state === 'to-sign') return 'customer';
  if (state === 'checking') return 'checks';
  if (state === 'in-review' || state === 'in-approval' || state === 'approved') return 'house';
  return state === 'archived' ? 'nobody' : 'clock';
}

function ratioOf(requirements: readonly RequirementState[]): number {
  if (requirements.length === 0) return 1;
  const parts = requirements.map((each) => (isMet(each) ? 1 : each.have / each.need));
  return parts.reduce((sum, part) => sum + part, 0) / requirements.length;
}

const WAITS_FOR = {
  'handed-in': { turn: 'checks', waitsFor: 'check' },
  'in-review': { turn: 'house', waitsFor: 'review' },
} as const;

function blockersOf(dossier: Dossier, missing: readonly RequirementState[], product: Product): Blocker[] {
  switch (dossier.state) {
    case 'in-approval':
      return [{ turn: 'house', waitsFor: dossier.proposal ? 'second-person' : 'decision' }];
    case 'approved':
      return [{ turn: 'house', waitsFor: product.signature ? 'contract' : 'start' }];
    case 'to-sign':
      return [{ turn: 'customer', waitsFor: 'signature' }];
    case 'active':
    case 'archived':
    case 'rejected':
    case 'withdrawn':
    case 'expired':
      return [];
    default:
      return missing.map(({ id, status }) => ({
        requirement: id,
        ...(status === 'handed-in' || status === 'in-review'
          ? WAITS_FOR[status]
          : ({ turn: 'customer', waitsFor: 'document' } as const)),
      }));
  }
}

function nextTimer({ timers }: Dossier): DossierSummary['nextTimer'] {
  let first: DossierSummary['nextTimer'];
  for (const [timer, dueAt] of Object.entries(timers)) {
    if (!first || dueAt < first.dueAt) first = { timer, dueAt };
  }
  return first;
}
