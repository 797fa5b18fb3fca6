import { dayFromNumber } from '@dossierkit/core';
import type { Calendar } from '../calendar.js';
import { CHANNELS, type Channel } from '../channels.js';
import { isConditionMet } from '../conditions.js';
import type { ContactCase } from '../contact-case.js';
import type { DunningFinding } from '../findings.js';
import type { PlannedContact, PlannedStep } from '../plan-contacts.js';
import { localTimeOf } from './calendar-tables.js';
import { type CaseState, tryKey } from './case-state.js';
import type { CompiledLadder, CompiledPolicy } from './compile-policy.js';
import { NEVER } from './open-table.js';
import type { WalkedContact } from './walk.js';
import { factsNow, type WalkedStep, type WalkOptions, walkLadder } from './walk-ladder.js';

/** Walks the ladder and describes each step. */
export function planSteps(
  compiled: CompiledPolicy,
  ladder: CompiledLadder,
  item: ContactCase,
  state: CaseState,
  options: WalkOptions,
): { steps: PlannedStep[]; contacts: WalkedContact[] } {
  const steps: PlannedStep[] = [];
  const contacts: WalkedContact[] = [];
  const charged = new Set<string>();
  let previous: string | null = null;
  walkLadder(compiled, ladder, item, state, options, (walked) => {
    const step = describeStep(compiled, item, state, walked, options.nowMinute, previous, charged);
    steps.push(step);
    contacts.push(...walked.contacts);
    if (step.status !== 'skipped' && !walked.step.step.optional) previous = step.step;
  });
  return { steps, contacts };
}

function describeStep(
  compiled: CompiledPolicy,
  item: ContactCase,
  state: CaseState,
  walked: WalkedStep,
  nowMinute: number,
  previous: string | null,
  charged: Set<string>,
): PlannedStep {
  const { id, kind, template, variants, fee = null } = walked.step.step;
  const first = walked.contacts[0];
  const status = walked.status === 'planned' && first && first.minute <= nowMinute ? 'due' : walked.status;
  const applies = status === 'sent' || status === 'due' || status === 'planned';
  const isCharged = fee !== null && applies && !charged.has(fee.code);
  if (isCharged) charged.add(fee.code);
  const facts = factsNow(compiled, item, state, nowMinute);
  return {
    step: id,
    kind,
    status,
    day: dayFromNumber(walked.day),
    contacts: walked.contacts.map((contact) => describeContact(compiled, item, state, id, contact)),
    template,
    variant: variants.find(({ when }) => isConditionMet(when, facts))?.id ?? null,
    deadline: walked.deadlineDay === NEVER ? null : dayFromNumber(walked.deadlineDay),
    waitsFor: status === 'sent' || status === 'skipped' ? null : previous,
    fee: isCharged ? fee : null,
    reasons: walked.reasons,
  };
}

/** The key counts the tries of the step over the channel, so that a sender's "sent" of one channel leaves the others' alone. */
function describeContact(
  { tables }: CompiledPolicy,
  item: ContactCase,
  { tries }: CaseState,
  step: string,
  { channel, minute, latest }: WalkedContact,
): PlannedContact {
  const name = CHANNELS[channel] as Channel;
  const tried = tryKey(step, name);
  return {
    key: `${item.id}/${tried}/${tries.get(tried) ?? 0}`,
    channel: name,
    earliest: localTimeOf(tables, minute),
    latest: localTimeOf(tables, latest),
  };
}

/** What the plan as a whole has to say. */
export function findingsOf(
  ladder: CompiledLadder,
  steps: readonly PlannedStep[],
  state: CaseState,
  calendar: Calendar,
): DunningFinding[] {
  const findings: DunningFinding[] = [];
  const contacts = steps.reduce((sum, step) => sum + step.contacts.length, 0);
  for (const [index, { step, status, reasons }] of steps.entries()) {
    if (status !== 'never') continue;
    if (reasons.some(({ code }) => code === 'dunning-scheduler/no-channel')) {
      findings.push({
        code: 'dunning-scheduler/unreachable',
        outcome: 'failed',
        severity: 'warning',
        params: { step, channels: ladder.steps[index]?.step.channels ?? [] },
      });
    } else {
      findings.push({
        code: 'dunning-scheduler/no-open-time',
        outcome: 'failed',
        severity: 'warning',
        params: { step, toYear: calendar.toYear },
      });
    }
  }
  const isOver = steps.every(({ status }) => status === 'sent' || status === 'skipped');
  if (isOver && state.closed === undefined) {
    findings.push({
      code: 'dunning-scheduler/ladder-exhausted',
      outcome: 'failed',
      severity: 'warning',
      params: { ladder: ladder.id },
    });
  }
  findings.push({
    code: 'dunning-scheduler/within-limits',
    outcome: 'passed',
    severity: 'info',
    params: { contacts },
  });
  return findings;
}
