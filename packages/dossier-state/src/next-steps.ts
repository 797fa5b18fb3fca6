import type { Dossier } from './dossier.js';
import type { NextStep } from './findings.js';
import { isCustomersTurn } from './internal/timers.js';
import type { Product } from './product.js';
import { type RequirementState, requirementsOf } from './requirements.js';

/**
 * Everything the customer can do now, the best first: what was just refused, while they still have it at hand; then what
 * ran out; then what most other requirements wait for; then the product's own order.
 */
export function customerSteps(dossier: Dossier, product: Product): readonly NextStep[] {
  if (dossier.state === 'to-sign') return [{ code: 'dossier-state/sign', params: {} }];
  if (!isCustomersTurn(dossier.state)) return [];
  const waiting = waitingFor(product);
  const open = requirementsOf(dossier, product).filter(
    ({ missing, status }) => missing > 0 && status !== 'later',
  );
  const rank = ({ status, requirement }: RequirementState): number =>
    URGENCY[status] ?? 2 + 1 / (1 + (waiting.get(requirement) ?? 0));
  return open
    .map((requirement) => ({ requirement, rank: rank(requirement) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ requirement: { id, label, missing, status } }) => ({
      code: STEPS[status] ?? 'dossier-state/hand-in',
      params: { requirement: id, label, missing },
    }));
}

const URGENCY: Partial<Record<RequirementState['status'], number>> = { 'to-redo': 0, expired: 1 };

const STEPS: Partial<
  Record<RequirementState['status'], 'dossier-state/hand-in-again' | 'dossier-state/renew'>
> = {
  'to-redo': 'dossier-state/hand-in-again',
  expired: 'dossier-state/renew',
};

function waitingFor({ requirements }: Product): ReadonlyMap<string, number> {
  const waiting = new Map<string, number>();
  for (const { after } of requirements) for (const id of after) waiting.set(id, (waiting.get(id) ?? 0) + 1);
  return waiting;
}
