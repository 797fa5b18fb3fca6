import type { Box } from '@dossierkit/core';
import type { PdfTraceFinding } from '../findings.js';
import { areaOf, groupBoxes, inMargin } from './boxes.js';
import type { PdfTraceRule } from './examination.js';

/** A picture that covers that much of the page is the page: a scan or a photo. */
const WHOLE_PAGE = 0.6;
/** With more text than this, the picture is the letterhead of a page that is written on. */
const MOST_CHARACTERS = 200;
/** A patch that is larger is a second picture of the page, such as a layer of a scan. */
const LARGEST_PATCH = 0.3;
const MOST_PLACES = 8;

/** Text, rectangles and pictures on a page that is otherwise one picture. */
export const drawnOnPicture: PdfTraceRule = ({ pages, policy }) =>
  pages.flatMap(({ index, items }): PdfTraceFinding[] => {
    const scan = items.findIndex(({ type, box }) => type === 'picture' && areaOf(box) > WHOLE_PAGE);
    if (scan < 0) return [];
    const places: Box[] = [];
    let characters = 0;
    for (const item of items.slice(scan + 1)) {
      if (item.type === 'text') {
        if (item.invisible) continue;
        characters += item.middles.length;
      } else if (!item.opaque || areaOf(item.box) > LARGEST_PATCH) continue;
      if (!inMargin(item.box, policy.marginRatio)) places.push(item.box);
    }
    if (characters > MOST_CHARACTERS) return [];
    return groupBoxes(places)
      .slice(0, MOST_PLACES)
      .map((box) => ({
        code: 'doc-authenticity/pdf-drawn-on-picture',
        outcome: 'failed',
        severity: 'warning',
        params: {},
        where: { page: index, box },
      }));
  });
