import type { Gradients } from '@dossierkit/doc-raster';
import type { EdgeLine } from './hough-lines.js';
import { cornersOf, edgeAcross, MIN_GRADIENT, type SideLines } from './outline.js';

const SAMPLES = 32;
/** How far from a line its edge is looked for, in pixels: Hough's bins are a pixel wide and a degree and a half apart. */
const REACH_PX = 3;
/** Fewer places at which an edge is seen do not place a line better than it is. */
const MIN_PLACES = 10;
/** Places further from the line through all are print, or a corner. */
const MAX_OFF_PX = 1.2;

/** Lays each side of an outline through the places where its edge is steepest. Sides on the picture's border stay. */
export function refineOutline(field: Gradients, lines: SideLines, polarity: 1 | -1): SideLines {
  const corners = cornersOf(lines);
  if (!corners) return lines;
  return lines.map((line, side) => {
    if (line.votes === 0) return line;
    const [a, b] = [corners[side], corners[(side + 1) & 3]];
    const places: Place[] = [];
    for (let k = 1; a && b && k < SAMPLES; k++) {
      const t = k / SAMPLES;
      const place = steepest(field, a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, line, polarity);
      if (place) places.push(place);
    }
    return lineThrough(places, line);
  }) as unknown as SideLines;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The steepest place across a line, to a part of a pixel; what is near the line counts more. */
function steepest(
  field: Gradients,
  x: number,
  y: number,
  line: EdgeLine,
  polarity: 1 | -1,
): Place | undefined {
  const at = (off: number): number =>
    Math.max(0, edgeAcross(field, x + off * line.nx, y + off * line.ny, line) * polarity);
  let best = 0;
  let highest = 0;
  for (let off = -REACH_PX; off <= REACH_PX; off++) {
    const strength = at(off);
    const score = strength * (1 - Math.abs(off) / (2 * REACH_PX));
    if (strength < MIN_GRADIENT || score <= highest) continue;
    highest = score;
    best = off;
  }
  if (highest === 0) return undefined;
  const [before, here, after] = [at(best - 1), at(best), at(best + 1)];
  const off = best + (after - before) / (before + here + after);
  return { x: x + off * line.nx, y: y + off * line.ny };
}

/** The line that most places lie on: fitted to all, then twice to those near it. */
function lineThrough(places: readonly Place[], line: EdgeLine): EdgeLine {
  let fitted = line;
  let near = places;
  for (let round = 0; round < 3; round++) {
    if (near.length < MIN_PLACES) return line;
    fitted = fit(near, line);
    near = places.filter(
      ({ x, y }) => Math.abs(x * fitted.nx + y * fitted.ny - fitted.distance) < MAX_OFF_PX,
    );
  }
  return near.length < MIN_PLACES ? line : fitted;
}

function fit(places: readonly Place[], { nx, ny, votes }: EdgeLine): EdgeLine {
  // Along the old line and across it, so that the new one is a slope of nearly zero.
  const along = places.map(({ x, y }) => x * -ny + y * nx);
  const across = places.map(({ x, y }) => x * nx + y * ny);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [u, v] = [mean(along), mean(across)];
  let products = 0;
  let squares = 0;
  along.forEach((value, k) => {
    products += (value - u) * ((across[k] as number) - v);
    squares += (value - u) ** 2;
  });
  const slope = squares > 0 ? products / squares : 0;
  const length = Math.hypot(1, slope);
  const [mx, my] = [(nx + slope * ny) / length, (ny - slope * nx) / length];
  return { nx: mx, ny: my, distance: (v - slope * u) / length, votes };
}
