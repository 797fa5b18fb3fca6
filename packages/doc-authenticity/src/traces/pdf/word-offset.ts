import type { PaintedText } from '../../internal/pdf/paint.js';
import type { PdfTraceFinding } from '../findings.js';
import { groupBoxes, inMargin } from './boxes.js';
import type { ExaminedPage, PdfTraceRule } from './examination.js';

/** Words of one line differ by less than this part of their height; one that was put there by hand differs by more. */
const [SAME, MOST] = [0.012, 0.3];
/** Words with the same height, in parts of it. */
const SAME_SIZE = 0.01;
/** A word is held against those that are no further away than this part of the page's width. */
const NEAR = 0.2;
const LEAST_MATES = 2;
/** So many words may have been put there together. */
const MOST_TOGETHER = 3;
/** Where more places than this stand off their lines, that is how the file was made. */
const MOST_PLACES = 2;

/**
 * Single words that stand a little higher or lower than the words of their line, in a size that is exactly theirs. A mere note: one
 * genuine paper in ten has such words.
 */
export const wordOffset: PdfTraceRule = ({ pages, policy }) => {
  const places = pages.flatMap((page) =>
    groupBoxes(straysOn(page).map(({ box }) => box))
      .filter((box) => !inMargin(box, policy.marginRatio))
      .map((box) => ({ page: page.index, box })),
  );
  if (places.length > MOST_PLACES) return [];
  return places.map(
    (where): PdfTraceFinding => ({
      code: 'doc-authenticity/pdf-word-offset',
      outcome: 'failed',
      severity: 'info',
      params: {},
      where,
    }),
  );
};

function straysOn({ items }: ExaminedPage): PaintedText[] {
  const words = items
    .filter((item): item is PaintedText => item.type === 'text' && !item.invisible && isLevel(item))
    .sort((a, b) => bottomOf(a) - bottomOf(b));
  return words.filter((word, at) => {
    const own: PaintedText[] = [];
    const mates: PaintedText[] = [];
    for (const other of sameLine(words, at)) (offset(word, other) < SAME ? own : mates).push(other);
    const [first] = mates;
    return (
      first !== undefined &&
      mates.length >= Math.max(LEAST_MATES, own.length + 1) &&
      own.length < MOST_TOGETHER &&
      mates.every((mate) => offset(mate, first) < SAME)
    );
  });
}

/** The words around one on its line, give or take a little, in its size. */
function* sameLine(words: readonly PaintedText[], at: number): Generator<PaintedText> {
  const word = words[at] as PaintedText;
  for (const step of [-1, 1])
    for (let k = at + step; k >= 0 && k < words.length; k += step) {
      const other = words[k] as PaintedText;
      if (offset(word, other) > MOST) break;
      if (isNear(word, other)) yield other;
    }
}

const bottomOf = ({ box }: PaintedText): number => box.y + box.height;
const offset = (a: PaintedText, b: PaintedText): number => Math.abs(bottomOf(a) - bottomOf(b)) / a.box.height;
/** Broader than high, as words on a level line are. */
const isLevel = ({ box, text }: PaintedText): boolean => text.length > 1 && box.width * 2 > box.height;

function isNear({ box: a }: PaintedText, { box: b }: PaintedText): boolean {
  const gap = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  return gap > -0.002 && gap < NEAR && Math.abs(a.height / b.height - 1) < SAME_SIZE;
}
