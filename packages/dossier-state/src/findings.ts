import type { CodedErrorsOf, FindingsOf, NoParams, PlainDate } from '@dossierkit/core';
import type { DossierState } from './dossier.js';
import type { DossierEventType } from './events.js';
import type { Label } from './product.js';

/** What the dossier itself notices about a document that was handed in, beside what the checks report. */
export type DossierFinding = FindingsOf<{
  /** The document is of a kind that does not meet the requirement. */
  'dossier-state/kind-not-accepted': { readonly kind: string; readonly accepted: readonly string[] };
  /** The document was too old, or no longer valid, when it was handed in. */
  'dossier-state/too-old': { readonly validUntil: PlainDate };
  /** The document grew too old, or ran out, while the dossier was open. */
  'dossier-state/grown-too-old': { readonly validUntil: PlainDate };
  /** The requirement limits the age of the document, and no check could read its date. */
  'dossier-state/date-unknown': NoParams;
  /** The document is about a month that does not count. */
  'dossier-state/month-outside': {
    readonly month: string;
    readonly first: string;
    readonly last: string;
  };
  /** Another accepted document is about the same month already. */
  'dossier-state/month-twice': { readonly month: string };
  /** The requirement counts months, and no check could read which month the document is about. */
  'dossier-state/month-unknown': NoParams;
  /** A check has not reported in time, so a person looks instead. */
  'dossier-state/check-overdue': { readonly checkHours: number };
  /** The customer asked that a person look. */
  'dossier-state/review-asked': NoParams;
  /** A person looked and asks for another document. */
  'dossier-state/redo-asked': { readonly reason: string };
}>;

/** Why an event was not applied. The dossier is unchanged. */
export type DossierError = CodedErrorsOf<{
  /** No event has this name. */
  'dossier-state/unknown-event': { readonly type: string };
  /** A part of the event is missing or malformed. */
  'dossier-state/event-invalid': { readonly path: string; readonly problem: string };
  /** The event does not happen in this state. */
  'dossier-state/not-now': { readonly event: DossierEventType; readonly state: DossierState };
  /** An answer to a question that is not asked, or not a possible answer. */
  'dossier-state/answer-invalid': { readonly question: string };
  /** The dossier asks for nothing by this name. */
  'dossier-state/unknown-requirement': { readonly requirement: string };
  /** Nothing was handed in under this id. */
  'dossier-state/unknown-submission': { readonly submission: string };
  /** Another document was handed in under this id. */
  'dossier-state/submission-taken': { readonly submission: string };
  /** More reports arrived before their documents than are kept. */
  'dossier-state/too-many-early-reports': { readonly limit: number };
  /** This takes a person; a system or the customer may not do it. */
  'dossier-state/needs-a-person': { readonly event: DossierEventType };
  /** The second person must be another one than the first. */
  'dossier-state/same-person': { readonly proposal: string };
  /** A proposal waits for its second person already. */
  'dossier-state/proposal-pending': { readonly proposal: string };
  /** No such proposal waits. */
  'dossier-state/unknown-proposal': { readonly proposal: string };
  /** Requirements are still open, so that the dossier cannot be approved. */
  'dossier-state/requirements-open': { readonly requirements: readonly string[] };
  /** The product does not let this requirement be waived. */
  'dossier-state/not-waivable': { readonly requirement: string };
  /** The end of a term lies before its beginning. */
  'dossier-state/term-in-the-past': NoParams;
  /** The timer is due later. The clock of whoever fired it runs ahead. */
  'dossier-state/timer-not-due': { readonly timer: string; readonly dueAt: string };
  /** The dossier rests on another version of the product: migrate it, or pass the version it names. */
  'dossier-state/product-mismatch': { readonly expected: string; readonly actual: string };
  /** What was stored is no dossier of this machine, of a newer version of it, or was tampered with. */
  'dossier-state/snapshot-foreign': { readonly path: string; readonly problem: string };
  /** The first event of a log must open the dossier. */
  'dossier-state/log-headless': NoParams;
  /** A migration would lose sight of documents that were handed in. */
  'dossier-state/migration-drops-documents': { readonly requirements: readonly string[] };
  /** A migration would leave a decided dossier with open requirements. */
  'dossier-state/migration-reopens-decision': { readonly requirements: readonly string[] };
}>;

/** What somebody can do next, worded for the customer by the same catalogue as findings. */
export type NextStep = CodedErrorsOf<{
  /** Hand something in. */
  'dossier-state/hand-in': StepParams;
  /** Hand something in again; the findings of the requirement say why. */
  'dossier-state/hand-in-again': StepParams;
  /** Hand in a newer document, because the one accepted has run out. */
  'dossier-state/renew': StepParams;
  /** Sign the contract. */
  'dossier-state/sign': NoParams;
  /** Wait: the checks are running. */
  'dossier-state/wait-for-checks': NoParams;
  /** Wait: a person looks at the dossier. */
  'dossier-state/wait-for-person': NoParams;
  /** Nothing to do. */
  'dossier-state/nothing-to-do': NoParams;
}>;

/** Everything that the package's catalogue words. */
export type DossierMessage = DossierFinding | DossierError | NextStep;

/** Which requirement a step is about. */
export interface StepParams {
  /** The requirement, with its subject. */
  readonly requirement: string;
  readonly label: Label;
  /** How many documents are still to come. */
  readonly missing: number;
}
