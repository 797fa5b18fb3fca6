import type { Place } from '@dossierkit/core';

/** Whether a document and a record say the same. */
export type Answer = 'agree' | 'differ' | 'cannot-tell';

/** The comparison of two values, with the forms in which they were compared. */
export interface Compared<Reason extends string = string> {
  readonly answer: Answer;
  /** 0 to 1; 1 for the same, after normalisation. */
  readonly score: number;
  /** What decided. */
  readonly reason: Reason;
  /** What the document says, normalised. */
  readonly document: string;
  /** What the record says, normalised. */
  readonly record: string;
}

/** What is compared. */
export type Subject = 'name' | 'birth-date' | 'address' | 'iban' | 'company' | 'amount' | 'identifier';

/** One comparison of a document's field with the record. */
export interface FieldMatch extends Compared {
  readonly about: Subject;
  /** The document's field, or the first of those that make up the value. */
  readonly field: string;
  readonly where?: Place;
}

/** All comparisons that could be made. */
export interface Agreement {
  readonly matches: readonly FieldMatch[];
  /** What the record holds and the document says nothing about. */
  readonly notOnDocument: readonly Subject[];
}
