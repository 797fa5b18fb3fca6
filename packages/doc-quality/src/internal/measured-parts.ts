import type { Point } from '@dossierkit/core';
import type { GreyRaster } from '@dossierkit/doc-raster';
import { type PageImage, recommendedMaxSidePx } from '../page-image.js';
import type { QualityMeasures } from '../quality-measures.js';
import type { EdgeScan } from './edge-widths.js';
import { boxAround, boxOf, rounded } from './fractions.js';
import type { PagePlace } from './locate-page.js';
import { measureMotion } from './motion.js';
import { paperDpi } from './paper-dpi.js';
import type { Print } from './print.js';
import type { Sharpness } from './sharpness.js';
import { uprightOdds } from './upright.js';
import type { WorkPicture } from './work-picture.js';

/** Below this part of the page's width no limit is near, and the direction of a movement need not be known. */
const SUSPECT_BLUR = 0.0008;
/** A frame of a camera is one of many: a slight movement shows in the next one, too. */
const SUSPECT_BLUR_LIVE = 0.00115;

/** σ in pixels of a picture of the recommended size that reducing it leaves in the sharpest edges, at most. */
const FINEST_PX = 0.8;

export function blurOf(
  { horizontalPx, verticalPx, worst, columns, rows }: Sharpness,
  sideways: boolean,
  widthPx: number,
  grey: GreyRaster,
  scan: EdgeScan,
): Pick<QualityMeasures, 'blur'> {
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
  const suspect = Math.max(along, across) > (scan.addedPx > 0 ? SUSPECT_BLUR_LIVE : SUSPECT_BLUR) * widthPx;
  const motion = suspect ? measureMotion(grey, scan, horizontalPx, verticalPx) : undefined;
  return {
    blur: {
      along: rounded(along / widthPx),
      across: rounded(across / widthPx),
      finest: rounded(
        FINEST_PX / (widthPx * Math.min(1, recommendedMaxSidePx / Math.max(grey.widthPx, grey.heightPx))),
      ),
      ...(motion
        ? {
            motion: {
              degrees: Math.round(motion.degrees),
              along: rounded(motion.alongPx / widthPx),
              across: rounded(motion.acrossPx / widthPx),
            },
          }
        : {}),
      ...(area ? { worst: { sigma: rounded(worst.sigmaPx / widthPx), box: boxOf(area, grey) } } : {}),
    },
  };
}

export function toneOf(
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

export function textOf({ layout }: Print, { fine, grey, scale }: WorkPicture): QualityMeasures['text'] {
  const found = layout.lines.length > 0;
  const upright = found ? uprightOdds(fine, layout, fine.widthPx / grey.widthPx) : undefined;
  return {
    lines: layout.lines.length,
    glyphs: layout.glyphCount,
    ...(found ? { heightPx: rounded(layout.textHeightPx * scale), degrees: rounded(layout.degrees) } : {}),
    certainty: rounded(layout.certainty),
    ...(upright === undefined ? {} : { upright: rounded(upright) }),
  };
}

/** Where the page is, and how large. */
export function pageOf(
  place: PagePlace,
  { layout }: Print,
  grey: GreyRaster,
  scale: number,
  page: PageImage,
): QualityMeasures['page'] {
  const { corners, outlined, others, share, perspective } = place;
  const [across, down] = lengths(place, grey);
  const dpi = paperDpi(page, {
    longPx: Math.max(across, down) * scale,
    shortPx: Math.min(across, down) * scale,
    textHeightPx: layout.textHeightPx * scale,
    outlined,
  });
  return {
    corners: corners.map(({ x, y }) => ({
      x: rounded(x),
      y: rounded(y),
    })) as unknown as QualityMeasures['page']['corners'],
    outlined,
    others: others.map(boxAround),
    share: rounded(share),
    perspective: rounded(perspective),
    widthPx: rounded(pageWidth(place, isSideways(layout), grey) * scale),
    ...(dpi === undefined ? {} : { dpi: rounded(dpi) }),
  };
}

/** Whether the lines of text run down the picture. */
export const isSideways = ({ lines, degrees }: Print['layout']): boolean => lines.length > 0 && degrees > 45;

/** A page is not judged as narrower than this part of its height: a receipt is long, not small. */
const NARROW = 0.7;

/** The page's width across its lines of text, in pixels of the measured picture. */
export function pageWidth(place: PagePlace, sideways: boolean, grey: GreyRaster): number {
  const [across, down] = lengths(place, grey);
  return sideways ? Math.max(down, NARROW * across) : Math.max(across, NARROW * down);
}

/** The page's extent along the rows and the columns of the picture, in pixels of it. */
function lengths({ corners }: PagePlace, { widthPx, heightPx }: GreyRaster): [number, number] {
  const side = (a: number, b: number): number => {
    const [p, q] = [corners[a] as Point, corners[b] as Point];
    return Math.hypot((p.x - q.x) * widthPx, (p.y - q.y) * heightPx);
  };
  return [(side(0, 1) + side(2, 3)) / 2, (side(1, 2) + side(3, 0)) / 2];
}
