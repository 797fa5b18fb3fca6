import type { CheckReport, Finding, Sha256, Timestamp } from '@dossierkit/core';
import type { Answers } from './condition.js';
import type { ProductRef } from './product.js';

/** Who did something. Four eyes compare the ids without regard to case and surrounding space. */
export interface Actor {
  readonly id: string;
  readonly kind: 'customer' | 'person' | 'system';
}

/** What a check learned about a document that a requirement needs to know. */
export interface DocumentFacts {
  /** The kind of document, for example `fr-tax-notice`. Goes before what the customer said it is. */
  readonly kind?: string | undefined;
  /** The date that the document bears, `YYYY-MM-DD`. */
  readonly issuedOn?: string | undefined;
  /** The last day on which the document is valid, `YYYY-MM-DD`. */
  readonly validUntil?: string | undefined;
  /** The month that the document is about, `YYYY-MM`. */
  readonly month?: string | undefined;
}

/** A report as the dossier reads it: any package's {@link CheckReport}, whatever its value. */
export type AnyCheckReport = CheckReport<unknown, Finding>;

/** What is decided about a dossier or a requirement, and may need a second person. */
export type Proposed =
  | {
      readonly matter: 'approve';
      readonly reason: string;
      /** Last instant at which the approval holds; default by the product. */
      readonly validUntil?: Timestamp | undefined;
    }
  | { readonly matter: 'reject'; readonly reason: string }
  | {
      readonly matter: 'waive';
      /** The requirement, with its subject: `identity:borrower-2`. */
      readonly requirement: string;
      readonly reason: string;
      /** From then on it is asked again; absent: waived for good. */
      readonly until?: Timestamp | undefined;
    };

interface EventsByType {
  /** The first event of every dossier. */
  opened: { readonly dossier: string; readonly product: ProductRef; readonly answers: Answers };
  /** The customer told something; earlier answers to other questions stay. */
  'answers-given': { readonly answers: Answers };
  /** The customer handed in a document for a requirement. */
  'handed-in': {
    readonly submission: string;
    readonly requirement: string;
    readonly kind?: string | undefined;
    readonly digest?: Sha256 | undefined;
  };
  /** A check reported about a submission. May arrive before `handed-in`, twice, or late. */
  'report-received': {
    readonly submission: string;
    readonly report: AnyCheckReport;
    readonly facts?: DocumentFacts | undefined;
  };
  /** The customer says that the checks are wrong: a person has to look. */
  'review-asked': { readonly submission: string };
  /** A person looked at a submission. */
  reviewed: {
    readonly submission: string;
    readonly outcome: 'accept' | 'redo';
    readonly by: Actor;
    readonly reason: string;
  };
  /** The customer took a submission back. */
  'taken-back': { readonly submission: string };
  /** Somebody decides. Takes effect at once, or is parked for a second person where the product demands four eyes. */
  proposed: { readonly proposal: string; readonly by: Actor; readonly what: Proposed };
  /** The second person agrees. */
  confirmed: { readonly proposal: string; readonly by: Actor };
  /** The second person does not agree, or the first one withdraws it. */
  declined: { readonly proposal: string; readonly by: Actor; readonly reason: string };
  'contract-sent': { readonly by: Actor };
  'contract-signed': NoParts;
  /** The product starts. */
  activated: { readonly by: Actor };
  /** The customer does not want it any more. */
  withdrawn: { readonly by: Actor; readonly reason: string };
  /** A withdrawn or expired dossier is taken up again. */
  resumed: { readonly by: Actor };
  /** A rejected dossier is looked at again. */
  reconsidered: { readonly by: Actor; readonly reason: string };
  /** An active dossier is re-opened for re-verification before its time. */
  reopened: { readonly by: Actor; readonly reason: string };
  /** The customer gets more time. */
  extended: { readonly until: Timestamp; readonly by: Actor; readonly reason: string };
  /** An active contract came to its end. */
  ended: { readonly by: Actor; readonly reason: string };
  /** A timer of the dossier is due. One that was cancelled in the meantime changes nothing. */
  'timer-fired': { readonly timer: string };
  /** The dossier goes over to another version of its product. */
  migrated: { readonly to: ProductRef; readonly renamed?: Readonly<Record<string, string>> | undefined };
}

type NoParts = Readonly<Record<never, never>>;

/** The name of an event. */
export type DossierEventType = keyof EventsByType;

/**
 * Something that happened to a dossier: plain JSON. `id` makes it recognisable when it is delivered twice; `at` is when
 * it happened.
 */
export type DossierEvent<Type extends DossierEventType = DossierEventType> = {
  [T in Type]: { readonly id: string; readonly type: T; readonly at: Timestamp } & EventsByType[T];
}[Type];
