import type { ContactPlan } from './plan-contacts.js';
import { type CaseRows, shardOf } from './plan-store.js';

/** The rows to keep for a plan: its next contacts only, because every event plans anew. */
export function planRows(plan: ContactPlan): CaseRows {
  const step = plan.steps.find(({ status }) => status === 'due' || status === 'planned')?.step ?? '';
  const { caseId } = plan;
  const shard = shardOf(caseId);
  const rows = plan.next.map(({ key, channel, earliest, latest }) => ({
    key,
    caseId,
    step,
    channel,
    shard,
    due: earliest.at,
    until: latest.at,
  }));
  return { caseId, rows };
}
