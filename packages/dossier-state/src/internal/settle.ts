import { canonicalJson, type JsonValue, type Timestamp } from '@dossierkit/core';
import type { Dossier, DossierState } from '../dossier.js';
import type { AuditFact, DossierStep, Effect, Task } from '../effects.js';
import type { DossierEvent } from '../events.js';
import { customerSteps } from '../next-steps.js';
import type { Product } from '../product.js';
import { type RequirementState, requirementsOf } from '../requirements.js';
import { type DossierRecord, daysLater } from './reduce.js';
import { isCustomersTurn, timersOf } from './timers.js';

/** How many events are remembered to recognise a second delivery; older ones are for the store's key to recognise. */
const REMEMBERED_EVENTS = 64;

interface Settling {
  readonly before: Dossier | undefined;
  readonly record: DossierRecord;
  readonly state: DossierState;
  readonly event: DossierEvent;
  readonly product: Product;
  readonly at: Timestamp;
  /** The product before a migration. */
  readonly earlier?: Product | undefined;
}

/** Completes a step: what is derived from the event's outcome, and the effects as the difference to before. */
export function settle(settling: Settling): DossierStep {
  const { before, state, event, product, at } = settling;
  const record = withGrace(settling);
  const since = before?.state === state && before.cycle === record.cycle ? before.since : at;
  const dossier: Dossier = {
    ...record,
    sequence: (before?.sequence ?? 0) + 1,
    state,
    at,
    since,
    timers: timersOf(record, state, since, product),
    recentEvents: [...(before?.recentEvents ?? []).slice(1 - REMEMBERED_EVENTS), event.id],
  };
  return { dossier, effects: effectsOf(settling, dossier), applied: true };
}

/** A customer who waited for us gets time to answer, even if the deadline passed meanwhile. */
function withGrace({ before, record, state, product, at }: Settling): DossierRecord {
  if (!before || isCustomersTurn(before.state) || !isCustomersTurn(state)) return record;
  const least = daysLater(at, product.limits.graceDays);
  return record.deadline < least ? { ...record, deadline: least } : record;
}

function effectsOf(settling: Settling, dossier: Dossier): Effect[] {
  const { before, product } = settling;
  const earlier = settling.earlier ?? product;
  const requirementsBefore = before ? requirementsOf(before, earlier) : [];
  const requirements = requirementsOf(dossier, product);
  return [
    ...timerEffects(before?.timers ?? {}, dossier.timers),
    ...reminderEffects(before && customerSteps(before, earlier), dossier, product),
    ...taskEffects(before ? tasksOf(before, requirementsBefore) : [], tasksOf(dossier, requirements)),
    { type: 'audit', fact: auditFact(settling, dossier, requirementsBefore, requirements) },
  ];
}

function timerEffects(before: Dossier['timers'], after: Dossier['timers']): Effect[] {
  const effects: Effect[] = [];
  for (const timer of Object.keys(before)) {
    if (!Object.hasOwn(after, timer)) effects.push({ type: 'timer-cancelled', timer });
  }
  for (const [timer, dueAt] of Object.entries(after)) {
    if (!Object.hasOwn(before, timer) || before[timer] !== dueAt)
      effects.push({ type: 'timer-set', timer, dueAt });
  }
  return effects;
}

function reminderEffects(
  before: ReturnType<typeof customerSteps> | undefined,
  dossier: Dossier,
  product: Product,
): Effect[] {
  const steps = customerSteps(dossier, product);
  if (steps.length === 0) return before && before.length > 0 ? [{ type: 'reminder-stopped' }] : [];
  if (
    before &&
    canonicalJson(before as unknown as JsonValue) === canonicalJson(steps as unknown as JsonValue)
  )
    return [];
  const { state, at, deadline, decision } = dossier;
  const until = isCustomersTurn(state) ? deadline : decision?.validUntil;
  return [{ type: 'reminder-asked', steps, state, since: at, deadline: until }];
}

/** What persons of the house have to do about a dossier. */
export function tasksOf(dossier: Dossier, requirements: readonly RequirementState[]): Task[] {
  const tasks: Task[] = [];
  const ended = dossier.state === 'archived' || dossier.state === 'active' || dossier.state === 'expired';
  if (ended || dossier.state === 'rejected' || dossier.state === 'withdrawn') return tasks;
  for (const { id: requirement, submissions } of requirements) {
    for (const { id, status } of submissions) {
      if (status === 'in-review') tasks.push({ task: 'review', submission: id, requirement });
    }
  }
  const { proposal } = dossier;
  if (proposal) tasks.push({ task: 'confirm', proposal: proposal.id, proposedBy: proposal.by.id });
  else if (dossier.state === 'in-approval') tasks.push({ task: 'decide' });
  if (dossier.overdue) tasks.push({ task: 'chase-overdue' });
  return tasks;
}

function taskEffects(before: readonly Task[], after: readonly Task[]): Effect[] {
  const key = (task: Task): string => canonicalJson(task as unknown as JsonValue);
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))];
  return [
    ...before
      .filter((task) => !has.has(key(task)))
      .map((task) => ({ type: 'task-closed', ...task }) as const),
    ...after.filter((task) => !had.has(key(task))).map((task) => ({ type: 'task-asked', ...task }) as const),
  ];
}

function auditFact(
  { before, event }: Settling,
  { at, sequence, product, state }: Dossier,
  requirementsBefore: readonly RequirementState[],
  requirements: readonly RequirementState[],
): AuditFact {
  const fact: AuditFact = {
    event: event.id,
    type: event.type,
    at,
    sequence,
    product,
    from: before?.state ?? state,
    to: state,
    requirements: changes(requirementsBefore, requirements),
  };
  const by = 'by' in event ? event.by : undefined;
  const reason = event.type === 'proposed' ? event.what.reason : 'reason' in event ? event.reason : undefined;
  if (event.type !== 'report-received') return { ...fact, by, reason };
  const { check, version, subject, verdict } = event.report;
  return { ...fact, report: { check, version, subject, verdict } };
}

function changes(
  before: readonly RequirementState[],
  after: readonly RequirementState[],
): AuditFact['requirements'] {
  const earlier = new Map(before.map(({ id, status }) => [id, status]));
  const changed: AuditFact['requirements'][number][] = [];
  for (const { id, status } of after) {
    const from = earlier.get(id) ?? 'not-asked';
    if (from !== status) changed.push({ id, from, to: status });
    earlier.delete(id);
  }
  for (const [id, from] of earlier) changed.push({ id, from, to: 'not-asked' });
  return changed;
}
