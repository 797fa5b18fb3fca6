import type { CustomerRecord } from '@dossierkit/doc-match';
import type { MrzStatement } from '@dossierkit/mrz-check';

/** What the dossier wants from this file: where it comes from a requirement, everything a check needs to know of it. */
export interface Expectation {
  /** Kinds of documents that would do, as `doc-classifier` names them. Default: any. */
  readonly kinds?: readonly string[];
  /** What the customer typed or the bank knows: compared with what the document says. Default: nothing is compared. */
  readonly record?: CustomerRecord;
  /** The same for a machine-readable zone. Default: nothing is compared. */
  readonly identity?: MrzStatement;
  /** How often the customer was asked for this document before. Default: 0. */
  readonly askedBefore?: number;
}

/** Kinds of documents that carry a machine-readable zone. */
const IDENTITY_KINDS = new Set([
  'passport',
  'id-card-front',
  'id-card-back',
  'fr-id-card-old',
  'visa',
  'residence-permit',
  'driving-licence',
]);

/** Whether a machine-readable zone is to be looked for: an identity document is wanted, or anything is. */
export function expectsZone({ kinds = [] }: Expectation): boolean {
  return kinds.length === 0 || kinds.some((kind) => IDENTITY_KINDS.has(kind));
}
