import {
  type Homography,
  homographyFromQuads,
  invertHomography,
  type Quad,
  type Raster,
  resizeToFit,
  warpPerspective,
} from '@dossierkit/doc-raster';
import { evenLight } from './internal/even-light.js';
import { sidesOf } from './internal/outline.js';
import { wayUp } from './internal/way-up.js';
import { measureQuality } from './measure-quality.js';
import type { PageImage } from './page-image.js';
import type { QualityMeasures } from './quality-measures.js';

/** Options of {@link straightenPage}. */
export interface StraightenOptions {
  /** The longer side of the new raster. Default: that of the given raster. */
  readonly maxSidePx?: number;
  /** Whether shadows and uneven light are evened out. Default: true. */
  readonly evenLight?: boolean;
  /** What `measureQuality` or `checkQuality` said of the same page, so that it is not measured again. */
  readonly measures?: QualityMeasures;
}

/** A page as if it had lain on a scanner. */
export interface StraightPage {
  readonly raster: Raster;
  /** Takes a place on the straightened page to the same place in the given picture, both in fractions (0 to 1). */
  readonly toOriginal: Homography;
  /** The way back. */
  readonly fromOriginal: Homography;
  /** The page's corners in the given picture, in fractions: upper left, upper right, lower right, lower left *of the page*. */
  readonly corners: Quad;
  /** What was done, so that it can be told. */
  readonly turned: 0 | 1 | 2 | 3;
  readonly outlined: boolean;
}

const UNIT: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];
/** A page whose lines are level within this is not turned: it would only get softer. */
const LEVEL_DEGREES = 0.4;

/**
 * Cuts the page out of its picture, removes perspective and tilt, turns it upright, and evens the light.
 *
 * Without an outline the whole picture is taken as the page, and only turned by the angle of its lines. Nothing is added
 * or repaired: each new pixel is a mean of old ones.
 */
export function straightenPage(page: PageImage, options: StraightenOptions = {}): StraightPage {
  const { raster } = page;
  const measures = options.measures ?? measureQuality(page);
  const { outlined } = measures.page;
  const seen = outlined ? (measures.page.corners as Quad) : levelCorners(measures, raster);
  const turned = wayUp(measures.text).quarterTurns;
  const corners = rotated(seen, turned);
  // Corners that span no area have no map; then the page stays as it is.
  const toOriginal = homographyFromQuads(UNIT, corners) ?? IDENTITY;
  const fromOriginal = invertHomography(toOriginal) ?? IDENTITY;
  const size = sizeOf(corners, raster, options.maxSidePx ?? Math.max(raster.widthPx, raster.heightPx));
  const source = reducedFor(raster, corners, size);
  const flat = warpPerspective(source, { ...size, toSource: inPixels(toOriginal, size, source) });
  const even = options.evenLight === false ? flat : evenLight(flat);
  return { raster: even, toOriginal, fromOriginal, corners, turned, outlined };
}

const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The corners as the upright page names them. */
function rotated(corners: Quad, turns: number): Quad {
  return [0, 1, 2, 3].map((k) => corners[(k - turns + 4) & 3]) as unknown as Quad;
}

/** The picture's own corners, turned about its middle until the lines of text are level. */
function levelCorners({ text: { degrees = 0 } }: QualityMeasures, { widthPx, heightPx }: Raster): Quad {
  const tilt = degrees > 45 ? degrees - 90 : degrees;
  if (Math.abs(tilt) < LEVEL_DEGREES) return UNIT;
  const cos = Math.cos((tilt * Math.PI) / 180);
  const sin = Math.sin((tilt * Math.PI) / 180);
  return UNIT.map(({ x, y }) => {
    const u = (x - 0.5) * widthPx;
    const v = (y - 0.5) * heightPx;
    return { x: 0.5 + (u * cos - v * sin) / widthPx, y: 0.5 + (u * sin + v * cos) / heightPx };
  }) as unknown as Quad;
}

/** As large as the page is in its picture, within the limit. */
function sizeOf(
  corners: Quad,
  { widthPx, heightPx }: Raster,
  maxSidePx: number,
): { widthPx: number; heightPx: number } {
  const [top, right, bottom, left] = sidesOf(
    corners.map(({ x, y }) => ({ x: x * widthPx, y: y * heightPx })) as unknown as Quad,
  );
  const width = Math.max(1, Math.max(top, bottom));
  const height = Math.max(1, Math.max(left, right));
  const scale = Math.min(1, maxSidePx / Math.max(width, height));
  return {
    widthPx: Math.max(1, Math.round(width * scale)),
    heightPx: Math.max(1, Math.round(height * scale)),
  };
}

/** A warp does not average: where the page is to become much smaller, the picture is reduced first. */
function reducedFor(raster: Raster, corners: Quad, size: { widthPx: number }): Raster {
  const full = sizeOf(corners, raster, Number.POSITIVE_INFINITY);
  const scale = size.widthPx / full.widthPx;
  const side = Math.max(raster.widthPx, raster.heightPx);
  return scale > 0.7 ? raster : resizeToFit(raster, Math.max(1, Math.round(side * scale)));
}

/** A map between fractions as a map between pixels. */
function inPixels(map: Homography, to: { widthPx: number; heightPx: number }, from: Raster): Homography {
  const [a, b, c, d, e, f, g, h, i] = map;
  const { widthPx: w, heightPx: t } = from;
  return [
    (a * w) / to.widthPx,
    (b * w) / to.heightPx,
    c * w,
    (d * t) / to.widthPx,
    (e * t) / to.heightPx,
    f * t,
    g / to.widthPx,
    h / to.heightPx,
    i,
  ];
}
