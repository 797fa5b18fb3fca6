import type { PageText } from '@dossierkit/core';
import { pagesOf } from '../../internal/pdf/pages.js';
import { openPdf } from '../../internal/pdf/pdf-file.js';
import { readPage } from '../../internal/pdf/read-page.js';
import type { ExaminationProblem, PdfTraceFinding } from '../findings.js';
import type { TracePolicy } from '../trace-policy.js';
import { addedText, otherFont } from './added-text.js';
import { visibleAnnotations } from './annotations.js';
import { coveredText } from './covered.js';
import { drawnOnPicture } from './drawn-on-picture.js';
import { editedContent } from './edited-content.js';
import type { Examination, PdfTraceRule } from './examination.js';
import { glyphOrder } from './glyph-order.js';
import { hiddenText } from './hidden-text.js';
import { origin } from './origin.js';
import { pageIsPicture } from './page-is-picture.js';
import { updates } from './updates.js';
import { wordOffset } from './word-offset.js';

const RULES: readonly PdfTraceRule[] = [
  updates,
  origin,
  coveredText,
  addedText,
  otherFont,
  wordOffset,
  glyphOrder,
  editedContent,
  pageIsPicture,
  drawnOnPicture,
  hiddenText,
  visibleAnnotations,
];

/** Looks for traces of editing in a PDF. */
export function pdfTraces(
  bytes: Uint8Array,
  policy: TracePolicy,
  readings: readonly PageText[],
): PdfTraceFinding[] {
  const file = openPdf(bytes);
  const pages = pagesOf(file.latest).map((page, index) => ({
    index,
    page,
    ...readPage(file, file.latest, page),
  }));
  const examination: Examination = { file, pages, policy, readings };
  const findings = RULES.flatMap((rule) => rule(examination));
  const problem: ExaminationProblem | null = file.encrypted
    ? 'encrypted'
    : pages.length === 0
      ? 'damaged'
      : file.budget.exhausted
        ? 'too-much'
        : null;
  return [
    {
      code: 'doc-authenticity/traces-examined',
      outcome: problem === null ? 'passed' : 'inconclusive',
      severity: 'warning',
      params: { reason: problem },
    },
    {
      code: 'doc-authenticity/pdf-structure',
      outcome: file.repaired ? 'failed' : 'passed',
      severity: 'warning',
      params: {},
    },
    ...findings,
  ];
}
