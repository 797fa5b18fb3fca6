import type { CheckReport } from '@dossierkit/core';
import type { IntakeEvent } from './events.js';
import type { AnyFinding, IntakeReport } from './examination.js';
import type { Expectation } from './expectation.js';
import type { SetPart, WantedDocument } from './internal/sets/set-part.js';

/** Files that belong together, and what is wanted of them together. */
export type SetExpectation =
  /** Both sides of one identity card, in one file or two. */
  | (Expectation & { readonly type: 'card' })
  /** Payslips of months in a row, of one person and one employer. */
  | (Expectation & {
      readonly type: 'payslips';
      /** How many. Default: 3. */
      readonly months?: number;
    })
  /** One letter, a file for each page, in any order. */
  | (Expectation & { readonly type: 'letter' })
  /** Several documents, in one file or many. */
  | (Omit<Expectation, 'kinds'> & { readonly type: 'bundle'; readonly wanted: readonly WantedDocument[] });

/** What the examination of a set learned. */
export interface ExaminedSet {
  readonly type: SetExpectation['type'];
  /** The report on each file, in the order in which they were given. */
  readonly files: readonly IntakeReport[];
  /** Every document that was found, by file and pages. */
  readonly parts: readonly SetPart[];
  /** The files (counted from 0) in the order in which they make the letter. */
  readonly order?: readonly number[];
  /** Which of `parts` was taken for which wanted document, by its id. */
  readonly assigned?: Readonly<Record<string, number>>;
  /** The one thing to ask of the customer next, and the file (counted from 0) where it is about one. */
  readonly next?: AnyFinding;
  readonly nextFile?: number;
}

/** The report on a set. Its findings are those of the set and of all its files together. */
export type SetReport = CheckReport<ExaminedSet, AnyFinding>;

/** What is told while a set is being examined. */
export type SetEvent =
  | { readonly type: 'file'; readonly file: number; readonly event: IntakeEvent }
  /** What the files say about each other. */
  | { readonly type: 'compared'; readonly findings: readonly AnyFinding[] }
  | { readonly type: 'done'; readonly report: SetReport };

/** The examination of a set under way: listen to it, or just wait for its report. */
export interface SetExamination extends AsyncIterable<SetEvent> {
  /** The final report. Rejects with the signal's reason where the examination was cancelled. */
  readonly report: Promise<SetReport>;
}
