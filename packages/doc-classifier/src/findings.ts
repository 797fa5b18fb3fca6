import type { FindingsOf, Locale, NoParams } from '@dossierkit/core';

/** A kind in a message: its id and, where the kind is not built in, what to call it. */
export interface KindRef {
  readonly kind: string;
  readonly names?: Readonly<Record<Locale, string>>;
}

/** What one kind is typically mistaken for, where a person needs more than "this is something else". */
export type Confusion =
  | 'tax-declaration-for-notice'
  | 'tax-statement-for-notice'
  | 'tax-prepayment-for-notice'
  | 'tax-notice-for-declaration'
  | 'property-tax-for-income-tax'
  | 'order-for-invoice'
  | 'quote-for-invoice'
  | 'card-front-for-back'
  | 'card-back-for-front'
  | 'statement-for-bank-details'
  | 'bank-details-for-statement'
  | 'annual-for-payslip'
  | 'payslip-for-annual'
  | 'sirene-for-extract';

/** In which form a time stands: it decides how a message writes it. */
export type TimeForm = 'day' | 'month' | 'year';

/** What {@link classifyDocument} and {@link checkPayslips} may notice. */
export type ClassifierFinding = FindingsOf<{
  /** Whether the kind of the document was recognised. Inconclusive where the words allow no sure answer. */
  'doc-classifier/kind-recognised': { readonly found: KindRef; readonly probability: number };
  /** Whether it is one of the expected kinds. Failed only where another kind was recognised for sure. */
  'doc-classifier/expected-kind': {
    readonly expected: readonly KindRef[];
    readonly found: KindRef;
    readonly probability: number;
  };
  /** Another kind than expected, and one that is often handed in by mistake: with its own guidance. */
  'doc-classifier/confused-kind': {
    readonly expected: KindRef;
    readonly found: KindRef;
    readonly confusion: Confusion;
  };
  /** The age rule of the kind. `value` and `oldest` are written as `form` says. */
  'doc-classifier/too-old': {
    readonly found: KindRef;
    readonly value: string;
    readonly oldest: string;
    readonly newest: string;
    readonly form: TimeForm;
  };
  /** Valid until a day that has passed. */
  'doc-classifier/expired': { readonly found: KindRef; readonly expiry: string };
  /** Dated later than the day of the check. */
  'doc-classifier/dated-ahead': { readonly found: KindRef; readonly value: string; readonly form: TimeForm };
  /** The kind has an age rule, but the date that it needs was not found. */
  'doc-classifier/age-unknown': { readonly found: KindRef; readonly field: string };
  /** A field that the kind always has was not found. */
  'doc-classifier/field-not-found': { readonly found: KindRef; readonly field: string };
  /** The check digits of an identifier: they catch misprints and misreadings. */
  'doc-classifier/check-digits': { readonly field: string };
  /** The file holds several documents. */
  'doc-classifier/several-documents': { readonly found: readonly KindRef[] };
  /** More pages than such a document has. */
  'doc-classifier/too-many-pages': {
    readonly found: KindRef;
    readonly pages: number;
    readonly limit: number;
  };
  /** No words could be read. */
  'doc-classifier/no-text': NoParams;
  /** The reader could not read a page; `reason` is its own code. `number` counts from 1. */
  'doc-classifier/page-unreadable': { readonly number: number; readonly reason: string };
  /** Pages beyond the policy's limit were not looked at. */
  'doc-classifier/page-limit': { readonly pages: number; readonly limit: number };
  /** Words beyond the policy's limit were not looked at. */
  'doc-classifier/text-limit': { readonly limit: number };
  /** Whether a set of payslips covers the months that are asked for, written `YYYY-MM`. */
  'doc-classifier/payslips-complete': {
    readonly months: number;
    readonly missing: readonly string[];
    readonly found: readonly string[];
  };
}>;
