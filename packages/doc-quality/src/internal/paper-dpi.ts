import type { PageImage } from '../page-image.js';

/** Papers that are told by their shape: the longer side in millimetres, and how often the shorter one fits into it. */
const CARD = { longMm: 85.6, shape: 1.586 };
const PASSPORT = { longMm: 125, shape: 1.42 };
const A4 = { longMm: 297, shape: Math.SQRT2 };
const US_LETTER = { longMm: 279.4, shape: 1.294 };
const SHAPE_TOLERANCE = 0.03;
/** A passport has the shape of A4, but its letters are larger beside it: their height as part of the longer side. */
const PASSPORT_LETTERS = 0.011;
/** Cameras state resolutions that mean nothing. What papers really measure, in millimetres. */
const PAPER_MM = { shortest: 40, longest: 480 };

/**
 * How many pixels of the original there are to an inch of paper: as the file says, where that makes a sensible paper; else
 * from the shape of the page, where it is that of a common paper.
 *
 * @see ISO/IEC 7810 (ID-1 85.60 × 53.98 mm, ID-3 125 × 88 mm), ISO 216 (A4 210 × 297 mm)
 */
export function paperDpi(
  page: PageImage,
  {
    longPx,
    shortPx,
    textHeightPx,
    outlined,
  }: { longPx: number; shortPx: number; textHeightPx: number; outlined: boolean },
): number | undefined {
  const { dpi } = page;
  if (
    dpi &&
    !outlined &&
    (shortPx / dpi) * 25.4 >= PAPER_MM.shortest &&
    (longPx / dpi) * 25.4 <= PAPER_MM.longest
  )
    return dpi;
  const like = ({ shape }: typeof A4): boolean => Math.abs(longPx / shortPx / shape - 1) < SHAPE_TOLERANCE;
  const upright = textHeightPx / longPx > PASSPORT_LETTERS ? PASSPORT : A4;
  const paper = [CARD, US_LETTER, upright].find(like);
  return paper && (longPx * 25.4) / paper.longMm;
}
