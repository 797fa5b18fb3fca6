import {
  type Box,
  boxAround,
  type PageText,
  type TextLine,
  type TextPage,
  type TextWord,
} from '@dossierkit/core';

/** A line of a page made by hand: its text, with runs of two or more spaces as gaps between columns. */
export interface SketchedLine {
  readonly text: string;
  /** Where it begins, as fractions of the page. Default: `x` 0.08, `y` one line below the line before. */
  readonly x?: number;
  readonly y?: number;
  /** The height of its letters. Default 0.012, about 10 points on A4. */
  readonly height?: number;
}

/** Options of {@link sketchPage}. */
export interface SketchOptions {
  /** Default 0. */
  readonly page?: number;
  /** Default `file`. */
  readonly source?: 'file' | 'ocr';
  /** The reader's confidence in every word. Default 1. */
  readonly confidence?: number;
}

/** The text of a page made by hand, laid out roughly as a page is: for tests that need no file. */
export function sketchPage(lines: readonly (string | SketchedLine)[], options: SketchOptions = {}): PageText {
  const { page = 0, source = 'file', confidence = 1 } = options;
  let y = 0.04;
  const made = lines.map((given) => {
    const line = typeof given === 'string' ? { text: given } : given;
    const height = line.height ?? 0.012;
    y = line.y ?? y + height * 1.6;
    return lineAt(line.text, line.x ?? 0.08, y, height, confidence);
  });
  const filled = made.filter((line) => line.words.length > 0);
  const box = boxAround(filled.map((line) => line.box)) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { page, source, blocks: filled.length > 0 ? [{ box, lines: filled }] : [] };
}

/** A page that gives one text, and the part of it that a region asks for. */
export function sketchedPage(text: PageText): TextPage & { readonly reads: readonly (Box | undefined)[] } {
  const reads: (Box | undefined)[] = [];
  return {
    index: text.page,
    hasTextLayer: text.source === 'file',
    reads,
    readText: async ({ region, signal } = {}) => {
      signal?.throwIfAborted();
      reads.push(region);
      if (!region) return { ok: true, value: text };
      const isIn = ({ y, height }: Box): boolean =>
        y + height / 2 >= region.y && y + height / 2 < region.y + region.height;
      const blocks = text.blocks.map((block) => ({
        ...block,
        lines: block.lines.filter((line) => isIn(line.box)),
      }));
      return { ok: true, value: { ...text, region, blocks } };
    },
  };
}

function lineAt(text: string, left: number, y: number, height: number, confidence: number): TextLine {
  const words: TextWord[] = [];
  // A letter is about half as wide as it is high, on a page 1.4 times as high as wide.
  const letter = height * 0.65;
  let x = left;
  for (const piece of text.split(/(\s+)/)) {
    if (piece.trim() === '') {
      x += letter * (piece.length > 1 ? 5 + piece.length : 0.6);
      continue;
    }
    const width = letter * piece.length;
    words.push({
      text: piece,
      box: {
        x: Math.min(x, 0.999),
        y: Math.min(y, 0.99),
        width: Math.min(width, Math.max(0.001, 1 - x)),
        height,
      },
      confidence,
    });
    x += width;
  }
  const box = boxAround(words.map((word) => word.box)) ?? { x: left, y, width: 0, height };
  return { text: words.map((word) => word.text).join(' '), box, words };
}
