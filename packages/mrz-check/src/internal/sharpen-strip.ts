import { PITCH } from './glyph-net-shape.js';
import type { Strip } from './line-geometry.js';

/** In pixels of a normalised line: about the blur up to which the network has learned to read. */
const SIGMA = PITCH * 0.16;

/** Undoes part of a blur: each pixel moves away from the mean of those around it, by `amount` times its distance. */
export function sharpenStrip({ grey, width, rows }: Strip, amount: number): Strip {
  const soft = softened(softened(grey, width, rows, 1, width), rows, width, width, 1);
  return { width, rows, grey: grey.map((value, i) => value + amount * (value - (soft[i] as number))) };
}

const RADIUS = Math.ceil(SIGMA * 2);
const KERNEL: Float32Array = Float32Array.from({ length: 2 * RADIUS + 1 }, (_, i) =>
  Math.exp(-0.5 * ((i - RADIUS) / SIGMA) ** 2),
);
const TOTAL = KERNEL.reduce((a, b) => a + b, 0);

/** Blurs lines of pixels that are `step` apart; lines are `stride` apart, and their ends go on. */
function softened(
  grey: Float32Array,
  length: number,
  lines: number,
  step: number,
  stride: number,
): Float32Array {
  const out = new Float32Array(grey.length);
  for (let line = 0; line < lines; line++) {
    const start = line * stride;
    for (let place = 0; place < length; place++) {
      let sum = 0;
      for (let k = -RADIUS; k <= RADIUS; k++) {
        const at = place + k;
        const inside = at < 0 ? 0 : at >= length ? length - 1 : at;
        sum += (grey[start + inside * step] as number) * (KERNEL[k + RADIUS] as number);
      }
      out[start + place * step] = sum / TOTAL;
    }
  }
  return out;
}
