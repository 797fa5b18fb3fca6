import type { Box, Point } from '@dossierkit/core';
import type { GreyRaster } from '@dossierkit/doc-raster';
import type { Side } from './findings.js';
import { measureBlockiness } from './internal/blockiness.js';
import { measureColour } from './internal/colours.js';
import { cutSides } from './internal/cut-off.js';
import { findGlare } from './internal/glare.js';
import { contains, locatePage, type PagePlace } from './internal/locate-page.js';
import { measureNoise } from './internal/noise.js';
import { type Area, findPrint, type Print, printWithin } from './internal/print.js';
import { measureSharpness, type Sharpness } from './internal/sharpness.js';
import { contentShare, toneCells } from './internal/tone-cells.js';
import { uprightOdds } from './internal/upright.js';
import { workPicture } from './internal/work-picture.js';
import { type PageImage, recommendedMaxSidePx } from './page-image.js';

/** The bare numbers of a page. What could not be measured is absent. */
export interface QualityMeasures {
  /** σ of the blur as part of the page's width, along and across the lines of text, and in the worst part of the page. */
  readonly blur?: {
    readonly along: number;
    readonly across: number;
    readonly worst?: { readonly sigma: number; readonly box: Box };
  };
  /** (paper − ink) / paper of the typical glyph. */
  readonly contrast?: number;
  /** Brightness of the paper and of the ink, 0 to 1. */
  readonly paper: number;
  readonly ink?: number;
  /** Brightness of the darkest paper around print as part of the brightest, and the box around the dark part. */
  readonly evenness: number;
  readonly shade?: Box;
  /** The part of the page, its rim aside, that shows anything. */
  readonly content: number;
  /** Edges for each thousand pixels of the page in the reduced picture. */
  readonly edgeDensity: number;
  readonly text: {
    readonly lines: number;
    readonly glyphs: number;
    /** Typical height of a glyph in pixels of the original. */
    readonly heightPx?: number;
    /** Direction of the lines, clockwise from level: -45 to 135. */
    readonly degrees?: number;
    /** How sure the direction is, against the one at a right angle to it: 0.5 to 1. */
    readonly certainty: number;
    /** Mean log-odds that the lines are not upside down (running down the page, where they are on their side). */
    readonly upright?: number;
  };
  /** What compression blocks account for in the fine structure, 0 to 1; absent where the picture was reduced too far. */
  readonly blockiness?: number;
  /** The difference between colour channels that one pixel in fifty exceeds, 0 to 255; absent for grey pictures. */
  readonly colour?: number;
  /** A reflection over content: its part of the picture, and the box around it. */
  readonly glare?: { readonly share: number; readonly box: Box };
  /** Sides at which text runs over the border. */
  readonly cut: readonly Side[];
  readonly page: {
    /** Clockwise from the upper left of the picture, in fractions of it. */
    readonly corners: readonly [Point, Point, Point, Point];
    /** Whether an outline was seen; else the page is taken to fill the picture. */
    readonly outlined: boolean;
    /** Its part of the picture. */
    readonly share: number;
    /** The shorter of two opposite sides as part of the longer. */
    readonly perspective: number;
    /** Across the lines of text, in pixels of the original. */
    readonly widthPx: number;
  };
}

/** Options of {@link measureQuality}. */
export interface MeasureQualityOptions {
  /** The longer side of the picture that is measured on. Default: `recommendedMaxSidePx`. */
  readonly maxSidePx?: number;
}

/** Measures a page without judging it: for live pictures, tuning and curves. */
export function measureQuality(page: PageImage, options: MeasureQualityOptions = {}): QualityMeasures {
  const { grey, scale } = workPicture(page, options.maxSidePx ?? recommendedMaxSidePx);
  const everywhere = findPrint(grey);
  const place = locatePage(grey, everywhere.marks);
  const onPage = (x: number, y: number): boolean => !place.outlined || contains(place.corners, x, y);
  const print = place.outlined
    ? printWithin(grey, everywhere, ({ x, y }) => onPage(x / grey.widthPx, y / grey.heightPx))
    : everywhere;
  const { layout } = print;
  const sideways = layout.lines.length > 0 && layout.degrees > 45;
  const widthPx = pageWidth(place, sideways, grey);
  const noise = measureNoise(grey);
  const colour = measureColour(page.raster);
  const sharpness = measureSharpness(grey, noise, onPage);
  const cells = toneCells(grey);
  const blockiness = measureBlockiness(
    page.raster,
    (page.originalWidthPx ?? page.raster.widthPx) / page.raster.widthPx,
  );
  const glare =
    page.origin === 'pdf-vector' ? undefined : findGlare(grey, cells, sideways ? [] : layout.lines);
  return {
    ...blurOf(sharpness, sideways, widthPx, grey),
    ...toneOf(print, grey),
    content: rounded(contentShare(cells, place.corners, Math.max(24, 7 * noise))),
    edgeDensity: rounded(sharpness.edgeDensity),
    text: textOf(print, grey, scale),
    ...(blockiness === undefined ? {} : { blockiness: rounded(blockiness) }),
    ...(colour === undefined ? {} : { colour }),
    ...(glare ? { glare: { share: rounded(glare.share), box: boxOf(glare, grey) } } : {}),
    cut: sidesCut(place, cutSides(layout, print.marks, grey.widthPx, grey.heightPx)),
    page: {
      corners: place.corners.map(({ x, y }) => ({
        x: rounded(x),
        y: rounded(y),
      })) as unknown as QualityMeasures['page']['corners'],
      outlined: place.outlined,
      share: rounded(place.share),
      perspective: rounded(place.perspective),
      widthPx: rounded(widthPx * scale),
    },
  };
}

