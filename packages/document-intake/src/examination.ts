import type { CheckReport, Finding, JsonValue, Place } from '@dossierkit/core';
import type { SealFinding, SealsChecked, TraceFinding, TracesChecked } from '@dossierkit/doc-authenticity';
import type { Classification, ClassifierFinding } from '@dossierkit/doc-classifier';
import type { Agreement, MatchFinding } from '@dossierkit/doc-match';
import type { PageQuality, QualityFinding } from '@dossierkit/doc-quality';
import type { DocumentFormat, DocumentInput, ReadError, ReadFinding } from '@dossierkit/doc-reader';
import type { MrzFinding, MrzReading } from '@dossierkit/mrz-check';
import type { RegistryFinding } from '@dossierkit/registry-verify';
import type { IntakeEvent, IntakeStep } from './events.js';
import type { IntakeFinding } from './findings.js';
import type { RegisterReport } from './internal/question-for.js';

/** A file as it was handed in. */
export interface IntakeFile {
  readonly input: DocumentInput;
  /**
   * Bytes are moved to the worker instead of copied: the caller's array is empty afterwards. Only for an array that owns its whole
   * buffer; what comes as a stream, a path or a `File` is moved in any case. Default: false.
   */
  readonly handOver?: boolean;
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
  | SealFinding
  | TraceFinding
  | ClassifierFinding
  | MatchFinding
  | RegistryFinding;

/** What the checks learned, each in its own report. */
export interface IntakeChecks {
  /** One for each page that was judged. */
  readonly quality: readonly CheckReport<PageQuality, QualityFinding>[];
  readonly zone?: CheckReport<MrzReading | null, MrzFinding>;
  readonly traces?: CheckReport<TracesChecked, TraceFinding>;
  readonly seal?: CheckReport<SealsChecked, SealFinding>;
  readonly kind?: CheckReport<Classification, ClassifierFinding>;
  readonly agreement?: CheckReport<Agreement, MatchFinding>;
  readonly registers?: RegisterReport;
}

/** One thing that a document says, and who says it. */
export interface ExaminedField {
  readonly name: string;
  /** As `doc-classifier` normalises it: days as `YYYY-MM-DD`, money in minor units. */
  readonly value: JsonValue;
  readonly from: 'seal' | 'zone' | 'print';
  readonly where?: Place;
  /** 0 to 1, of print. */
  readonly confidence?: number;
}

/** `Page 2 of 3`, as it is printed. */
export interface PageNumber {
  readonly page: number;
  readonly of: number;
}

/** What the examination of a file learned. */
export interface Examined {
  readonly format?: DocumentFormat;
  readonly pages: number;
  /** The kind of document, by its zone or by its words; absent where nothing says. May be `unknown`. */
  readonly kind?: string;
  /** What the document says, each thing once: by a verified seal, else by a valid zone, else by its print. */
  readonly fields: readonly ExaminedField[];
  /** By the numbers that are printed on the pages, for each page of the file that has one. */
  readonly pageNumbers: Readonly<Record<number, PageNumber>>;
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

/** An examination under way: listen to it, or just wait for its report. */
export interface Examination extends AsyncIterable<IntakeEvent> {
  /** The final report. Rejects with the signal's reason where the examination was cancelled. */
  readonly report: Promise<IntakeReport>;
}
