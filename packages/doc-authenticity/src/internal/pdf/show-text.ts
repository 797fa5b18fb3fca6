import { type Box, boxAround, type Point } from '@dossierkit/core';
import type { PdfFont } from './font.js';
import type { GraphicsState, TextPosition } from './graphics-state.js';
import { type Matrix, multiply } from './matrix.js';
import { isString, type PdfObject } from './objects.js';
import { clampBox } from './pages.js';
import type { PaintedText } from './paint.js';

/** Where a font's letters usually reach, above and below the line, as parts of its size. */
const ASCENT = 0.75;
const DESCENT = -0.2;
/** A gap of that many thousandths of the size is a space, though none is written. */
const GAP = -220;

interface Glyph {
  readonly code: number;
  readonly box: Box;
  readonly middle: Point;
  readonly text: string;
}

/** Draws the strings of one operator, moves the position on, and hands over what was drawn word by word. */
export function showText(
  pieces: readonly PdfObject[],
  state: GraphicsState,
  position: TextPosition,
  paint: (item: Omit<PaintedText, 'stream'>) => void,
): void {
  const { font } = state;
  if (!font) return;
  let word: Glyph[] = [];
  const flush = (): void => {
    const item = wordOf(word, font, state);
    if (item) paint(item);
    word = [];
  };
  for (const piece of pieces) {
    if (typeof piece === 'number') {
      if (piece < GAP) flush();
      advance(position, (-piece / 1000) * state.size * state.stretch);
    } else if (isString(piece)) {
      for (const code of codesOf(piece.bytes, font)) {
        const text = font.textOf(code) ?? '\ufffd';
        const isSpace = text.trim() === '';
        if (isSpace) flush();
        else {
          const glyph = glyphOf(code, text, font, state, position);
          if (glyph) word.push(glyph);
        }
        const spacing = state.characterSpace + (isSpace && !font.wide ? state.wordSpace : 0);
        advance(position, ((font.widthOf(code) / 1000) * state.size + spacing) * state.stretch);
      }
    }
  }
  flush();
}

function* codesOf(bytes: Uint8Array, { wide }: PdfFont): Generator<number> {
  if (!wide) yield* bytes;
  else
    for (let at = 0; at + 1 < bytes.length; at += 2)
      yield (bytes[at] as number) * 256 + (bytes[at + 1] as number);
}

function advance(position: TextPosition, by: number): void {
  position.matrix = multiply([1, 0, 0, 1, by, 0], position.matrix);
}

function glyphOf(
  code: number,
  text: string,
  font: PdfFont,
  state: GraphicsState,
  { matrix }: TextPosition,
): Glyph | undefined {
  const { size, stretch, rise } = state;
  const place: Matrix = multiply(matrix, state.ctm);
  const width = (font.widthOf(code) / 1000) * size * stretch;
  const box = clampBox(place, 0, DESCENT * size + rise, Math.max(width, size * 0.05), ASCENT * size + rise);
  const [left, top, right, bottom] = state.clip;
  if (!box || !text.trim()) return undefined;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  if (middle.x < left || middle.x > right || middle.y < top || middle.y > bottom) return undefined;
  return { code, box, middle, text };
}

function wordOf(
  glyphs: readonly Glyph[],
  font: PdfFont,
  state: GraphicsState,
): Omit<PaintedText, 'stream'> | undefined {
  const box = boxAround(glyphs.map((glyph) => glyph.box));
  if (!box) return undefined;
  return {
    type: 'text',
    box,
    font,
    middles: glyphs.map(({ middle }) => middle),
    codes: glyphs.map(({ code }) => code),
    text: glyphs.map(({ text }) => text).join(''),
    invisible: state.mode === 3 || state.mode === 7 || state.alpha < 0.02,
  };
}
