import type { GreyRaster } from '@dossierkit/doc-raster';
import type { Side } from './findings.js';
import { measureBlockiness } from './internal/blockiness.js';
import { measureColour } from './internal/colours.js';
import { findFinger } from './internal/covered.js';
import { cutSides } from './internal/cut-off.js';
import { boxAround, boxOf, rounded } from './internal/fractions.js';
import { findGlare } from './internal/glare.js';
import { locatePage, type PagePlace } from './internal/locate-page.js';
import { blurOf, isSideways, pageOf, pageWidth, textOf, toneOf } from './internal/measured-parts.js';
import { measureNoise } from './internal/noise.js';
import { contains } from './internal/outline.js';
import { findPrint, printWithin } from './internal/print.js';
import { measureScreenGrid } from './internal/screen-grid.js';
import { edgeScan, measureSharpness } from './internal/sharpness.js';
import { contentShare, toneCells } from './internal/tone-cells.js';
import { workPicture } from './internal/work-picture.js';
import { type PageImage, recommendedMaxSidePx } from './page-image.js';
import type { QualityMeasures } from './quality-measures.js';

/** Options of {@link measureQuality}. */
export interface MeasureQualityOptions {
  /** The longer side of the picture that is measured on. Default: `recommendedMaxSidePx`. */
  readonly maxSidePx?: number;
}

/** Measures a page without judging it: for live pictures, tuning and curves. */
export function measureQuality(page: PageImage, options: MeasureQualityOptions = {}): QualityMeasures {
  const picture = workPicture(page, options.maxSidePx ?? recommendedMaxSidePx);
  const { full, fine, grey, scale } = picture;
  const everywhere = findPrint(grey);
  const place = locatePage(grey, everywhere.marks);
  const onPage = (x: number, y: number): boolean => !place.outlined || contains(place.corners, x, y);
  const print = place.outlined
    ? printWithin(grey, everywhere, ({ x, y }) => onPage(x / grey.widthPx, y / grey.heightPx))
    : everywhere;
  const { layout } = print;
  const sideways = isSideways(layout);
  const noise = measureNoise(grey);
  const scan = edgeScan(fine, fine === grey ? noise : measureNoise(fine));
  const sharpness = measureSharpness(fine, scan, onPage);
  const cells = toneCells(grey);
  const glare = findGlare(grey, cells, sideways ? [] : layout.lines);
  return {
    ...blurOf(sharpness, sideways, pageWidth(place, sideways, fine), fine, scan),
    ...toneOf(print, grey),
    content: rounded(contentShare(cells, place.corners, Math.max(LEAST_CONTENT, CONTENT_NOISE * noise))),
    edgeDensity: rounded(sharpness.edgeDensity),
    text: textOf(print, picture),
    ...(glare ? { glare: { share: rounded(glare.share), box: boxOf(glare, grey) } } : {}),
    cut: sidesCut(place, cutSides(layout, print.marks, grey.widthPx, grey.heightPx)),
    page: pageOf(place, print, grey, scale, page),
    ...ofPixels(page, full, place),
  };
}

/** A cell shows something from this difference of grey values, and from this many deviations of the noise. */
const LEAST_CONTENT = 24;
const CONTENT_NOISE = 7;

/** What is measured on the pixels as they were given, rather than on a grey picture of the usual size. */
function ofPixels(
  page: PageImage,
  full: GreyRaster,
  place: PagePlace,
): Pick<QualityMeasures, 'blockiness' | 'colour' | 'grid' | 'covered'> {
  const { raster } = page;
  const blockiness = measureBlockiness(full, (page.originalWidthPx ?? raster.widthPx) / raster.widthPx);
  const colour = measureColour(raster);
  const grid = measureScreenGrid(full);
  const covered = findFinger(raster, place.corners);
  return {
    ...(blockiness === undefined ? {} : { blockiness: rounded(blockiness) }),
    ...(colour === undefined ? {} : { colour }),
    ...(grid === undefined ? {} : { grid: rounded(grid) }),
    ...(covered
      ? {
          covered: {
            share: rounded(covered.share),
            ...(covered.corners ? { box: boxAround(covered.corners) } : {}),
          },
        }
      : {}),
  };
}

function sidesCut({ over }: PagePlace, byText: readonly Side[]): readonly Side[] {
  return over && !byText.includes(over) ? [...byText, over] : byText;
}