function sidesCut({ over }: PagePlace, byText: readonly Side[]): readonly Side[] {
  return over && !byText.includes(over) ? [...byText, over] : byText;
}

/** A page is not judged as narrower than this part of its height: a receipt is long, not small. */
const NARROW = 0.7;

/** The page's width across its lines of text, in pixels of the measured picture. */
function pageWidth({ corners }: PagePlace, sideways: boolean, { widthPx, heightPx }: GreyRaster): number {
  const side = (a: number, b: number): number => {
    const [p, q] = [corners[a] as Point, corners[b] as Point];
    return Math.hypot((p.x - q.x) * widthPx, (p.y - q.y) * heightPx);
  };
  const across = (side(0, 1) + side(2, 3)) / 2;
  const down = (side(1, 2) + side(3, 0)) / 2;
  return sideways ? Math.max(down, NARROW * across) : Math.max(across, NARROW * down);
}

function blurOf(
  { horizontalPx, verticalPx, worst, columns, rows }: Sharpness,
  sideways: boolean,
  widthPx: number,
  grey: GreyRaster,
): Pick<QualityMeasures, 'blur'> | Record<never, never> {
  const [alongPx, acrossPx] = sideways ? [verticalPx, horizontalPx] : [horizontalPx, verticalPx];
  const along = Number.isNaN(alongPx) ? acrossPx : alongPx;
  const across = Number.isNaN(acrossPx) ? alongPx : acrossPx;
  if (Number.isNaN(along)) return {};
  const tileWidth = grey.widthPx / columns;
  const tileHeight = grey.heightPx / rows;
  const area = worst && {
    left: worst.column * tileWidth,
    top: worst.row * tileHeight,
    right: (worst.column + 3) * tileWidth,
    bottom: (worst.row + 3) * tileHeight,
  };
  return {
    blur: {
      along: rounded(along / widthPx),
      across: rounded(across / widthPx),
      ...(area ? { worst: { sigma: rounded(worst.sigmaPx / widthPx), box: boxOf(area, grey) } } : {}),
    },
  };
}

function toneOf(
  { contrast, paper, ink, evenness, shade }: Print,
  grey: GreyRaster,
): Pick<QualityMeasures, 'contrast' | 'paper' | 'ink' | 'evenness' | 'shade'> {
  return {
    ...(Number.isNaN(contrast) ? {} : { contrast: rounded(contrast), ink: rounded(ink) }),
    paper: rounded(paper),
    evenness: rounded(evenness),
    ...(shade ? { shade: boxOf(shade, grey) } : {}),
  };
}

function textOf({ layout }: Print, grey: GreyRaster, scale: number): QualityMeasures['text'] {
  const found = layout.lines.length > 0;
  const upright = found ? uprightOdds(grey, layout) : undefined;
  return {
    lines: layout.lines.length,
    glyphs: layout.glyphCount,
    ...(found ? { heightPx: rounded(layout.textHeightPx * scale), degrees: rounded(layout.degrees) } : {}),
    certainty: rounded(layout.certainty),
    ...(upright === undefined ? {} : { upright: rounded(upright) }),
  };
}

function boxOf(area: Area, { widthPx, heightPx }: GreyRaster): Box {
  const x = rounded(Math.min(1, Math.max(0, area.left / widthPx)));
  const y = rounded(Math.min(1, Math.max(0, area.top / heightPx)));
  return {
    x,
    y,
    width: floored(Math.min(1 - x, Math.max(0, area.right - area.left) / widthPx)),
    height: floored(Math.min(1 - y, Math.max(0, area.bottom - area.top) / heightPx)),
  };
}

/** Four significant digits, so that the last bits of a sum do not show. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Rounded down, so that a box never reaches beyond the page. */
function floored(value: number): number {
  return Math.floor(value * 10_000) / 10_000;
}
