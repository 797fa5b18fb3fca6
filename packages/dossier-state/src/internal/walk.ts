import { timestamp, timestampFromMs } from '@dossierkit/core';
import { applyEvent } from '../apply-event.js';
import type { Dossier } from '../dossier.js';
import type { DossierStep, Effect } from '../effects.js';
import type { DossierEvent } from '../events.js';
import { openDossier } from '../open-dossier.js';
import type { Product } from '../product.js';
import { isMet, requirementsOf } from '../requirements.js';

/** What became of a dossier under a sequence of events, and which of the house's rules did not hold. */
export interface Walk {
  readonly dossier: Dossier;
  /** The events that were applied, the opening one first. */
  readonly log: readonly DossierEvent[];
  /** How many events were answered, with a step or with a refusal. */
  readonly answered: number;
  readonly broken: readonly string[];
}

/**
 * Leads a dossier through events and holds every step against what must always be true. For tests here, and for the long
 * run at night.
 */
export function walk(events: readonly DossierEvent[], product: Product): Walk {
  const opened = openDossier({ id: 'd', product, at: timestamp('2026-05-04T08:00:00Z') });
  if (!opened.ok) return { dossier: {} as Dossier, log: [], answered: 0, broken: [opened.error.code] };
  const log: DossierEvent[] = [opened.value.event];
  const broken: string[] = [];
  const armed = new Map<string, string>();
  const fail = (rule: string, event: DossierEvent): void => {
    broken.push(`${rule} (${event.id} ${event.type})`);
  };
  let { dossier } = opened.value;
  follow(armed, opened.value.effects);
  for (const event of events) {
    const result = applyEvent(dossier, event, { product });
    if (!result.ok || !result.value.applied) continue;
    for (const rule of brokenRules(dossier, event, result.value, product)) fail(rule, event);
    ({ dossier } = result.value);
    log.push(event);
    follow(armed, result.value.effects);
    if (JSON.stringify([...armed].sort()) !== JSON.stringify(Object.entries(dossier.timers).sort())) {
      fail('the effects arm the timers that the dossier names', event);
    }
  }
  if (!canEnd(dossier, product)) broken.push(`there is a way out of ${dossier.state}`);
  return { dossier, log, answered: events.length, broken };
}

function follow(armed: Map<string, string>, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.type === 'timer-set') armed.set(effect.timer, effect.dueAt);
    if (effect.type === 'timer-cancelled') armed.delete(effect.timer);
  }
}

function* brokenRules(
  before: Dossier,
  event: DossierEvent,
  { dossier, effects }: DossierStep,
  product: Product,
): Generator<string> {
  if (dossier.at < before.at) yield 'time goes on';
  if (dossier.sequence !== before.sequence + 1) yield 'every event counts once';
  if (effects.filter(({ type }) => type === 'audit').length !== 1) yield 'every event is audited once';
  const { decision } = dossier;
  const decidedNow = decision !== undefined && decision !== before.decision;
  if (decidedNow && decision.matter === 'approve') {
    if (!requirementsOf(dossier, product).every(isMet)) yield 'no approval with an open requirement';
    const large = dossier.answers.amount !== undefined && Number(dossier.answers.amount) >= 3_000;
    if (large && event.type !== 'confirmed') yield 'a large amount takes two people';
  }
  if (decidedNow && decision.by.kind !== 'person') yield 'only a person decides';
  for (const approved of [decision, ...dossier.waivers]) {
    const second = approved?.confirmedBy?.id.trim().toLowerCase();
    if (second !== undefined && second === approved?.by.id.trim().toLowerCase())
      yield 'nobody confirms their own proposal';
  }
  const leads = dossier.state === 'approved' || dossier.state === 'rejected';
  if (leads && before.state !== dossier.state && !decision) yield 'an outcome has a decision';
  if (dossier.submissions.length < before.submissions.length) yield 'no document is lost';
  for (const waiver of dossier.waivers) {
    if (waiver.requirement.startsWith('identity')) yield 'what is not waivable is not waived';
  }
}

/** Whether at most three plain steps lead to the archive from here. */
function canEnd(dossier: Dossier, product: Product): boolean {
  let current = dossier;
  for (let step = 0; step < 3 && current.state !== 'archived'; step++) {
    const next = exits(current)
      .map((event) => applyEvent(current, event, { product }))
      .find((result) => result.ok && result.value.applied && result.value.dossier.state !== current.state);
    if (!next?.ok) return false;
    current = next.value.dossier;
  }
  return current.state === 'archived';
}

function exits({ at, sequence }: Dossier): DossierEvent[] {
  const by = { id: 'grace', kind: 'person' } as const;
  const later = timestampFromMs(Date.parse(at) + 10 * 365 * 86_400_000);
  return [
    { id: `exit-a${sequence}`, type: 'timer-fired', timer: 'archive', at: later },
    { id: `exit-b${sequence}`, type: 'ended', by, reason: 'end of contract', at: later },
    { id: `exit-c${sequence}`, type: 'withdrawn', by, reason: 'no answer', at: later },
  ];
}
