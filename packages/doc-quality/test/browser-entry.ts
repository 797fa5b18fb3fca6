import type { CheckReport, Timestamp } from '@dossierkit/core';
import { pageImageFrom } from '../src/browser.js';
import { checkQuality, type PageQuality } from '../src/index.js';

/** Puts grey pixels onto a canvas and checks the canvas: what a page does with a camera's frame. */
export function checkPixels(
  base64: string,
  width: number,
  height: number,
  at: Timestamp,
): CheckReport<PageQuality> {
  const grey = atob(base64);
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let k = 0; k < grey.length; k++) pixels.fill(grey.charCodeAt(k), k * 4, k * 4 + 3);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return checkQuality(pageImageFrom(canvas), { at });
}
