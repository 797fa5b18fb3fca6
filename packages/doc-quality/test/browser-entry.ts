import type { Timestamp } from '@dossierkit/core';
import { type CheckQualityOptions, checkQuality } from '@dossierkit/doc-quality';
import { pageImageFrom } from '@dossierkit/doc-quality/browser';

/** Puts pixels (red, green, blue, alpha, as base64) onto a canvas and checks the canvas: what a page does with a frame. */
export function checkPixels(
  base64: string,
  width: number,
  height: number,
  at: Timestamp,
  options: Partial<CheckQualityOptions>,
): unknown {
  const pixels = Uint8ClampedArray.from(atob(base64), (character) => character.charCodeAt(0));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  return checkQuality(pageImageFrom(canvas), { ...options, at });
}
