import { type Box, boxAround, linesOf, type PageText, type TextLine, type TextWord } from '@dossierkit/core';
import { foldText } from './fold.js';
import { joinLines } from './join-lines.js';

/** A run of letters and digits of a word, in the form in which words are compared. */
export interface Token {
  readonly key: string;
  /** The word it stands in, as {@link Reading.words} counts. */
  readonly word: number;
}

/** A word as it was read, with its line. */
export interface Word {
  readonly text: string;
  readonly folded: string;
  readonly page: number;
  /** As {@link Reading.lines} counts. */
  readonly line: number;
  readonly box: Box;
  readonly confidence: number;
}

/** A line of the text, as a range of words. */
export interface Line {
  readonly page: number;
  readonly box: Box;
  /** The first word, as {@link Reading.words} counts. */
  readonly first: number;
  /** One past the last word. */
  readonly end: number;
}

/** The text of some pages in the form that the matcher and the scanners work on. */
export interface Reading {
  readonly words: readonly Word[];
  readonly lines: readonly Line[];
  readonly tokens: readonly Token[];
  /** Whether words were left out because there were more than the limit. */
  readonly truncated: boolean;
}

/** Longer "words" are noise; they are cut so that no scanner meets a word of a million characters. */
const MAX_WORD_LENGTH = 120;

/** Brings the text of pages into one reading, at most `maxWords` words long. */
export function readingOf(pages: readonly PageText[], maxWords: number): Reading {
  const words: Word[] = [];
  const lines: Line[] = [];
  const tokens: Token[] = [];
  for (const page of pages) {
    const whole = withoutWatermarks(linesOf(page));
    for (const line of page.source === 'file' ? joinLines(whole) : whole) {
      const first = words.length;
      for (const { text, box, confidence } of line.words) {
        if (words.length >= maxWords) return { words, lines, tokens, truncated: true };
        const cut = text.slice(0, MAX_WORD_LENGTH);
        const folded = foldText(cut);
        pushTokens(tokens, folded, words.length);
        words.push({
          text: cut,
          folded,
          page: page.page,
          line: lines.length,
          box: clampBox(box),
          confidence,
        });
      }
      if (words.length > first) {
        lines.push({ page: page.page, box: clampBox(line.box), first, end: words.length });
      }
    }
  }
  return { words, lines, tokens, truncated: false };
}

/** Words this much higher than most are stamps and watermarks across the page: they belong to no line of text. */
const WATERMARK = 4;

function withoutWatermarks(lines: readonly TextLine[]): readonly TextLine[] {
  const heights = lines.flatMap((line) => line.words.map((word) => word.box.height)).sort((a, b) => a - b);
  const limit = Math.max(0.05, WATERMARK * (heights[heights.length >> 1] ?? 0));
  if ((heights.at(-1) ?? 0) <= limit) return lines;
  const isTall = (word: TextWord): boolean => word.box.height > limit;
  const plain = lines.map((line) =>
    withWords(
      line,
      line.words.filter((word) => !isTall(word)),
    ),
  );
  const stamps = lines.flatMap((line) => line.words.filter(isTall).map((word) => withWords(line, [word])));
  return [...plain, ...stamps];
}

const withWords = (line: TextLine, words: readonly TextWord[]): TextLine =>
  words.length === line.words.length
    ? line
    : { ...line, words, box: boxAround(words.map((word) => word.box)) ?? line.box };

function pushTokens(tokens: Token[], folded: string, word: number): void {
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    const code = at < folded.length ? folded.charCodeAt(at) : 0;
    const plain = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (plain && start < 0) start = at;
    if (!plain && start >= 0) {
      tokens.push({ key: folded.slice(start, at), word });
      start = -1;
    }
  }
}

/** Boxes of a reader may stick out by a rounding error; those of findings and fields may not. */
function clampBox({ x, y, width, height }: Box): Box {
  const left = clamp(x);
  const top = clamp(y);
  return { x: left, y: top, width: clamp(x + width) - left, height: clamp(y + height) - top };
}

const clamp = (value: number): number => (value > 0 ? Math.min(1, value) : 0);
