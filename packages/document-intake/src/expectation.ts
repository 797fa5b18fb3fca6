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
  /**
   * How many months ago the document may have been issued, instead of what its profile says. For kinds whose age is counted in
   * months (bills, statements, extracts); an identity document expires, and a tax notice belongs to a year.
   */
  readonly maxAgeMonths?: number;
  /** Whether the numbers printed on the pages are read, also where it takes time. Default: those that are met by the way. */
  readonly pageNumbers?: boolean;
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

/** Kinds of documents that may carry a visible digital seal, as 2D-Doc has them. */
const SEALED_KINDS = new Set([
  'fr-tax-notice',
  'fr-tax-declaration-statement',
  'fr-property-tax',
  'fr-housing-tax',
  'fr-payslip',
  'fr-annual-payslip',
  'fr-bank-details',
  'fr-bank-statement',
  'fr-utility-bill',
  'fr-urssaf-certificate',
  'id-card-back',
  'invoice',
  'residence-permit',
  'student-certificate',
  'visa',
]);

/** Whether a visible digital seal is to be looked for: a kind that may bear one is wanted, or anything is. */
export function expectsSeal({ kinds = [] }: Expectation): boolean {
  return kinds.length === 0 || kinds.some((kind) => SEALED_KINDS.has(kind));
}

/** Whether a machine-readable zone is to be looked for: an identity document is wanted, or anything is. */
export function expectsZone({ kinds = [] }: Expectation): boolean {
  return kinds.length === 0 || kinds.some((kind) => IDENTITY_KINDS.has(kind));
}
