import type { CheckReport, Finding } from '@dossierkit/core';
import type { Classification, ClassifierFinding } from '@dossierkit/doc-classifier';
import type { Agreement, MatchFinding } from '@dossierkit/doc-match';
import type { PageQuality, QualityFinding } from '@dossierkit/doc-quality';
import type { DocumentFormat, DocumentInput, ReadError, ReadFinding } from '@dossierkit/doc-reader';
import type { MrzFinding, MrzReading } from '@dossierkit/mrz-check';
import type { IntakeFinding } from './findings.js';

/** A file as it was handed in. */
export interface IntakeFile {
  readonly input: DocumentInput;
  /** The name and type it came with; only to notice that they promise something else. */
  readonly name?: string;
  readonly mimeType?: string;
  readonly password?: string;
}

/** Why a file, or a page of it, could not be read, as a finding. */
export type ReadErrorFinding = {
  [Code in ReadError['code']]: Finding<Code, Extract<ReadError, { readonly code: Code }>['params']>;
}[ReadError['code']];

/** Anything that the examination of a file may find: its own findings and those of every check. */
export type AnyFinding =
  | IntakeFinding
  | ReadErrorFinding
  | ReadFinding
  | QualityFinding
  | MrzFinding
  | ClassifierFinding
  | MatchFinding;

/** The steps of an examination, in the order in which they are taken: the cheapest that may decide comes first. */
export type IntakeStepName = 'open' | 'quality' | 'zone' | 'kind' | 'agreement';

/** Why a step was left out. */
export type SkipReason =
  /** No page is fit to be read, so the customer is asked again at once. */
  | 'picture-unusable'
  /** No identity document is wanted. */
  | 'no-zone-expected'
  /** The pages are born digital, so there is no picture to judge. */
  | 'born-digital'
  /** A valid machine-readable zone says which document it is. */
  | 'zone-decides'
  /** It is another document than the one that is wanted. */
  | 'wrong-kind'
  /** Nothing was passed to compare with, or nothing was read that could be compared. */
  | 'nothing-to-compare';

/** A step that was taken or left out. */
export interface IntakeStep {
  readonly step: IntakeStepName;
  readonly skipped?: SkipReason;
}

/** What the checks learned, each in its own report. */
export interface IntakeChecks {
  /** One for each page that was judged. */
  readonly quality: readonly CheckReport<PageQuality, QualityFinding>[];
  readonly zone?: CheckReport<MrzReading | null, MrzFinding>;
  readonly kind?: CheckReport<Classification, ClassifierFinding>;
  readonly agreement?: CheckReport<Agreement, MatchFinding>;
}

/** What the examination of a file learned. */
export interface Examined {
  readonly format?: DocumentFormat;
  readonly pages: number;
  /** The kind of document, by its zone or by its words; absent where nothing says. May be `unknown`. */
  readonly kind?: string;
  readonly steps: readonly IntakeStep[];
  readonly checks: IntakeChecks;
  /** The one thing to ask of the customer next: the gravest finding that did not pass. Absent where nothing is to be asked. */
  readonly next?: AnyFinding;
}

/**
 * The report on one file. Its findings are those of all checks together, so that one verdict follows from them; each
 * check's own report is in `value.checks`.
 */
export type IntakeReport = CheckReport<Examined, AnyFinding>;

/** What is told while a file is being examined. */
export type IntakeEvent =
  | { readonly type: 'opened'; readonly format: DocumentFormat; readonly pages: number }
  | { readonly type: 'step'; readonly step: IntakeStepName; readonly page?: number }
  | { readonly type: 'skipped'; readonly step: IntakeStepName; readonly reason: SkipReason }
  | { readonly type: 'quality'; readonly page: number; readonly report: IntakeChecks['quality'][number] }
  | { readonly type: 'zone'; readonly report: NonNullable<IntakeChecks['zone']> }
  | { readonly type: 'kind'; readonly report: NonNullable<IntakeChecks['kind']> }
  | { readonly type: 'agreement'; readonly report: NonNullable<IntakeChecks['agreement']> }
  | { readonly type: 'done'; readonly report: IntakeReport };

/** An examination under way: listen to it, or just wait for its report. */
export interface Examination extends AsyncIterable<IntakeEvent> {
  /** The final report. Rejects with the signal's reason where the examination was cancelled. */
  readonly report: Promise<IntakeReport>;
}
