import type { CodedError } from './errors.js';
import type { Box } from './geometry.js';
import type { Result } from './result.js';

/**
 * Where a page's pixels come from, because a measure that makes sense for a photo may be nonsense elsewhere. `picture`: a
 * picture file (photo, scan, screenshot). `pdf-picture`: a PDF page that is one picture. `pdf-vector`: born digital.
 */
export type PageOrigin = 'picture' | 'pdf-picture' | 'pdf-vector';

/** One word as it was read. */
export interface TextWord {
  readonly text: string;
  readonly box: Box;
  /** 0 to 1; 1 for text that the file itself carries. */
  readonly confidence: number;
}

/** Words that stand on one line, in reading order. */
export interface TextLine {
  /** The words with one space between them. */
  readonly text: string;
  readonly box: Box;
  readonly words: readonly TextWord[];
}

/** Lines that belong together: a paragraph, an address, a column of a table. */
export interface TextBlock {
  readonly box: Box;
  readonly lines: readonly TextLine[];
}

/** The text of one page with its places. */
export interface PageText {
  /** The page, counted from 0. */
  readonly page: number;
  /** `file`: the file's own text layer. `ocr`: read from the pixels. */
  readonly source: 'file' | 'ocr';
  /** The part of the page that was read; absent where it was the whole page. */
  readonly region?: Box;
  readonly blocks: readonly TextBlock[];
}

/** Options for reading the text of a page. */
export interface ReadTextOptions {
  /** Read only this part of the page. Default: the whole page. */
  readonly region?: Box;
  /** ISO 639-3 codes, the likeliest first (`['fra', 'eng']`). Default: the reader's. */
  readonly languages?: readonly string[];
  readonly signal?: AbortSignal;
}

/** A page whose text is read on demand: the port through which domain packages reach a reader. */
export interface TextPage {
  /** The page, counted from 0. */
  readonly index: number;
  /** Whether the file carries real text for this page, so that reading it costs next to nothing. */
  readonly hasTextLayer: boolean;
  readText(options?: ReadTextOptions): Promise<Result<PageText, CodedError>>;
  /**
   * Takes a box of this page's text to the page as the file shows it. Only where the two differ: the page was turned,
   * straightened or cut out of its picture before it was read. What a check reports lies on the page as the file shows it.
   */
  readonly toFilePage?: (box: Box) => Box;
}

/** All lines of a page in reading order. */
export function linesOf(text: PageText): TextLine[] {
  return text.blocks.flatMap((block) => block.lines);
}

/** All words of a page in reading order. */
export function wordsOf(text: PageText): TextWord[] {
  return linesOf(text).flatMap((line) => line.words);
}

/** The text of a page as plain text: one line each, an empty line between blocks. */
export function plainTextOf(text: PageText): string {
  return text.blocks.map((block) => block.lines.map((line) => line.text).join('\n')).join('\n\n');
}
