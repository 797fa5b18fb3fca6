import { type GreyRaster, histogram, percentile } from '@dossierkit/doc-raster';
import { type Glyph, glyphsOf } from './glyphs.js';
import { inkComponents } from './ink-components.js';
import { type TextLayout, textLayout } from './text-lines.js';

/** What is printed on a page, and how dark it is against its paper. */
export interface Print {
  readonly toned: readonly Toned[];
  /** What is clearly darker than its paper. */
  readonly marks: readonly Glyph[];
  readonly layout: TextLayout;
  /** (paper − ink) / paper of the typical glyph; NaN without glyphs. */
  readonly contrast: number;
  /** Brightness of the darkest paper around glyphs as part of the brightest; 1 without glyphs. */
  readonly evenness: number;
  /** Around the glyphs on the darkest paper. */
  readonly shade: Area | undefined;
  /** Brightness of the paper around glyphs, and of the ink (of the palest quarter where the paper is burnt out), 0 to 1. */
  readonly paper: number;
  readonly ink: number;
}

const RADIUS_PX = 12;
/** Ink is darker than this part of the mean around it, in 1/256. */
const INK_RATIO_256 = 225;

/** A rectangle in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Patterns of a background are faint beside the print on it: less than this part of the darkest tenth is no print. */
const FAINT = 0.2;
/** A mark is at least this part as dark as the darkest tenth, and this many grey values. */
const MARK = 0.4;
const MIN_MARK_DEPTH = 26;

/** Finds what is printed anywhere in a picture. */
export function findPrint(grey: GreyRaster): Print {
  const side = Math.max(grey.widthPx, grey.heightPx);
  const glyphs = glyphsOf(inkComponents(grey, { radiusPx: RADIUS_PX, ratio256: INK_RATIO_256 }), side);
  return printOf(
    grey,
    glyphs.map((glyph) => ({ glyph, ...toneOf(grey, glyph) })),
  );
}

/** The print within a part of the picture. */
export function printWithin(grey: GreyRaster, print: Print, contains: (glyph: Glyph) => boolean): Print {
  return printOf(
    grey,
    print.toned.filter(({ glyph }) => contains(glyph)),
  );
}

function printOf(grey: GreyRaster, toned: readonly Toned[]): Print {
  const depths = toned.map(({ paper, ink }) => paper - ink).sort((a, b) => a - b);
  const deep = depths[Math.floor(depths.length * 0.9)] ?? 0;
  const strong = toned.filter(({ paper, ink }) => paper - ink >= deep * FAINT);
  const papers = strong.map(({ paper }) => paper).sort((a, b) => a - b);
  const dark = papers[Math.floor(papers.length * 0.04)] ?? 1;
  const bright = papers[Math.floor(papers.length * 0.96)] ?? 1;
  const evenness = dark / Math.max(1, bright);
  return {
    toned,
    marks: toned
      .filter(({ paper, ink }) => paper - ink >= Math.max(MIN_MARK_DEPTH, deep * MARK))
      .map(({ glyph }) => glyph),
    layout: textLayout(strong.map(({ glyph }) => glyph)),
    evenness,
    shade: areaAround(
      strong.filter(({ paper }) => paper < bright * Math.max(0.5, evenness)).map(({ glyph }) => glyph),
    ),
    contrast:
      strong.length > 0
        ? middle(strong.map(({ paper, ink }) => (paper - ink) / Math.max(1, paper)))
        : Number.NaN,
    paper: (strong.length > 0 ? middle(papers) : percentile(histogram(grey), 0.8)) / 255,
    ink: inkOf(strong),
  };
}

/** Paper from this brightness on is burnt out, and takes thin strokes with it. */
const BURNT_PAPER = 250;
/** So much of the print must stand on burnt paper for its palest part to say something. */
const ON_BURNT = { share: 0.6, count: 40 };

/** The ink of the typical glyph; on burnt-out paper that of the palest quarter, which goes first. */
function inkOf(strong: readonly Tone[]): number {
  const onBurnt = strong.filter(({ paper }) => paper >= BURNT_PAPER);
  const burnt = onBurnt.length >= Math.max(ON_BURNT.count, ON_BURNT.share * strong.length);
  const inks = (burnt ? onBurnt : strong).map(({ ink }) => ink).sort((a, b) => a - b);
  const rank = Math.floor(inks.length * (burnt ? 0.75 : 0.5));
  return inks.length > 0 ? (inks[rank] as number) / 255 : Number.NaN;
}

function areaAround(glyphs: readonly Glyph[]): Area | undefined {
  if (glyphs.length === 0) return undefined;
  const area = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 };
  for (const { left, top, right, bottom } of glyphs) {
    area.left = Math.min(area.left, left);
    area.top = Math.min(area.top, top);
    area.right = Math.max(area.right, right);
    area.bottom = Math.max(area.bottom, bottom);
  }
  return area;
}

/** A glyph with the tones of its ink and of the paper around it. */
export interface Toned extends Tone {
  readonly glyph: Glyph;
}

interface Tone {
  readonly paper: number;
  readonly ink: number;
}

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
