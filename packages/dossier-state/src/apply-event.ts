import { codedError, err, ok, type Result, type Timestamp } from '@dossierkit/core';
import { transition } from 'xstate';
import type { Dossier } from './dossier.js';
import type { DossierStep } from './effects.js';
import type { DossierEvent } from './events.js';
import type { DossierError } from './findings.js';
import { dossierMachine, machineValueOf, stateOf } from './internal/machine.js';
import { refuse } from './internal/refuse.js';
import { settle } from './internal/settle.js';
import { parseEvent } from './parse-event.js';
import { type Product, productRef } from './product.js';

/** Options of {@link applyEvent}. */
export interface ApplyEventOptions {
  /** The product that the dossier rests on; for a `migrated` event the one it goes over to. */
  readonly product: Product;
  /** For a `migrated` event: the product before, so that the audit can say which requirements changed. */
  readonly earlier?: Product;
}

/**
 * What becomes of a dossier by one event. Pure: nothing is changed, sent or timed; the effects say what the host has to
 * do, once it has stored the event.
 *
 * An event that was applied already, or a timer that was cancelled meanwhile, gives the same dossier with
 * `applied: false`. An `at` before that of an earlier event counts as the earlier one's, so that time never goes back.
 *
 * @returns the step, or why the event was not applied; any input gets an answer
 */
export function applyEvent(
  dossier: Dossier,
  event: DossierEvent,
  options: ApplyEventOptions,
): Result<DossierStep, DossierError> {
  const { product, earlier } = options;
  const parsed = parseEvent(event);
  if (!parsed.ok) return parsed;
  const mismatch = wrongProduct(dossier, parsed.value, product);
  if (mismatch) return err(mismatch);
  if (dossier.recentEvents.includes(event.id) || isStaleTimer(dossier, event)) {
    return ok({ dossier, effects: [], applied: false });
  }
  const at = later(dossier.at, parsed.value.at);
  const snapshot = dossierMachine.resolveState({
    value: machineValueOf(dossier.state),
    context: { record: recordOf(dossier), product, at },
  });
  const refusal = refuse(dossier, parsed.value, product, at);
  // Said first, so that an event which is out of place is not refused for a detail.
  if (!snapshot.can(parsed.value)) {
    return err(refusal?.code === 'dossier-state/timer-not-due' ? refusal : notNow(dossier, parsed.value));
  }
  if (refusal) return err(refusal);
  const [next] = transition(dossierMachine, snapshot, parsed.value);
  const { record } = next.context;
  return ok(settle({ before: dossier, record, state: stateOf(next.value), event, product, at, earlier }));
}

function wrongProduct(dossier: Dossier, event: DossierEvent, product: Product): DossierError | undefined {
  const actual = productRef(product).digest;
  const expected = event.type === 'migrated' ? event.to.digest : dossier.product.digest;
  return expected === actual ? undefined : codedError('dossier-state/product-mismatch', { expected, actual });
}

function isStaleTimer({ timers }: Dossier, event: DossierEvent): boolean {
  return event.type === 'timer-fired' && !Object.hasOwn(timers, event.timer);
}

function notNow({ state }: Dossier, event: DossierEvent): DossierError {
  return codedError('dossier-state/not-now', { event: event.type, state });
}

function later(a: Timestamp, b: Timestamp): Timestamp {
  return a > b ? a : b;
}

function recordOf(
  dossier: Dossier,
): Omit<Dossier, 'state' | 'since' | 'timers' | 'sequence' | 'recentEvents' | 'at'> {
  const { state, since, timers, sequence, recentEvents, at, ...record } = dossier;
  return record;
}
