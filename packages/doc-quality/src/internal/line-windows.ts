import type { GreyRaster } from '@dossierkit/doc-raster';
import type { TextLayout } from './text-lines.js';

/** Squares along the lines of text, as a reader's eye takes them in. */
export const WINDOW_SIDE = 12;
const WINDOW_SIZE = WINDOW_SIDE * WINDOW_SIDE;

/** Above and below the letters, as part of their height: room for ascenders and descenders. */
const MARGIN = 0.45;
const PER_LINE = 14;

/**
 * Cuts up to `count` squares out of the longest lines of text, each with mean 0 and deviation 1, rows along the lines'
 * direction (that is, turned upright if the lines run down the page). There are `scale` pixels of `grey` in one of the
 * picture that the lines were found in.
 */
export function lineWindows(grey: GreyRaster, layout: TextLayout, count: number, scale = 1): Float32Array[] {
  const angle = (layout.degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const lines = [...layout.lines]
    .filter(({ glyphs, heightPx }) => glyphs.length >= 4 && heightPx >= 4)
    .sort((a, b) => b.lengthPx / b.heightPx - a.lengthPx / a.heightPx);
  const windows: Float32Array[] = [];
  for (const { glyphs, heightPx } of lines) {
    if (windows.length >= count) break;
    // Along and across the line.
    const along = glyphs.map(({ x, y }) => x * cos + y * sin).sort((a, b) => a - b);
    const across = glyphs.map(({ x, y }) => y * cos - x * sin).sort((a, b) => a - b);
    const middle = across[across.length >> 1] as number;
    const side = heightPx * (1 + 2 * MARGIN);
    const from = along[0] as number;
    const to = along[along.length - 1] as number;
    const step = Math.max(heightPx * 0.8, (to - from) / PER_LINE);
    for (let at = from; at <= to; at += step) {
      const window = cut(
        grey,
        (at * cos - middle * sin) * scale,
        (at * sin + middle * cos) * scale,
        (side / WINDOW_SIDE) * cos * scale,
        (side / WINDOW_SIDE) * sin * scale,
      );
      if (window) windows.push(window);
    }
  }
  return windows.slice(0, count);
}

/** The square around a centre whose pixels are `(ux, uy)` apart along its rows. */
function cut(
  { widthPx, heightPx, data }: GreyRaster,
  x: number,
  y: number,
  ux: number,
  uy: number,
): Float32Array | undefined {
  const window = new Float32Array(WINDOW_SIZE);
  const half = (WINDOW_SIDE - 1) / 2;
  let sum = 0;
  let squares = 0;
  for (let row = 0, at = 0; row < WINDOW_SIDE; row++) {
    for (let column = 0; column < WINDOW_SIDE; column++, at++) {
      const u = x + (column - half) * ux - (row - half) * uy - 0.5;
      const v = y + (column - half) * uy + (row - half) * ux - 0.5;
      const left = Math.floor(u);
      const top = Math.floor(v);
      if (left < 0 || top < 0 || left + 1 >= widthPx || top + 1 >= heightPx) return undefined;
      const from = top * widthPx + left;
      const fx = u - left;
      const fy = v - top;
      const upper = (data[from] as number) * (1 - fx) + (data[from + 1] as number) * fx;
      const lower = (data[from + widthPx] as number) * (1 - fx) + (data[from + widthPx + 1] as number) * fx;
      const value = upper + (lower - upper) * fy;
      window[at] = value;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / WINDOW_SIZE;
  const deviation = Math.sqrt(Math.max(0, squares / WINDOW_SIZE - mean * mean));
  if (deviation < 6) return undefined;
  for (let k = 0; k < WINDOW_SIZE; k++) window[k] = ((window[k] as number) - mean) / deviation;
  return window;
}
