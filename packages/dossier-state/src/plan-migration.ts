import { canonicalJson, codedError, type JsonValue, type Timestamp } from '@dossierkit/core';
import { applyEvent } from './apply-event.js';
import type { Dossier, DossierState } from './dossier.js';
import type { DossierEvent } from './events.js';
import type { DossierError } from './findings.js';
import { isOpen } from './internal/machine.js';
import { migrateRecord } from './internal/migrate-record.js';
import { type Product, productRef } from './product.js';
import { replayDossier } from './replay-dossier.js';
import { isMet, requirementsOf } from './requirements.js';

/** A dossier to migrate: its whole log, and what is stored of it, if that is to be compared. */
export interface MigrationCandidate {
  readonly events: readonly DossierEvent[];
  readonly stored?: Dossier | undefined;
}

/** What a migration would do to one dossier. */
export type MigrationOutcome =
  | {
      readonly follows: true;
      readonly dossier: string;
      readonly from: DossierState;
      readonly to: DossierState;
      /** Requirements that the customer is newly asked for, and those that fall away. */
      readonly added: readonly string[];
      readonly dropped: readonly string[];
      /** The event to append. */
      readonly event: DossierEvent<'migrated'>;
    }
  | {
      readonly follows: false;
      readonly dossier: string;
      readonly error: DossierError;
      /** Where the log does not fold, the position of the event, from 0. */
      readonly index?: number;
    };

/** Options of {@link planMigration}. */
export interface MigrationOptions {
  /** The version to go over to. */
  readonly to: Product;
  /** Every version that the logs name. */
  readonly products: readonly Product[];
  /** Requirements that are called differently now: old id to new id. */
  readonly renamed?: Readonly<Record<string, string>>;
  readonly at: Timestamp;
}

/**
 * Tries a migration without writing anything: folds each log anew, takes the step to the new version, and says who
 * follows, and who cannot and why. Lazy, so that a million dossiers need no memory.
 *
 * A dossier cannot follow where its log does not fold, where the stored dossier is not what its log gives, where
 * documents would be lost sight of, or where a decided dossier would have requirements open.
 */
export function* planMigration(
  candidates: Iterable<MigrationCandidate>,
  options: MigrationOptions,
): Generator<MigrationOutcome> {
  for (const candidate of candidates) yield planOne(candidate, options);
}

function planOne({ events, stored }: MigrationCandidate, options: MigrationOptions): MigrationOutcome {
  const { to, products, renamed, at } = options;
  const named = events[0]?.type === 'opened' ? events[0].dossier : '';
  const folded = replayDossier(events, { products });
  if (!folded.ok) {
    const { index, ...error } = folded.error;
    return { follows: false, dossier: named, error, index };
  }
  const dossier = folded.value;
  const refusal = tampered(dossier, stored) ?? cannotFollow(dossier, options);
  if (refusal) return { follows: false, dossier: dossier.id, error: refusal };
  const target = productRef(to);
  const id = `${dossier.id}/migrated/${target.digest}`;
  const event: DossierEvent<'migrated'> = renamed
    ? { id, type: 'migrated', at, to: target, renamed }
    : { id, type: 'migrated', at, to: target };
  const step = applyEvent(dossier, event, { product: to });
  if (!step.ok) return { follows: false, dossier: dossier.id, error: step.error };
  const before = requirementIds(
    dossier,
    products.find((each) => productRef(each).digest === dossier.product.digest) ?? to,
  );
  const after = requirementIds(step.value.dossier, to);
  return {
    follows: true,
    dossier: dossier.id,
    from: dossier.state,
    to: step.value.dossier.state,
    added: [...after].filter((id) => !before.has(id)),
    dropped: [...before].filter((id) => !after.has(id)),
    event,
  };
}

function tampered(dossier: Dossier, stored: Dossier | undefined): DossierError | undefined {
  if (!stored) return undefined;
  const text = (value: Dossier): string => canonicalJson(value as unknown as JsonValue);
  if (text(stored) === text(dossier)) return undefined;
  return codedError('dossier-state/snapshot-foreign', { path: '', problem: 'it is not what its log gives' });
}

function cannotFollow(dossier: Dossier, { to, renamed }: MigrationOptions): DossierError | undefined {
  const { state, since, timers, sequence, recentEvents, at, ...record } = dossier;
  const moved = migrateRecord(record, productRef(to), renamed);
  const known = new Set(to.requirements.map(({ id }) => id));
  const lost = new Set(
    moved.submissions
      .filter(({ takenBack }) => !takenBack)
      .map(({ requirement }) => requirement.split(':')[0] as string)
      .filter((id) => !known.has(id)),
  );
  if (lost.size > 0) {
    return codedError('dossier-state/migration-drops-documents', { requirements: [...lost].sort() });
  }
  if (state !== 'approved' && state !== 'to-sign') return undefined;
  const open = requirementsOf(moved, to).filter((each) => !isMet(each));
  if (open.length === 0) return undefined;
  return codedError('dossier-state/migration-reopens-decision', { requirements: open.map(({ id }) => id) });
}

function requirementIds(dossier: Dossier, product: Product): Set<string> {
  if (!isOpen(dossier.state)) return new Set();
  return new Set(requirementsOf(dossier, product).map(({ id }) => id));
}
