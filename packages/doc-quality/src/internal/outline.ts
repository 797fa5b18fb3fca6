import type { Point } from '@dossierkit/core';
import type { Gradients, Quad } from '@dossierkit/doc-raster';
import type { EdgeLine } from './hough-lines.js';

/** The lines along the top, right, bottom and left side of a page. */
export type SideLines = readonly [EdgeLine, EdgeLine, EdgeLine, EdgeLine];

/** Where four lines meet, as corners clockwise from the upper left; nothing where two of them run side by side. */
export function cornersOf([top, right, bottom, left]: SideLines): Quad | undefined {
  const corners = [
    crossing(top, left),
    crossing(top, right),
    crossing(bottom, right),
    crossing(bottom, left),
  ];
  return corners.every((corner) => corner !== undefined) ? (corners as unknown as Quad) : undefined;
}

function crossing(a: EdgeLine, b: EdgeLine): Point | undefined {
  const determinant = a.nx * b.ny - a.ny * b.nx;
  if (Math.abs(determinant) < 0.3) return undefined;
  return {
    x: (a.distance * b.ny - b.distance * a.ny) / determinant,
    y: (b.distance * a.nx - a.distance * b.nx) / determinant,
  };
}

/** Whether every line's inner side is the inside of the page. */
export function inside(corners: Quad, lines: readonly EdgeLine[]): boolean {
  const x = corners.reduce((sum, corner) => sum + corner.x, 0) / 4;
  const y = corners.reduce((sum, corner) => sum + corner.y, 0) / 4;
  return lines.every(({ nx, ny, distance }) => nx * x + ny * y > distance);
}

/** Whether a place (in fractions of the picture) lies on the page. */
export function contains(corners: Quad, x: number, y: number): boolean {
  return corners.every((a, k) => {
    const b = corners[(k + 1) & 3] as Point;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) > -0.01;
  });
}

/** The area of corners that go round clockwise; negative where they cross over. */
export function areaOf(corners: readonly Point[]): number {
  let twice = 0;
  corners.forEach((a, k) => {
    const b = corners[(k + 1) % corners.length] as Point;
    twice += a.x * b.y - b.x * a.y;
  });
  return twice / 2;
}

/** Opposite sides of a page do not differ by more than a steep view makes them. */
export function plausible(corners: Quad): boolean {
  const [top, right, bottom, left] = sidesOf(corners);
  const alike = (a: number, b: number): boolean => Math.min(a, b) > 0.45 * Math.max(a, b);
  return alike(top, bottom) && alike(left, right) && Math.max(top, left) < 6 * Math.min(top, left);
}

/** Lengths: top, right, bottom, left. */
export function sidesOf([a, b, c, d]: Quad): [number, number, number, number] {
  const length = (p: Point, q: Point): number => Math.hypot(p.x - q.x, p.y - q.y);
  return [length(a, b), length(b, c), length(c, d), length(d, a)];
}

const SAMPLES = 24;
/** A step of 5 grey values, as Sobel sums it. */
export const MIN_GRADIENT = 20;

/** How the brightness rises along the normal of a line at a place; 0 outside the picture. */
export function edgeAcross(
  { widthPx, heightPx, dx, dy }: Gradients,
  x: number,
  y: number,
  { nx, ny }: EdgeLine,
): number {
  const u = Math.round(x - 0.5);
  const v = Math.round(y - 0.5);
  if (u < 0 || v < 0 || u >= widthPx || v >= heightPx) return 0;
  const at = v * widthPx + u;
  return (dx[at] as number) * nx + (dy[at] as number) * ny;
}

/** How much of a side (0 top, 1 right, 2 bottom, 3 left) has an edge with the page's tone on the inner side, 0 to 1. */
export function supportOf(
  field: Gradients,
  corners: Quad,
  lines: SideLines,
  side: number,
  polarity: 1 | -1,
): number {
  const line = lines[side] as EdgeLine;
  const from = corners[side] as Point;
  const to = corners[(side + 1) & 3] as Point;
  let seen = 0;
  for (let k = 1; k < SAMPLES; k++) {
    const x = from.x + ((to.x - from.x) * k) / SAMPLES;
    const y = from.y + ((to.y - from.y) * k) / SAMPLES;
    let strongest = 0;
    for (let off = -1; off <= 1; off++) {
      const across = edgeAcross(field, x + off * line.nx, y + off * line.ny, line) * polarity;
      if (across > strongest) strongest = across;
    }
    if (strongest >= MIN_GRADIENT) seen++;
  }
  return seen / (SAMPLES - 1);
}
