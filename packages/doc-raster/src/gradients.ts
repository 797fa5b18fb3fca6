import { checkRaster } from './internal/check.js';
import type { GreyRaster } from './raster.js';

/** How brightness changes at each pixel: `dx` to the right, `dy` downwards. */
export interface Gradients {
  readonly widthPx: number;
  readonly heightPx: number;
  /** -1020 to 1020; the outermost pixels are 0. */
  readonly dx: Int16Array;
  readonly dy: Int16Array;
}

/**
 * Sobel's 3 × 3 gradients. A step of height 1 from one pixel to the next answers 4.
 */
export function sobel(grey: GreyRaster): Gradients {
  checkRaster(grey);
  const { widthPx, heightPx, data } = grey;
  const dx = new Int16Array(data.length);
  const dy = new Int16Array(data.length);
  for (let y = 1; y < heightPx - 1; y++) {
    let at = y * widthPx + 1;
    // A column is summed once and serves three neighbouring pixels.
    let up0 = data[at - widthPx - 1] as number;
    let mid0 = data[at - 1] as number;
    let low0 = data[at + widthPx - 1] as number;
    let up1 = data[at - widthPx] as number;
    let mid1 = data[at] as number;
    let low1 = data[at + widthPx] as number;
    for (const end = at + widthPx - 2; at < end; at++) {
      const up2 = data[at - widthPx + 1] as number;
      const mid2 = data[at + 1] as number;
      const low2 = data[at + widthPx + 1] as number;
      dx[at] = up2 + 2 * mid2 + low2 - (up0 + 2 * mid0 + low0);
      dy[at] = low0 + 2 * low1 + low2 - (up0 + 2 * up1 + up2);
      up0 = up1;
      mid0 = mid1;
      low0 = low1;
      up1 = up2;
      mid1 = mid2;
      low1 = low2;
    }
  }
  return { widthPx, heightPx, dx, dy };
}

/** The strength of the gradients, |dx| + |dy|, which costs no root and ranks edges as well. */
export function gradientStrength({ dx, dy }: Gradients): Uint16Array {
  const strength = new Uint16Array(dx.length);
  for (let i = 0; i < strength.length; i++) {
    strength[i] = Math.abs(dx[i] as number) + Math.abs(dy[i] as number);
  }
  return strength;
}
