import type { Point } from '@dossierkit/core';
import {
  homographyFromQuads,
  type Quad,
  type Raster,
  resize,
  resizeToFit,
  warpPerspective,
} from '@dossierkit/doc-raster';
import { CARD_SIZES, type CardFormat } from './identity-layouts.js';

/** Wide enough to tell a portrait from text, and small enough to be quick. */
const WIDTH_PX = 480;

/** The side of a document seen from straight above, cut out of its picture. Without corners, the picture is the side. */
export function flatSide(raster: Raster, corners: Quad | undefined, format: CardFormat): Raster {
  const [width, height] = CARD_SIZES[format];
  const size = { widthPx: WIDTH_PX, heightPx: Math.round((WIDTH_PX * height) / width) };
  if (!corners) return resize(raster, size);
  // Reduced first, because the warp takes single pixels and would let fine print alias.
  const small = resizeToFit(
    raster,
    Math.round((WIDTH_PX * Math.max(raster.widthPx, raster.heightPx)) / sideLength(corners, raster)),
  );
  const toSource = homographyFromQuads(
    [
      { x: 0, y: 0 },
      { x: size.widthPx, y: 0 },
      { x: size.widthPx, y: size.heightPx },
      { x: 0, y: size.heightPx },
    ],
    inPixels(corners, small),
  );
  return toSource ? warpPerspective(small, { ...size, toSource }) : resize(raster, size);
}

/** The upper edge in pixels, at least a hundred, so that nonsense corners ask for no giant picture. */
function sideLength([a, b]: Quad, { widthPx, heightPx }: Raster): number {
  return Math.max(100, Math.hypot((a.x - b.x) * widthPx, (a.y - b.y) * heightPx));
}

const inPixels = ([a, b, c, d]: Quad, { widthPx, heightPx }: Raster): Quad => {
  const pixel = ({ x, y }: Point): Point => ({ x: x * widthPx, y: y * heightPx });
  return [pixel(a), pixel(b), pixel(c), pixel(d)];
};

/** Width by height of the side as the camera saw it, from its corners. */
export function proportionOf([a, b, c, d]: Quad, { widthPx, heightPx }: Raster): number {
  const length = (p: Point, q: Point): number => Math.hypot((p.x - q.x) * widthPx, (p.y - q.y) * heightPx);
  return (length(a, b) + length(d, c)) / (length(a, d) + length(b, c));
}
