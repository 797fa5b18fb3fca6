import {
  type CheckReport,
  createCheckReport,
  digestBytesSync,
  type Sha256,
  type Timestamp,
} from '@dossierkit/core';
import type { QualityFinding } from './findings.js';
import { judgeQuality } from './judge/judge-quality.js';
import { type MeasureQualityOptions, measureQuality } from './measure-quality.js';
import type { PageImage } from './page-image.js';
import { defineQualityPolicy, type QualityPolicy } from './policy.js';
import type { QualityMeasures } from './quality-measures.js';

/** The version of the rules: it changes when the same pixels may get another answer. */
export const RULES_VERSION = '1';

/** Whether a page is good enough for a purpose; `unsure` where the page shows nothing to tell by. */
export type Fitness = 'yes' | 'no' | 'unsure';

/** What a check of quality learned. */
export interface PageQuality {
  /** Fit to be read by a machine: OCR, the machine-readable zone, barcodes. */
  readonly fitForReading: Fitness;
  /** Fit to be read by a person, who tolerates more. */
  readonly fitForPerson: Fitness;
  readonly measures: QualityMeasures;
}

/** Options of {@link checkQuality}. */
export interface CheckQualityOptions extends MeasureQualityOptions {
  /** When the check is made. */
  readonly at: Timestamp;
  /** Default: `defineQualityPolicy()`. */
  readonly policy?: QualityPolicy;
  /** What was checked, for the report. Default: the SHA-256 of the raster's bytes, which costs about 10 ms a megabyte. */
  readonly subject?: Sha256;
}

/**
 * Judges whether a page can be used: one finding for each property, each with what was measured and its limit.
 *
 * Properties that make no sense for where the page comes from (a reflection on a born-digital PDF page) are left out. A
 * property that the page gives no way to judge (the sharpness of an empty page) is `inconclusive`.
 *
 * @param page pixels and their origin; see `recommendedMaxSidePx` for the size they should have
 * @throws {DossierkitError} `doc-raster/raster-invalid` where the raster's numbers do not belong together
 */
export function checkQuality(
  page: PageImage,
  options: CheckQualityOptions,
): CheckReport<PageQuality, QualityFinding> {
  const { at, policy = STANDARD, subject = digestBytesSync(bytesOf(page)) } = options;
  const measures = measureQuality(page, options);
  const findings = judgeQuality(measures, page, policy);
  return createCheckReport<PageQuality, QualityFinding>({
    check: 'doc-quality',
    version: RULES_VERSION,
    subject,
    at,
    findings,
    value: { ...fitness(findings), measures },
  });
}

const STANDARD = /* @__PURE__ */ defineQualityPolicy();

function fitness(findings: readonly QualityFinding[]): Pick<PageQuality, 'fitForReading' | 'fitForPerson'> {
  const failed = findings.filter(({ outcome }) => outcome === 'failed');
  const unsure = findings.some(({ outcome, severity }) => outcome === 'inconclusive' && severity !== 'info');
  const answer = (no: boolean): Fitness => (no ? 'no' : unsure ? 'unsure' : 'yes');
  return {
    fitForReading: answer(failed.some(({ severity }) => severity !== 'info')),
    fitForPerson: answer(failed.some(({ severity }) => severity === 'critical')),
  };
}

function bytesOf({ raster: { data } }: PageImage): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
