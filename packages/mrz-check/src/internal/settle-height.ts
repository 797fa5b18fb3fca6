import { CAP } from './glyph-net-shape.js';
import { type LineGeometry, sampleStrip } from './line-geometry.js';
import type { Pyramid } from './pyramid.js';

const TALL = 41;

/**
 * Measures where between its neighbours the line really lies and how high its capitals are, from where the ink changes
 * most along the line.
 *
 * @returns the corrected line, or the same where nothing stands out
 */
export function settleHeight(pyramid: Pyramid, line: LineGeometry, from: number, to: number): LineGeometry {
  const level = pyramid.levelFor(line);
  const strip = sampleStrip(level.grey, level.scaled(line), from, to, TALL);
  const energy = rowEnergy(strip.grey, strip.width, TALL);
  const band = bandAround(energy, TALL >> 1);
  if (!band) return line;
  const rowPx = line.cap / CAP;
  const middle = (band.top + band.bottom) / 2 - TALL / 2;
  const cap = ((band.bottom - band.top) * rowPx) / 1.06; // digits stand out a little
  const length = Math.hypot(line.x[1], line.y[1]) || 1;
  const down = middle * rowPx;
  return {
    x: [line.x[0] - (line.y[1] / length) * down, line.x[1], line.x[2], line.x[3]],
    y: [line.y[0] + (line.x[1] / length) * down, line.y[1], line.y[2], line.y[3]],
    cap: Math.min(line.cap * 1.35, Math.max(line.cap * 0.65, cap)),
  };
}

/** How much the brightness changes along each row. */
export function rowEnergy(grey: Float32Array, width: number, rows: number): Float32Array {
  const energy = new Float32Array(rows);
  for (let y = 0; y < rows; y++) {
    let sum = 0;
    for (let i = y * width + 2; i < (y + 1) * width; i++)
      sum += Math.abs((grey[i] as number) - (grey[i - 2] as number));
    energy[y] = sum / width;
  }
  return energy;
}

/** The rows around `middle` whose energy is above half of the way from the quietest to the liveliest row nearby. */
export function bandAround(
  energy: Float32Array,
  middle: number,
): { readonly top: number; readonly bottom: number } | undefined {
  const near = energy.subarray(Math.max(0, middle - 16), middle + 17);
  const sorted = Float32Array.from(near).sort();
  const quiet = sorted[3] as number;
  const lively = sorted[Math.floor(sorted.length * 0.85)] as number;
  const limit = quiet + (lively - quiet) * 0.45;
  if (lively < quiet * 1.3 + 1) return undefined;
  let start = middle;
  for (let by = 0; by <= 6; by++) {
    const hit = [middle - by, middle + by].find((row) => (energy[row] ?? 0) > limit);
    if (hit !== undefined) {
      start = hit;
      break;
    }
  }
  if ((energy[start] as number) <= limit) return undefined;
  let top = start;
  while (top > 0 && (energy[top - 1] as number) > limit) top--;
  let bottom = start;
  while (bottom < energy.length - 1 && (energy[bottom + 1] as number) > limit) bottom++;
  const edge = (inside: number, outside: number): number => {
    const a = energy[inside] as number;
    const b = energy[outside] ?? 0;
    return a === b ? 0 : Math.min(1, Math.max(0, (a - limit) / (a - b)));
  };
  return { top: top + 0.5 - edge(top, top - 1), bottom: bottom + 0.5 + edge(bottom, bottom + 1) };
}
