import type { ContactPlan } from './plan-contacts.js';
import { type PlanRow, shardOf } from './plan-store.js';

/** The rows to keep for a plan: its next contacts only, because every event plans anew. */
export function planRows(plan: ContactPlan): PlanRow[] {
  const step = plan.steps.find(({ status }) => status === 'due' || status === 'planned')?.step ?? '';
  return plan.next.map(({ key, channel, earliest, latest }) => ({
    key,
    caseId: plan.caseId,
    step,
    channel,
    shard: shardOf(plan.caseId),
    due: earliest.at,
    until: latest.at,
  }));
}
