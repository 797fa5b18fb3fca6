import type { Box } from '@dossierkit/core';
import type { GreyRaster } from '@dossierkit/doc-raster';
import type { Side } from './findings.js';
import { measureBlockiness } from './internal/blockiness.js';
import { cutSides } from './internal/cut-off.js';
import { findGlare } from './internal/glare.js';
import { measureNoise } from './internal/noise.js';
import { measurePrint } from './internal/print.js';
import { measureSharpness, type Sharpness } from './internal/sharpness.js';
import { toneCells } from './internal/tone-cells.js';
import { workPicture } from './internal/work-picture.js';
import type { PageImage } from './page-image.js';

/** The bare numbers of a page. What could not be measured is absent. */
export interface QualityMeasures {
  /** σ of the blur as part of the page's width, as seen along and across the lines of text. */
  readonly blur?: { readonly along: number; readonly across: number };
  /** (paper − ink) / paper of the typical glyph. */
  readonly contrast?: number;
  /** Brightness of the paper and of the ink, 0 to 1. */
  readonly paper: number;
  readonly ink?: number;
  /** Edges for each thousand pixels of the reduced picture. */
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
  };
  /** What compression blocks account for in the fine structure, 0 to 1; absent where the picture was reduced too far. */
  readonly blockiness?: number;
  /** A reflection over content: its part of the picture, and the box around it. */
  readonly glare?: { readonly share: number; readonly box: Box };
  /** Sides at which text runs over the border. */
  readonly cut: readonly Side[];
  /** Of the original. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Measures a page without judging it: for live pictures, tuning and curves.
 */
export function measureQuality(page: PageImage): QualityMeasures {
  const { grey, scale } = workPicture(page);
  const sharpness = measureSharpness(grey, measureNoise(grey));
  const { layout, contrast, paper, ink } = measurePrint(grey);
  const sideways = layout.lines.length > 0 && layout.degrees > 45;
  const pageWidth = sideways ? grey.heightPx : grey.widthPx;
  const found = layout.lines.length > 0;
  const blockiness = measureBlockiness(
    page.raster,
    (page.originalWidthPx ?? page.raster.widthPx) / page.raster.widthPx,
  );
  const glare =
    page.origin === 'pdf-vector' ? undefined : findGlare(grey, toneCells(grey), sideways ? [] : layout.lines);
  return {
    ...blurOf(sharpness, sideways, pageWidth),
    ...(Number.isNaN(contrast) ? {} : { contrast: rounded(contrast), ink: rounded(ink) }),
    paper: rounded(paper),
    edgeDensity: rounded(sharpness.edgeDensity),
    text: {
      lines: layout.lines.length,
      glyphs: layout.glyphCount,
      ...(found ? { heightPx: rounded(layout.textHeightPx * scale), degrees: rounded(layout.degrees) } : {}),
      certainty: rounded(layout.certainty),
    },
    ...(blockiness === undefined ? {} : { blockiness: rounded(blockiness) }),
    ...(glare ? { glare: { share: rounded(glare.share), box: boxOf(glare, grey) } } : {}),
    cut: cutSides(layout, grey.widthPx, grey.heightPx),
    widthPx: page.originalWidthPx ?? page.raster.widthPx,
    heightPx: page.originalHeightPx ?? page.raster.heightPx,
  };
}

function blurOf(
  { horizontalPx, verticalPx }: Sharpness,
  sideways: boolean,
  widthPx: number,
): Pick<QualityMeasures, 'blur'> | Record<never, never> {
  const [alongPx, acrossPx] = sideways ? [verticalPx, horizontalPx] : [horizontalPx, verticalPx];
  const along = Number.isNaN(alongPx) ? acrossPx : alongPx;
  const across = Number.isNaN(acrossPx) ? alongPx : acrossPx;
  if (Number.isNaN(along)) return {};
  return { blur: { along: rounded(along / widthPx), across: rounded(across / widthPx) } };
}

function boxOf(
  area: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  { widthPx, heightPx }: GreyRaster,
): Box {
  const x = rounded(Math.max(0, area.left / widthPx));
  const y = rounded(Math.max(0, area.top / heightPx));
  return {
    x,
    y,
    width: rounded(Math.min(1 - x, (area.right - area.left) / widthPx)),
    height: rounded(Math.min(1 - y, (area.bottom - area.top) / heightPx)),
  };
}

/** Four significant digits, so that the last bits of a sum do not show. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
