import { codedError, err, ok, type Result } from '@dossierkit/core';
import { applyEvent } from './apply-event.js';
import type { Dossier } from './dossier.js';
import type { DossierStep } from './effects.js';
import type { DossierEvent } from './events.js';
import type { DossierError } from './findings.js';
import { openWith } from './open-dossier.js';
import { type Product, type ProductRef, productRef } from './product.js';

/** Options of {@link replayDossier}. */
export interface ReplayOptions {
  /** Every version of the product that the log names: the one it was opened with and those it migrated to. */
  readonly products: readonly Product[];
  /** Called with each step, for example to draw a life or to rebuild an audit trail. */
  readonly onStep?: (step: DossierStep, event: DossierEvent) => void;
}

/**
 * Folds the log of a dossier. The same log gives the same bytes.
 *
 * @returns the dossier; or the first error, with the `index` of the event that does not follow from those before it
 */
export function replayDossier(
  events: Iterable<DossierEvent>,
  options: ReplayOptions,
): Result<Dossier, DossierError & { readonly index: number }> {
  let dossier: Dossier | undefined;
  let index = 0;
  let earlier: Product | undefined;
  for (const event of events) {
    const step = nextStep(dossier, event, options.products, earlier);
    if (!step.ok) return err({ ...step.error, index });
    dossier = step.value.dossier;
    earlier = findProduct(options.products, dossier.product);
    options.onStep?.(step.value, event);
    index++;
  }
  return dossier ? ok(dossier) : err({ ...codedError('dossier-state/log-headless', {}), index });
}

function nextStep(
  dossier: Dossier | undefined,
  event: DossierEvent,
  products: readonly Product[],
  earlier: Product | undefined,
): Result<DossierStep, DossierError> {
  const ref =
    event.type === 'opened' ? event.product : event.type === 'migrated' ? event.to : dossier?.product;
  const product = ref && findProduct(products, ref);
  if (!ref) return err(codedError('dossier-state/log-headless', {}));
  if (!product)
    return err(codedError('dossier-state/product-mismatch', { expected: ref.digest, actual: '' }));
  if (dossier) return applyEvent(dossier, event, earlier ? { product, earlier } : { product });
  return event.type === 'opened'
    ? ok(openWith(event, product))
    : err(codedError('dossier-state/log-headless', {}));
}

function findProduct(products: readonly Product[], { digest }: ProductRef): Product | undefined {
  return products.find((product) => productRef(product).digest === digest);
}
