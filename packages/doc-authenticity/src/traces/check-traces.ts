import {
  type CheckReport,
  createCheckReport,
  type PageText,
  type PlainDate,
  type Sha256,
  type Timestamp,
  timestamp,
} from '@dossierkit/core';
import { looksLikeJpeg } from '../internal/jpeg/segments.js';
import { looksLikePdf } from '../internal/pdf/pdf-file.js';
import { RULES_VERSION } from '../rules-version.js';
import type { ExaminationProblem, PdfTraceFinding, PictureTraceFinding } from './findings.js';
import { pdfTraces } from './pdf/pdf-traces.js';
import { looksLikePng } from './picture/metadata.js';
import { pictureTraces } from './picture/picture-traces.js';
import { defineTracePolicy, type TracePolicy } from './trace-policy.js';

/** Options of {@link checkTraces}. */
export interface CheckTracesOptions {
  /** When the check is made; for the report only. */
  readonly at: Timestamp | PlainDate;
  /** The digest of the file. */
  readonly subject: Sha256;
  /** Default: `defineTracePolicy()`. */
  readonly policy?: TracePolicy;
  /**
   * What was read from the *pixels* of the pages (`source: 'ocr'`), to hold hidden text against. Default: hidden text is not
   * compared.
   */
  readonly readings?: readonly PageText[];
}

/** What is noticed about traces of editing. */
export type TraceFinding = PdfTraceFinding | PictureTraceFinding;

/** What the look for traces learned. */
export interface TracesChecked {
  readonly format: 'pdf' | 'jpeg' | 'png' | 'other';
}

/**
 * Looks for traces of editing in a PDF, JPEG or PNG: how it was saved and by what, what lies over what on its pages, and which parts of
 * a picture have another history than the rest.
 *
 * A trace is a reason for a person to look at a place. It is no proof of anything: many are innocent, and a careful change
 * leaves none. The verdict is `review` at worst.
 *
 * @param bytes the file as it was handed in; up to 64 MB
 * @returns never throws on bad or hostile files; what cannot be examined is inconclusive
 * @example
 * const report = checkTraces(bytes, { subject: await digestBytes(bytes), at });
 * report.findings.filter(({ outcome }) => outcome === 'failed');
 */
export function checkTraces(
  bytes: Uint8Array,
  options: CheckTracesOptions,
): CheckReport<TracesChecked, TraceFinding> {
  const { at, subject, policy = defineTracePolicy(), readings = [] } = options;
  const format = formatOf(bytes);
  const findings =
    bytes.length > MAX_BYTES
      ? [notExamined('too-much')]
      : format === 'pdf'
        ? pdfTraces(bytes, policy, readings)
        : format === 'other'
          ? [notExamined('other-format')]
          : [examined, ...pictureTraces(bytes, policy)];
  return createCheckReport({
    check: 'doc-authenticity',
    version: RULES_VERSION,
    subject,
    at: at.length === 10 ? timestamp(`${at}T00:00:00Z`) : (at as Timestamp),
    findings,
    value: { format },
  });
}

const MAX_BYTES = 64 * 1024 * 1024;

function formatOf(bytes: Uint8Array): TracesChecked['format'] {
  if (looksLikeJpeg(bytes)) return 'jpeg';
  if (looksLikePng(bytes)) return 'png';
  return looksLikePdf(bytes) ? 'pdf' : 'other';
}

const examined: TraceFinding = {
  code: 'doc-authenticity/traces-examined',
  outcome: 'passed',
  severity: 'warning',
  params: { reason: null },
};

/** A kind of file that is not examined is no reason for a person to look; one that is too large is. */
function notExamined(reason: ExaminationProblem): TraceFinding {
  const severity = reason === 'other-format' ? 'info' : 'warning';
  return { code: 'doc-authenticity/traces-examined', outcome: 'inconclusive', severity, params: { reason } };
}
