import { annotationsOf } from '../../internal/pdf/annotations.js';
import type { PdfTraceFinding } from '../findings.js';
import type { PdfTraceRule } from './examination.js';

/** Annotations that put text, drawings or covers on the page as if they belonged to it. */
const SHOWING = new Set([
  'FreeText',
  'Stamp',
  'Ink',
  'Square',
  'Circle',
  'Polygon',
  'Line',
  'PolyLine',
  'Redact',
]);
const MOST = 20;

/** Annotations that look like a part of the page. */
export const visibleAnnotations: PdfTraceRule = ({ file, pages }) =>
  pages
    .flatMap(({ index, page }) =>
      annotationsOf(file.latest, page)
        .filter(({ subtype, shown }) => shown && SHOWING.has(subtype))
        .map(
          ({ subtype, box }): PdfTraceFinding => ({
            code: 'doc-authenticity/pdf-annotation',
            outcome: 'failed',
            severity: 'warning',
            params: { kind: subtype },
            where: { page: index, ...(box && { box }) },
          }),
        ),
    )
    .slice(0, MOST);
