import {
  codedError,
  err,
  isSha256,
  ok,
  parseTimestamp,
  type Result,
  type Sha256,
  type Timestamp,
} from '@dossierkit/core';
import { z } from 'zod';
import type { Dossier, DossierState } from './dossier.js';
import type { DossierError } from './findings.js';
import { isOpen, MACHINE } from './internal/machine.js';
import { timersOf } from './internal/timers.js';
import { type Product, productRef } from './product.js';

const instant = z.custom<Timestamp>(
  (value) => typeof value === 'string' && parseTimestamp(value).ok,
  'no timestamp',
);
const digest = z.custom<Sha256>((value) => typeof value === 'string' && isSha256(value), 'no SHA-256 digest');
const count = z.int().min(0);
const list = z.array(z.looseObject({}));
const ENDED = ['approved', 'to-sign', 'active', 'rejected', 'withdrawn', 'expired', 'archived'];

/** What every dossier has. What is inside the lists was checked when the events came in. */
const shape = z.looseObject({
  id: z.string().min(1),
  machine: z.looseObject({ id: z.string(), version: count, digest }),
  product: z.looseObject({ id: z.string(), version: z.string(), digest }),
  sequence: count.min(1),
  state: z.custom<DossierState>(
    (value) => typeof value === 'string' && (isOpen(value as DossierState) || ENDED.includes(value)),
    'no state of a dossier',
  ),
  openedAt: instant,
  at: instant,
  since: instant,
  cycle: count.min(1),
  deadline: instant,
  overdue: z.boolean(),
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  submissions: z.array(
    z.looseObject({
      id: z.string(),
      requirement: z.string(),
      at: instant,
      cycle: count,
      reports: list,
      facts: z.looseObject({}),
    }),
  ),
  earlyReports: z.array(z.looseObject({ submission: z.string() })),
  waivers: z.array(z.looseObject({ requirement: z.string(), at: instant })),
  timers: z.record(z.string(), instant),
  recentEvents: z.array(z.string()),
});

/** Options of {@link parseDossier}. */
export interface ParseDossierOptions {
  /** The product that the dossier should rest on. */
  readonly product: Product;
}

/**
 * Reads a dossier that was stored as JSON. It must come from this machine and from this version of the product, and its
 * timers must be the ones that follow from it. That finds what went wrong by accident; against deliberate changes, fold
 * the log and compare, or keep an audit trail.
 *
 * @returns the dossier, or `dossier-state/snapshot-foreign`, or `dossier-state/product-mismatch`
 */
export function parseDossier(stored: unknown, options: ParseDossierOptions): Result<Dossier, DossierError> {
  const { product } = options;
  const parsed = shape.safeParse(stored);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return foreign(issue?.path.map(String).join('.') ?? '', issue?.message ?? '');
  }
  const dossier = parsed.data as unknown as Dossier;
  const { machine } = dossier;
  if (machine.id !== MACHINE.id) return foreign('machine.id', `this is ${MACHINE.id}`);
  if (machine.version !== MACHINE.version)
    return foreign('machine.version', `this is version ${MACHINE.version}`);
  if (machine.digest !== MACHINE.digest)
    return foreign('machine.digest', 'another definition of the same version');
  const expected = productRef(product).digest;
  if (dossier.product.digest !== expected) {
    return err(
      codedError('dossier-state/product-mismatch', { expected: dossier.product.digest, actual: expected }),
    );
  }
  const timers = timersOf(dossier, dossier.state, dossier.since, product);
  const names = new Set([...Object.keys(timers), ...Object.keys(dossier.timers)]);
  for (const name of names) {
    if (timers[name] !== dossier.timers[name])
      return foreign(`timers.${name}`, 'does not follow from the dossier');
  }
  return ok(dossier);
}

function foreign(path: string, problem: string): Result<Dossier, DossierError> {
  return err(codedError('dossier-state/snapshot-foreign', { path, problem }));
}
