import type { Random } from '../../random.js';

/** Smooth noise in the plane: about -1 to 1, one bump a unit. */
export type Noise = (x: number, y: number) => number;

const SIZE = 256;

export function createNoise(random: Random): Noise {
  const values = new Float32Array(SIZE * SIZE);
  for (let at = 0; at < values.length; at++) values[at] = random.next() * 2 - 1;
  const value = (x: number, y: number): number => values[((y & 255) << 8) | (x & 255)] as number;
  return (x, y) => {
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const tx = smooth(x - x0);
    const ty = smooth(y - y0);
    const top = value(x0, y0) + (value(x0 + 1, y0) - value(x0, y0)) * tx;
    const bottom = value(x0, y0 + 1) + (value(x0 + 1, y0 + 1) - value(x0, y0 + 1)) * tx;
    return top + (bottom - top) * ty;
  };
}

/** Several octaves: clouds, stone, creases. */
export function layered(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let weight = 1;
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x * 2 ** octave + octave * 17, y * 2 ** octave + octave * 31) * weight;
    weight /= 2;
  }
  return sum / 2;
}

/** 0 at 0, 1 at 1, flat at both ends. */
export const smooth = (t: number): number => t * t * (3 - 2 * t);

/** 0 below `from`, 1 above `to`, smooth between. */
export function smoothstep(from: number, to: number, value: number): number {
  return smooth(Math.min(1, Math.max(0, (value - from) / (to - from))));
}
