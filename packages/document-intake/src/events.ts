import type { PageOrigin, Sha256 } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import type { DocumentFormat } from '@dossierkit/doc-reader';
import type { AnyFinding, ExaminedField, IntakeChecks, IntakeReport, PageNumber } from './examination.js';

/** The steps of an examination, in the order in which they are taken: the cheapest that may decide comes first. */
export type IntakeStepName =
  | 'open'
  | 'traces'
  | 'quality'
  | 'zone'
  | 'seal'
  | 'kind'
  | 'agreement'
  | 'registers';

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
  /** No kind that is wanted bears a visible digital seal. */
  | 'no-seal-expected'
  /** The host passed no trust material, without which a seal cannot be verified. */
  | 'no-trust'
  /** The policy leaves it out for this format. */
  | 'not-wanted'
  /** The host passed no registers. */
  | 'no-registers'
  /** Nothing was read that a register could be asked about. */
  | 'nothing-to-ask'
  /** It is another document than the one that is wanted. */
  | 'wrong-kind'
  /** Nothing was passed to compare with, or nothing was read that could be compared. */
  | 'nothing-to-compare';

/** A step that was taken or left out. */
export interface IntakeStep {
  readonly step: IntakeStepName;
  readonly skipped?: SkipReason;
}

/** What is told while a file is being examined. */
export type IntakeEvent =
  | {
      readonly type: 'opened';
      readonly digest: Sha256;
      readonly format: DocumentFormat;
      readonly pages: number;
    }
  /** A page is going to be judged or read. */
  | {
      readonly type: 'page';
      readonly page: number;
      readonly origin: PageOrigin;
      readonly widthPx: number;
      readonly heightPx: number;
    }
  | { readonly type: 'step'; readonly step: IntakeStepName; readonly page?: number }
  | { readonly type: 'skipped'; readonly step: IntakeStepName; readonly reason: SkipReason }
  | { readonly type: 'finished'; readonly step: IntakeStepName }
  /** Something was noticed that is in no check's own report. */
  | { readonly type: 'noticed'; readonly findings: readonly AnyFinding[] }
  | { readonly type: 'quality'; readonly page: number; readonly report: IntakeChecks['quality'][number] }
  /**
   * A page as it is seen, upright, for a host that shows it: where the policy asks for pictures. Pixels are no part of the report and
   * are not kept with an answer, so that a file that was answered before comes without them.
   */
  | { readonly type: 'picture'; readonly page: number; readonly raster: Raster }
  | { readonly type: 'zone'; readonly report: NonNullable<IntakeChecks['zone']> }
  | { readonly type: 'traces'; readonly report: NonNullable<IntakeChecks['traces']> }
  | { readonly type: 'seal'; readonly report: NonNullable<IntakeChecks['seal']> }
  | { readonly type: 'kind'; readonly report: NonNullable<IntakeChecks['kind']> }
  /** What the document says, each thing as its best witness says it. */
  | { readonly type: 'fields'; readonly fields: readonly ExaminedField[] }
  | { readonly type: 'agreement'; readonly report: NonNullable<IntakeChecks['agreement']> }
  /** The number that is printed on a page, counted from 1. */
  | { readonly type: 'page-number'; readonly page: number; readonly number: PageNumber }
  | { readonly type: 'registers'; readonly report: NonNullable<IntakeChecks['registers']> }
  | { readonly type: 'done'; readonly report: IntakeReport };
