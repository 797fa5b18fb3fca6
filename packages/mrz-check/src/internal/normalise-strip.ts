import { PITCH } from './glyph-net-shape.js';

const REACH = Math.round(PITCH * 1.5);
const LEAST_DEVIATION = 6;

/**
 * Takes the local brightness and contrast out of a normalised line: each column becomes a deviation from the mean of its
 * surroundings (three cells), in units of their standard deviation, limited to ±3.
 */
export function normaliseStrip(strip: Float32Array, width: number, height: number): Float32Array {
  const sums = new Float64Array(width + 1);
  const squares = new Float64Array(width + 1);
  for (let x = 0; x < width; x++) {
    let sum = 0;
    let square = 0;
    for (let i = x; i < width * height; i += width) {
      const value = strip[i] as number;
      sum += value;
      square += value * value;
    }
    sums[x + 1] = (sums[x] as number) + sum;
    squares[x + 1] = (squares[x] as number) + square;
  }
  const out = new Float32Array(width * height);
  for (let x = 0; x < width; x++) {
    const from = Math.max(0, x - REACH);
    const to = Math.min(width, x + REACH + 1);
    const count = (to - from) * height;
    const mean = ((sums[to] as number) - (sums[from] as number)) / count;
    const variance = ((squares[to] as number) - (squares[from] as number)) / count - mean * mean;
    const scale = 1 / Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, variance)));
    for (let i = x; i < width * height; i += width) {
      const value = ((strip[i] as number) - mean) * scale;
      out[i] = value > 3 ? 3 : value < -3 ? -3 : value;
    }
  }
  return out;
}
