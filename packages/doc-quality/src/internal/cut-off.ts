import type { Side } from '../findings.js';
import type { TextLayout } from './text-lines.js';

/** Glyphs at a border that say that text runs over it: lines are cut at their ends, or a line along its length. */
const CUT_LINES = 2;
const CUT_GLYPHS = 3;

/** Longer by shorter side of pages, cards, and pictures as cameras and screens make them. */
const USUAL_SHAPES = [1, 1.294, 1.333, Math.SQRT2, 1.5, 1.586, 1.647, 1.778, 2, 2.166];

/**
 * The sides at which text is cut off: letters that touch the border of the picture; or print that comes suspiciously near
 * to one border of a page that has lost its usual shape. A cut through empty paper leaves no trace.
 */
export function cutSides(layout: TextLayout, widthPx: number, heightPx: number): Side[] {
  if (layout.lines.length === 0) return [];
  const glyphs = layout.lines.flatMap((line) => line.glyphs);
  const sideways = layout.degrees > 45;
  const touching: Record<Side, number> = { top: 0, right: 0, bottom: 0, left: 0 };
  for (const glyph of glyphs) {
    if (glyph.left <= 0) touching.left++;
    if (glyph.top <= 0) touching.top++;
    if (glyph.right >= widthPx) touching.right++;
    if (glyph.bottom >= heightPx) touching.bottom++;
  }
  const ends: readonly Side[] = sideways ? ['top', 'bottom'] : ['left', 'right'];
  const cut = SIDES.filter((side) => touching[side] >= (ends.includes(side) ? CUT_LINES : CUT_GLYPHS));
  return cut.length > 0 ? cut : tightSide(glyphs, widthPx, heightPx);
}

const SIDES: readonly Side[] = ['top', 'right', 'bottom', 'left'];

function tightSide(glyphs: TextLayout['lines'][number]['glyphs'], widthPx: number, heightPx: number): Side[] {
  const shape = Math.max(widthPx, heightPx) / Math.min(widthPx, heightPx);
  if (USUAL_SHAPES.some((usual) => Math.abs(shape / usual - 1) < 0.025)) return [];
  const margins: Record<Side, number> = { top: 1, right: 1, bottom: 1, left: 1 };
  for (const { left, top, right, bottom } of glyphs) {
    margins.left = Math.min(margins.left, left / widthPx);
    margins.top = Math.min(margins.top, top / heightPx);
    margins.right = Math.min(margins.right, 1 - right / widthPx);
    margins.bottom = Math.min(margins.bottom, 1 - bottom / heightPx);
  }
  const [tightest, next] = [...SIDES].sort((a, b) => margins[a] - margins[b]) as [Side, Side];
  return margins[tightest] < 0.02 && margins[tightest] < margins[next] * 0.4 ? [tightest] : [];
}
