import type { PdfFont } from '../../internal/pdf/font.js';
import type { PaintedText } from '../../internal/pdf/paint.js';
import type { PdfTraceFinding } from '../findings.js';
import { areaOf, groupBoxes, inMargin } from './boxes.js';
import type { ExaminedPage, PdfTraceRule } from './examination.js';

/** More than this is no correction but a part of the page. */
const MOST_CHARACTERS = 120;
const MOST_PART = 0.12;
/** Larger words are watermarks. */
const WATERMARK = 0.03;
const MOST_PLACES = 8;
/** Fonts for ticks and arrows, which every reader has and programs mix in. */
const SIGNS = /symbol|dingbats|webdings|wingdings|barcode|code\s?128|3of9/i;

/**
 * A few words that were drawn after everything else, in fonts that nothing before them uses, and not below what was drawn before
 * them: where a program adds text to a finished page, it has to bring a font, and puts it at the end.
 */
export const addedText: PdfTraceRule = ({ pages, policy }) =>
  pages.flatMap(({ index, items }) => {
    const texts = visibleTexts(items);
    const start = tailsWithOwnFonts(texts).find((at) => isForeign(texts.slice(0, at), texts.slice(at)));
    if (start === undefined) return [];
    const [before, tail] = [texts.slice(0, start), texts.slice(start)];
    const lowest = Math.max(...before.map(({ box }) => box.y));
    const places = tail
      .filter(({ box }) => !inMargin(box, policy.marginRatio) && areaOf(box) < WATERMARK && box.y < lowest)
      .map(({ box }) => box);
    return findingsAt('doc-authenticity/pdf-added-text', index, places);
  });

function visibleTexts(items: ExaminedPage['items']): PaintedText[] {
  return items.filter(
    (item): item is PaintedText => item.type === 'text' && !item.invisible && !SIGNS.test(item.font.name),
  );
}

/** Where ends of the page begin that are short enough and have all their fonts to themselves, the longest first. */
function tailsWithOwnFonts(texts: readonly PaintedText[]): number[] {
  const firstUse = new Map<PdfFont, number>();
  for (const [at, { font }] of texts.entries()) if (!firstUse.has(font)) firstUse.set(font, at);
  const total = texts.reduce((sum, { middles }) => sum + middles.length, 0);
  let [earliest, characters] = [texts.length, 0];
  const starts: number[] = [];
  for (let at = texts.length - 1; at > 0; at--) {
    const { font, middles } = texts[at] as PaintedText;
    earliest = Math.min(earliest, firstUse.get(font) ?? at);
    characters += middles.length;
    if (characters > MOST_CHARACTERS || characters > total * MOST_PART) break;
    if (earliest >= at) starts.unshift(at);
  }
  return starts;
}

/** The end comes from a stream of its own, or its fonts are not in the file while those before it are. */
function isForeign(before: readonly PaintedText[], tail: readonly PaintedText[]): boolean {
  const streams = new Set(before.map(({ stream }) => stream));
  if (tail.every(({ stream }) => !streams.has(stream))) return true;
  return tail.some(({ font }) => !font.embedded) && before.every(({ font }) => font.embedded);
}

/**
 * Single words in a font that the file does not contain, beside words in fonts that it does: whoever changes a word seldom has
 * the document's own font.
 */
export const otherFont: PdfTraceRule = ({ pages, policy }) =>
  pages.flatMap(({ index, items }) => {
    const texts = visibleTexts(items);
    const own = texts.filter(({ font }) => font.embedded);
    const foreign = texts.filter(({ font, box }) => !font.embedded && !inMargin(box, policy.marginRatio));
    const count = (words: readonly PaintedText[]): number =>
      words.reduce((sum, { middles }) => sum + middles.length, 0);
    if (count(foreign) > MOST_CHARACTERS || count(foreign) > count(own) * MOST_PART) return [];
    const places = foreign.filter((word) => own.some((other) => besides(word, other))).map(({ box }) => box);
    return findingsAt('doc-authenticity/pdf-other-font', index, places);
  });

/** On one line, near each other, and of about the same size. */
function besides({ box: a }: PaintedText, { box: b }: PaintedText): boolean {
  const sameLine = Math.abs(a.y + a.height / 2 - b.y - b.height / 2) < Math.min(a.height, b.height) / 2;
  const gap = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
  const ratio = a.height / b.height;
  return sameLine && gap < 0.2 && ratio > 0.6 && ratio < 1.7;
}

function findingsAt(
  code: 'doc-authenticity/pdf-added-text' | 'doc-authenticity/pdf-other-font',
  page: number,
  boxes: readonly PaintedText['box'][],
): PdfTraceFinding[] {
  return groupBoxes(boxes)
    .slice(0, MOST_PLACES)
    .map((box) => ({ code, outcome: 'failed', severity: 'warning', params: {}, where: { page, box } }));
}
