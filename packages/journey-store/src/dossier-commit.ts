import type { AuditEntry } from '@dossierkit/audit-trail';
import type { JsonObject, JsonValue } from '@dossierkit/core';
import type { DossierEvent, DossierStep, DossierSummary, Effect } from '@dossierkit/dossier-state';
import type { AuditRow, Commit, NewMessage } from './store.js';

/** What a step of `@dossierkit/dossier-state` gave, and what was derived from it. */
export interface DossierCommitInput {
  readonly event: DossierEvent;
  readonly step: DossierStep;
  /** What is missing becomes the labels by which the dossier is found. */
  readonly missing: DossierSummary['missing'];
  /** Entries of `@dossierkit/audit-trail` for the step's audit fact. */
  readonly audit?: readonly AuditEntry[];
}

/**
 * Everything that a step of a dossier writes: its event, the dossier as snapshot, the timers that it sets and cancels, and
 * its other effects as messages. The labels are the requirements that are missing, with and without their subject.
 */
export function dossierCommit({ event, step, missing, audit = [] }: DossierCommitInput): Commit {
  const { dossier, effects } = step;
  const labels = new Set(missing.flatMap(({ id, requirement }) => [id, requirement]));
  const json = <T>(value: T): JsonValue => value as unknown as JsonValue;
  return {
    stream: dossier.id,
    expectedVersion: dossier.sequence - 1,
    key: event.id,
    events: [{ id: event.id, type: event.type, at: event.at, body: json(event) }],
    snapshot: {
      value: json(dossier),
      kind: 'dossier',
      state: dossier.state,
      since: dossier.since,
      labels: [...labels].sort(),
    },
    timers: {
      set: effects.flatMap((effect) => (effect.type === 'timer-set' ? [effect] : [])),
      cancel: effects.flatMap((effect) => (effect.type === 'timer-cancelled' ? [effect.timer] : [])),
    },
    outbox: effects.flatMap((effect, index) => messageOf(effect, `${dossier.sequence}.${index}`)),
    audit: audit.map((entry) => ({ ...entry }) as unknown as AuditRow & JsonObject),
  };
}

function messageOf(effect: Effect, id: string): NewMessage[] {
  if (effect.type === 'timer-set' || effect.type === 'timer-cancelled' || effect.type === 'audit') return [];
  return [{ id, topic: effect.type, body: effect as unknown as JsonValue }];
}
