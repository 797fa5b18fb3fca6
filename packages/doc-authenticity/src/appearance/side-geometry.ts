import type { Box, Point } from '@dossierkit/core';
import { type Homography, homographyFromQuads, type Quad } from '@dossierkit/doc-raster';

/** How far outside its zone the middle of a portrait or a machine-readable zone may lie, in parts of the side. */
const PLACE_TOLERANCE = 0.03;

const WHOLE: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];
const SAME: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** Takes a point of the page to the side, both in fractions. */
export const toSide = (corners: Quad | undefined): Homography =>
  (corners && homographyFromQuads(corners, WHOLE)) ?? SAME;
/** And back. */
export const fromSide = (corners: Quad | undefined): Homography =>
  (corners && homographyFromQuads(WHOLE, corners)) ?? SAME;

/** Whether a point lies in a box, or hardly outside. */
export function near({ x, y, width, height }: Box, point: Point): boolean {
  const t = PLACE_TOLERANCE;
  return point.x >= x - t && point.x <= x + width + t && point.y >= y - t && point.y <= y + height + t;
}

export function aroundCorners(corners: Quad): Box {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return clamped({ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y });
}

/** The part of a box that lies on the page. */
export function clamped({ x, y, width, height }: Box): Box {
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  const [left, top] = [inside(x), inside(y)];
  return { x: left, y: top, width: inside(x + width) - left, height: inside(y + height) - top };
}
