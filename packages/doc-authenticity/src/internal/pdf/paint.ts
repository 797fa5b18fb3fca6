import type { Box, Point } from '@dossierkit/core';
import type { PdfFont } from './font.js';

interface Painted {
  readonly box: Box;
  /** Which of the page's content streams draws it. */
  readonly stream: number;
}

/** A word, or as much of one as is drawn at once. */
export interface PaintedText extends Painted {
  readonly type: 'text';
  readonly font: PdfFont;
  /** The middles of its characters. */
  readonly middles: readonly Point[];
  /** Its characters as the font numbers them. */
  readonly codes: readonly number[];
  /** What it says, as far as the font tells. */
  readonly text: string;
  /** Drawn in mode 3 or 7, or wholly transparent: there for searching and copying only. */
  readonly invisible: boolean;
}

/** A rectangle of one colour. */
export interface PaintedFill extends Painted {
  readonly type: 'fill';
  /** Whether nothing shows through. */
  readonly opaque: boolean;
}

export interface PaintedPicture extends Painted {
  readonly type: 'picture';
  readonly opaque: boolean;
}

/** One thing that a page draws, in the order of drawing: what comes later covers what came before. */
export type PaintedItem = PaintedText | PaintedFill | PaintedPicture;
