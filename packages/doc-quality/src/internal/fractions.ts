import type { Box, Point } from '@dossierkit/core';
import type { GreyRaster } from '@dossierkit/doc-raster';
import type { Area } from './print.js';

/** A rectangle of pixels as a box in fractions of the picture, within it. */
export function boxOf(area: Area, { widthPx, heightPx }: GreyRaster): Box {
  const x = rounded(Math.min(1, Math.max(0, area.left / widthPx)));
  const y = rounded(Math.min(1, Math.max(0, area.top / heightPx)));
  return {
    x,
    y,
    width: floored(Math.min(1 - x, Math.max(0, area.right - area.left) / widthPx)),
    height: floored(Math.min(1 - y, Math.max(0, area.bottom - area.top) / heightPx)),
  };
}

/** The box around corners in fractions of the picture, within it. */
export function boxAround(corners: readonly Point[]): Box {
  const xs = corners.map(({ x }) => Math.min(1, Math.max(0, x)));
  const ys = corners.map(({ y }) => Math.min(1, Math.max(0, y)));
  const [x, y] = [rounded(Math.min(...xs)), rounded(Math.min(...ys))];
  return {
    x,
    y,
    width: Math.max(0, floored(Math.max(...xs) - x)),
    height: Math.max(0, floored(Math.max(...ys) - y)),
  };
}

/** Four significant digits, so that the last bits of a sum do not show. */
export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Rounded down, so that a box never reaches beyond the page. */
function floored(value: number): number {
  return Math.floor(value * 10_000) / 10_000;
}
