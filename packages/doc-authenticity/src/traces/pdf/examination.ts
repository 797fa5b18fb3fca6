import type { PageText } from '@dossierkit/core';
import type { PdfPage } from '../../internal/pdf/pages.js';
import type { PaintedItem } from '../../internal/pdf/paint.js';
import type { PdfFile } from '../../internal/pdf/pdf-file.js';
import type { PdfTraceFinding } from '../findings.js';
import type { TracePolicy } from '../trace-policy.js';

/** One page with everything that it draws. */
export interface ExaminedPage {
  readonly index: number;
  readonly page: PdfPage;
  readonly items: readonly PaintedItem[];
  /** The names of its marked content. */
  readonly marks: ReadonlySet<string>;
}

/** What the rules look at. */
export interface Examination {
  readonly file: PdfFile;
  readonly pages: readonly ExaminedPage[];
  readonly policy: TracePolicy;
  /** What was read from the pixels of the pages, where the host has it. */
  readonly readings: readonly PageText[];
}

/** One kind of trace. */
export type PdfTraceRule = (examination: Examination) => PdfTraceFinding[];
