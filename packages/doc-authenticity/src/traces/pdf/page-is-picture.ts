import { areaOf } from './boxes.js';
import type { PdfTraceRule } from './examination.js';

/** A picture that covers that much of the page is the page. */
const WHOLE_PAGE = 0.6;

/** Pages that are a picture and bear no text that is shown: scans, and pages that somebody drew as a picture. */
export const pageIsPicture: PdfTraceRule = ({ pages }) =>
  pages
    .filter(
      ({ items }) =>
        items.some(({ type, box }) => type === 'picture' && areaOf(box) > WHOLE_PAGE) &&
        !items.some((item) => item.type === 'text' && !item.invisible),
    )
    .map(({ index }) => ({
      code: 'doc-authenticity/pdf-page-is-picture',
      outcome: 'inconclusive',
      severity: 'info',
      params: {},
      where: { page: index },
    }));
