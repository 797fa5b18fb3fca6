import { type GreyRaster, histogram, percentile } from '@dossierkit/doc-raster';
import { type Glyph, glyphsOf } from './glyphs.js';
import { inkComponents } from './ink-components.js';
import { type TextLayout, textLayout } from './text-lines.js';

/** What is printed on a page, and how dark it is against its paper. */
export interface Print {
  readonly layout: TextLayout;
  /** (paper − ink) / paper of the typical glyph; NaN without glyphs. */
  readonly contrast: number;
  /** Brightness of the paper around glyphs, and of the ink, 0 to 1. */
  readonly paper: number;
  readonly ink: number;
}

const RADIUS_PX = 12;
const INK_RATIO = 0.88;

/** Finds the print of a page. */
export function measurePrint(grey: GreyRaster): Print {
  const side = Math.max(grey.widthPx, grey.heightPx);
  const all = glyphsOf(inkComponents(grey, { radiusPx: RADIUS_PX, ratio: INK_RATIO }), side);
  const tones = all.map((glyph) => toneOf(grey, glyph));
  const depths = tones.map(({ paper, ink }) => paper - ink).sort((a, b) => a - b);
  // Patterns of a background are faint beside the print on it.
  const faint = (depths[Math.floor(depths.length * 0.9)] ?? 0) * 0.2;
  const strong = all.map((_, k) => k).filter((k) => depthAt(tones, k) >= faint);
  const layout = textLayout(strong.map((k) => all[k] as Glyph));
  const papers = strong.map((k) => tones[k]?.paper ?? 0);
  const inks = strong.map((k) => tones[k]?.ink ?? 0);
  const paper = strong.length > 0 ? middle(papers) : percentile(histogram(grey), 0.8);
  return {
    layout,
    contrast:
      strong.length > 0
        ? middle(papers.map((value, k) => (value - (inks[k] as number)) / Math.max(1, value)))
        : Number.NaN,
    paper: paper / 255,
    ink: strong.length > 0 ? middle(inks) / 255 : Number.NaN,
  };
}

interface Tone {
  readonly paper: number;
  readonly ink: number;
}

const depthAt = (tones: readonly Tone[], k: number): number => (tones[k]?.paper ?? 0) - (tones[k]?.ink ?? 0);

/** The brightest and the darkest pixel in and right around a glyph. */
function toneOf({ widthPx, heightPx, data }: GreyRaster, glyph: Glyph): Tone {
  let paper = 0;
  let ink = 255;
  const right = Math.min(widthPx, glyph.right + 1);
  const bottom = Math.min(heightPx, glyph.bottom + 1);
  for (let y = Math.max(0, glyph.top - 1); y < bottom; y++) {
    for (let x = Math.max(0, glyph.left - 1); x < right; x++) {
      const value = data[y * widthPx + x] as number;
      if (value > paper) paper = value;
      if (value < ink) ink = value;
    }
  }
  return { paper, ink };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}
