import { type Box, boxAround } from '@dossierkit/core';
import type { Budget } from '../../internal/pdf/budget.js';
import type { PaintedItem, PaintedText } from '../../internal/pdf/paint.js';
import type { PdfTraceFinding } from '../findings.js';
import { areaOf, contains, groupBoxes } from './boxes.js';
import type { ExaminedPage, PdfTraceRule } from './examination.js';

/** A cover that is nearly as large as the page is a background or a scan with its text below. */
const WHOLE_PAGE = 0.6;
/** Larger words are watermarks, over which a page is drawn. */
const WATERMARK = 0.03;
/** A word counts as covered where that part of its characters is. */
const COVERED_PART = 0.5;
const MOST_PLACES = 8;

/** Text that is drawn, and then hidden by a rectangle or a picture. */
export const coveredText: PdfTraceRule = ({ file, pages }) =>
  pages.flatMap((page) => coveredOn(page, file.budget));

function coveredOn({ index, items }: ExaminedPage, budget: Budget): PdfTraceFinding[] {
  const underFills: Box[] = [];
  const underPictures: Box[] = [];
  for (const [at, cover] of items.entries()) {
    if (cover.type === 'text' || !cover.opaque || areaOf(cover.box) > WHOLE_PAGE) continue;
    if (!budget.take(at)) break;
    const hidden = hiddenBy(cover.box, items, at, budget);
    if (!hidden) continue;
    (cover.type === 'fill' ? underFills : underPictures).push(hidden);
  }
  const scan = items.some(({ type, box }) => type === 'picture' && areaOf(box) > WHOLE_PAGE);
  return [
    ...groupBoxes(underFills)
      .slice(0, MOST_PLACES)
      .map(
        (box): PdfTraceFinding => ({
          code: 'doc-authenticity/pdf-covered-text',
          outcome: 'failed',
          severity: 'warning',
          params: { replaced: writtenOn(box, items) },
          where: { page: index, box },
        }),
      ),
    // Below the strips of a scan lies what a text recognition has read.
    ...(scan ? [] : groupBoxes(underPictures)).slice(0, MOST_PLACES).map(
      (box): PdfTraceFinding => ({
        code: 'doc-authenticity/pdf-picture-over-text',
        outcome: 'failed',
        severity: 'warning',
        params: {},
        where: { page: index, box },
      }),
    ),
  ];
}

/** The place of the words that `cover` hides, drawn before it. */
function hiddenBy(cover: Box, items: readonly PaintedItem[], at: number, budget: Budget): Box | undefined {
  const hidden: Box[] = [];
  for (let k = 0; k < at; k++) {
    const item = items[k] as PaintedItem;
    if (item.type !== 'text' || item.invisible || areaOf(item.box) > WATERMARK) continue;
    const { middles } = item;
    const covered = middles.filter((middle) => contains(cover, middle)).length;
    if (
      covered > 0 &&
      covered >= middles.length * COVERED_PART &&
      budget.take(items.length - at) &&
      !drawnAgain(item, items, at)
    )
      hidden.push(item.box);
  }
  return boxAround(hidden);
}

/** Some programs draw a form twice: what is drawn again in the same place is not hidden. */
function drawnAgain(word: PaintedText, items: readonly PaintedItem[], after: number): boolean {
  for (let k = after + 1; k < items.length; k++) {
    const item = items[k] as PaintedItem;
    if (
      item.type === 'text' &&
      item.text === word.text &&
      Math.abs(item.box.x - word.box.x) < 0.004 &&
      Math.abs(item.box.y - word.box.y) < 0.004
    )
      return true;
  }
  return false;
}

/** Whether the last text within the box was drawn after a rectangle there. */
function writtenOn(box: Box, items: readonly PaintedItem[]): boolean {
  const lastFill = items.findLastIndex(
    (item) => item.type === 'fill' && item.opaque && areaOf(item.box) <= WHOLE_PAGE && touches(item.box, box),
  );
  return items.some(
    (item, at) =>
      at > lastFill && item.type === 'text' && item.middles.some((middle) => contains(box, middle)),
  );
}

const touches = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
