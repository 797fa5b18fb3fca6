import type { Side } from '../findings.js';
import type { Glyph } from './glyphs.js';
import type { TextLayout, TextLine } from './text-lines.js';

/** Lines cut at their ends that say that text runs over a side. */
const CUT_LINES = 2;
/** Letters of lines, or pieces of print of any kind, cut along a line. */
const CUT_GLYPHS = 3;
const CUT_PIECES = 5;
/** How far from the border a cut line may begin, in letter heights: the cut letter itself may be too small a piece. */
const NEAR_HEIGHTS = 2.5;

/** Longer by shorter side of pages, cards, and pictures as cameras and screens make them. */
const USUAL_SHAPES = [1, 1.294, 1.333, Math.SQRT2, 1.5, 1.586, 1.647, 1.778, 2, 2.166];
/** Scanners and printers are exact; A4 that lost a seventh of its width comes within 1.1 % of US Legal. */
const SHAPE_TOLERANCE = 0.01;
/** A margin as part of the picture, and as part of the next smallest, that no page is printed with. */
const TIGHT = 0.02;
const TIGHT_BESIDE_NEXT = 0.4;

/**
 * The sides at which text is cut off: letters that touch the border of the picture; or print that comes suspiciously near
 * to one border of a page that has lost its usual shape. A cut through empty paper leaves no trace.
 */
export function cutSides(
  layout: TextLayout,
  marks: readonly Glyph[],
  widthPx: number,
  heightPx: number,
): Side[] {
  if (layout.lines.length === 0) return [];
  const glyphs = layout.lines.flatMap((line) => line.glyphs);
  const sideways = layout.degrees > 45;
  const ends: readonly Side[] = sideways ? ['top', 'bottom'] : ['left', 'right'];
  const cut = SIDES.filter((side) => {
    const touches = (glyph: Glyph): boolean => distanceTo(side, glyph, widthPx, heightPx) <= 0;
    const letters = glyphs.filter(touches).length;
    if (!ends.includes(side)) return letters >= CUT_GLYPHS || marks.filter(touches).length >= CUT_PIECES;
    const pieces = marks.filter(touches);
    const cutLines = layout.lines.filter((line) =>
      pieces.some((piece) =>
        continues(line, piece, sideways, (glyph) => distanceTo(side, glyph, widthPx, heightPx)),
      ),
    );
    return letters >= CUT_LINES || cutLines.length >= CUT_LINES;
  });
  return cut.length > 0 ? cut : tightSide(glyphs, widthPx, heightPx);
}

function distanceTo(side: Side, glyph: Glyph, widthPx: number, heightPx: number): number {
  if (side === 'left') return glyph.left;
  if (side === 'right') return widthPx - glyph.right;
  return side === 'top' ? glyph.top : heightPx - glyph.bottom;
}

/** Whether a piece of print at the border lies where a line would go on. */
function continues(
  line: TextLine,
  piece: Glyph,
  sideways: boolean,
  distance: (glyph: Glyph) => number,
): boolean {
  const last = line.glyphs.reduce((nearest, glyph) =>
    distance(glyph) < distance(nearest) ? glyph : nearest,
  );
  const across = sideways ? Math.abs(piece.x - last.x) : Math.abs(piece.y - last.y);
  return distance(last) < NEAR_HEIGHTS * line.heightPx && across < line.heightPx * 0.6;
}

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

function tightSide(glyphs: readonly Glyph[], widthPx: number, heightPx: number): Side[] {
  const shape = Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx);
  if (USUAL_SHAPES.some((usual) => Math.abs(shape / usual - 1) < SHAPE_TOLERANCE)) return [];
  const margins: Record<Side, number> = { top: 1, right: 1, bottom: 1, left: 1 };
  for (const { left, top, right, bottom } of glyphs) {
    margins.left = Math.min(margins.left, left / widthPx);
    margins.top = Math.min(margins.top, top / heightPx);
    margins.right = Math.min(margins.right, 1 - right / widthPx);
    margins.bottom = Math.min(margins.bottom, 1 - bottom / heightPx);
  }
  const [tightest, next] = [...SIDES].sort((a, b) => margins[a] - margins[b]) as [Side, Side];
  const tight = margins[tightest] < TIGHT && margins[tightest] < margins[next] * TIGHT_BESIDE_NEXT;
  return tight ? [tightest] : [];
}
