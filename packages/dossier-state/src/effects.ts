import type { Timestamp } from '@dossierkit/core';
import type { Dossier, DossierState } from './dossier.js';
import type { Actor, DossierEventType } from './events.js';
import type { NextStep } from './findings.js';
import type { ProductRef } from './product.js';
import type { RequirementStatus } from './requirements.js';

/** What a person of the house is asked to do. */
export type Task =
  | { readonly task: 'review'; readonly submission: string; readonly requirement: string }
  | { readonly task: 'decide' }
  | { readonly task: 'confirm'; readonly proposal: string; readonly proposedBy: string }
  | { readonly task: 'chase-overdue' };

/** What one event meant, for the record. Holds no personal data beyond the ids of who acted. */
export interface AuditFact {
  readonly event: string;
  readonly type: DossierEventType;
  readonly at: Timestamp;
  /** The position of the event in its dossier, from 1. */
  readonly sequence: number;
  readonly by?: Actor | undefined;
  readonly reason?: string | undefined;
  readonly product: ProductRef;
  readonly from: DossierState;
  readonly to: DossierState;
  /** Which requirements changed. */
  readonly requirements: readonly {
    readonly id: string;
    readonly from: RequirementStatus | 'not-asked';
    readonly to: RequirementStatus | 'not-asked';
  }[];
  /** Which report was received. */
  readonly report?: {
    readonly check: string;
    readonly version: string;
    readonly subject: string;
    readonly verdict: string;
  };
}

/** What the host has to do because of an event: data, nothing is done here. */
export type Effect =
  /** Wake the dossier with a `timer-fired` at or after an absolute instant. */
  | { readonly type: 'timer-set'; readonly timer: string; readonly dueAt: Timestamp }
  | { readonly type: 'timer-cancelled'; readonly timer: string }
  /** The customer has these things to do; a scheduler plans when to remind of them. Replaces what was asked before. */
  | {
      readonly type: 'reminder-asked';
      readonly steps: readonly NextStep[];
      readonly state: DossierState;
      readonly since: Timestamp;
      readonly deadline?: Timestamp | undefined;
    }
  /** The customer has nothing to do: send no reminder any more. */
  | { readonly type: 'reminder-stopped' }
  | ({ readonly type: 'task-asked' } & Task)
  | ({ readonly type: 'task-closed' } & Task)
  /** Write this to the audit trail. */
  | { readonly type: 'audit'; readonly fact: AuditFact };

/** What became of a dossier by one event. */
export interface DossierStep {
  readonly dossier: Dossier;
  /** In a fixed order: timers, reminders, tasks, audit. */
  readonly effects: readonly Effect[];
  /** False where the event had been applied before, or came too late to matter. Do not append such an event. */
  readonly applied: boolean;
}
