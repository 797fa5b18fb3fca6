import { err, ok, type Result, type Timestamp } from '@dossierkit/core';
import { initialTransition } from 'xstate';
import type { Answers } from './condition.js';
import type { DossierStep } from './effects.js';
import type { DossierEvent } from './events.js';
import type { DossierError } from './findings.js';
import { dossierMachine, MACHINE, type MachineContext, stateOf } from './internal/machine.js';
import { type DossierRecord, daysLater } from './internal/reduce.js';
import { refuseAnswers } from './internal/refuse.js';
import { settle } from './internal/settle.js';
import { type Product, productRef } from './product.js';

/** What a dossier is opened with. */
export interface OpenDossierInput {
  readonly id: string;
  readonly product: Product;
  /** What the customer has told already. Default: nothing. */
  readonly answers?: Answers;
  readonly at: Timestamp;
}

/** A dossier with the event that opened it, which is the first one of its log. */
export interface OpenedDossier extends DossierStep {
  readonly event: DossierEvent<'opened'>;
}

/**
 * Opens a dossier.
 *
 * @returns the dossier, what the host has to do, and the event to append as the first of its log; or
 * `dossier-state/answer-invalid`
 */
export function openDossier(input: OpenDossierInput): Result<OpenedDossier, DossierError> {
  const { id, product, answers = {}, at } = input;
  const refusal = refuseAnswers(answers, product);
  if (refusal) return err(refusal);
  const event = {
    id: `${id}/opened`,
    type: 'opened',
    at,
    dossier: id,
    product: productRef(product),
    answers,
  } as const;
  return ok({ ...openWith(event, product), event });
}

/** The first step of a dossier's log. */
export function openWith(event: DossierEvent<'opened'>, product: Product): DossierStep {
  const { at, answers } = event;
  const record: DossierRecord = {
    id: event.dossier,
    machine: MACHINE,
    product: event.product,
    openedAt: at,
    cycle: 1,
    deadline: daysLater(at, product.limits.collectDays),
    overdue: false,
    answers: { ...answers },
    submissions: [],
    earlyReports: [],
    waivers: [],
  };
  const context: MachineContext = { record, product, at };
  const [snapshot] = initialTransition(dossierMachine, context);
  return settle({ before: undefined, record, state: stateOf(snapshot.value), event, product, at });
}
