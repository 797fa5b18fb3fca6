import type { InkComponents } from './ink-components.js';

/** A piece of ink that may be a letter, a digit, or a few that touch. */
export interface Glyph {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: number;
  readonly y: number;
  /** The shorter and the longer side. */
  readonly thin: number;
  readonly long: number;
}

/** More than this is noise or a pattern: the largest say enough. */
const MAX_GLYPHS = 4000;

/** Keeps what has the size and shape of print: not specks, not rules, not pictures, not frames. */
export function glyphsOf(ink: InkComponents, pictureSidePx: number): Glyph[] {
  const glyphs: Glyph[] = [];
  const tallest = Math.max(12, pictureSidePx * 0.12);
  for (let k = 0; k < ink.count; k++) {
    const left = ink.left[k] as number;
    const top = ink.top[k] as number;
    const right = ink.right[k] as number;
    const bottom = ink.bottom[k] as number;
    const width = right - left;
    const height = bottom - top;
    const thin = Math.min(width, height);
    const long = Math.max(width, height);
    const fill = (ink.area[k] as number) / (width * height);
    if (long < 3 || thin > tallest || long > thin * 14 || fill < 0.15) continue;
    // Rules and frames: long, thin and solid.
    if (long > thin * 6 && fill > 0.8) continue;
    glyphs.push({ left, top, right, bottom, x: (left + right) / 2, y: (top + bottom) / 2, thin, long });
  }
  if (glyphs.length <= MAX_GLYPHS) return glyphs;
  return glyphs.sort((a, b) => b.thin - a.thin).slice(0, MAX_GLYPHS);
}
