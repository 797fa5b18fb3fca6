import type { GreyRaster } from '@dossierkit/doc-raster';
import { CAP, PITCH, WINDOW } from './glyph-net-shape.js';
import { normaliseStrip } from './normalise-strip.js';

/** a + b t + c t² + d t³. */
export type Cubic = readonly [a: number, b: number, c: number, d: number];

/**
 * A line of text in a picture, in pixels: where the centre of each cell lies, `t` cells behind the first one, and how high
 * a capital letter is. Lines may be slanted and bent, and cells may grow along the line.
 */
export interface LineGeometry {
  readonly x: Cubic;
  readonly y: Cubic;
  readonly cap: number;
}

export const at = ([a, b, c, d]: Cubic, t: number): number => a + t * (b + t * (c + t * d));
const slopeAt = ([, b, c, d]: Cubic, t: number): number => b + t * (2 * c + t * 3 * d);

/** The curve with its origin moved to `t` and its unit stretched: `moved(q, t, f)` at `k` is `q` at `t + f k`. */
export function moved(q: Cubic, t: number, factor: number): Cubic {
  const bend = q[2] + 3 * q[3] * t;
  return [at(q, t), slopeAt(q, t) * factor, bend * factor ** 2, q[3] * factor ** 3];
}

/** Width of the cell at `t`, in pixels. */
export function pitchAt({ x, y }: LineGeometry, t: number): number {
  return Math.hypot(slopeAt(x, t), slopeAt(y, t));
}

/** The line read from its other end. */
export function reversed({ x, y, cap }: LineGeometry, cells: number): LineGeometry {
  return { x: moved(x, cells - 1, -1), y: moved(y, cells - 1, -1), cap };
}

/** The same line moved by `down` pixels across the text, away from the reader's top. */
export function shifted(line: LineGeometry, down: number, cap: number = line.cap): LineGeometry {
  const [ux, uy] = directionAt(line, 15);
  return {
    x: [line.x[0] - uy * down, line.x[1], line.x[2], line.x[3]],
    y: [line.y[0] + ux * down, line.y[1], line.y[2], line.y[3]],
    cap,
  };
}

/** The unit vector of the reading direction at cell `t`. */
export function directionAt({ x, y }: LineGeometry, t: number): readonly [number, number] {
  const dx = slopeAt(x, t);
  const dy = slopeAt(y, t);
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}

/** Where a point of the line's own plane lies: `t` cells along, `v` pixels below the centre. */
export function pointAt(line: LineGeometry, t: number, v: number): { x: number; y: number } {
  const [ux, uy] = directionAt(line, t);
  return { x: at(line.x, t) - uy * v, y: at(line.y, t) + ux * v };
}

/** A normalised line: `PITCH` pixels a cell, `rows` rows. */
export interface Strip {
  readonly width: number;
  readonly rows: number;
  readonly grey: Float32Array;
}

/** Reads cells `from` to `to` of a line out of the picture. `rows` at the scale of the network's window. */
export function sampleStrip(
  grey: GreyRaster,
  line: LineGeometry,
  from: number,
  to: number,
  rows: number = WINDOW,
): Strip {
  const width = Math.max(WINDOW, Math.ceil((to - from) * PITCH));
  const out = new Float32Array(width * rows);
  const step = line.cap / CAP;
  const { widthPx, heightPx, data } = grey;
  for (let sx = 0; sx < width; sx++) {
    const t = from + (sx + 0.5) / PITCH;
    const [ux, uy] = directionAt(line, t);
    const v = (0.5 - rows / 2) * step;
    let px = at(line.x, t) - uy * v - 0.5;
    let py = at(line.y, t) + ux * v - 0.5;
    for (let i = sx; i < out.length; i += width, px -= uy * step, py += ux * step) {
      const cx = px < 0 ? 0 : px > widthPx - 1.001 ? widthPx - 1.001 : px;
      const cy = py < 0 ? 0 : py > heightPx - 1.001 ? heightPx - 1.001 : py;
      const left = cx | 0;
      const top = cy | 0;
      const fx = cx - left;
      const fy = cy - top;
      const k = top * widthPx + left;
      const upper = (data[k] as number) * (1 - fx) + (data[k + 1] as number) * fx;
      const lower = (data[k + widthPx] as number) * (1 - fx) + (data[k + widthPx + 1] as number) * fx;
      out[i] = upper + (lower - upper) * fy;
    }
  }
  return { width, rows, grey: out };
}

/** As the network wants it. */
export function normalised(strip: Strip): Float32Array {
  return normaliseStrip(strip.grey, strip.width, strip.rows);
}
