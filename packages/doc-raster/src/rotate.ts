import type { Homography } from './homography.js';
import { checkRaster } from './internal/check.js';
import type { Raster } from './raster.js';
import { warpPerspective } from './warp.js';

/**
 * A picture turned clockwise by quarter turns, without loss. Any whole number is taken: -1 turns once
 * counter-clockwise, 4 not at all (then the picture is returned as it is).
 */
export function rotate90<R extends Raster>(raster: R, quarterTurns: number): R {
  checkRaster(raster);
  const turns = ((Math.round(quarterTurns) % 4) + 4) % 4;
  if (turns === 0) return raster;
  const { widthPx: width, heightPx: height, channels, data } = raster;
  const [newWidth, newHeight] = turns === 2 ? [width, height] : [height, width];
  // Where the first new pixel comes from, and how far one step right or down is in the old picture.
  const origin = turns === 1 ? (height - 1) * width : turns === 2 ? width * height - 1 : width - 1;
  const right = turns === 1 ? -width : turns === 2 ? -1 : width;
  const down = turns === 1 ? 1 : turns === 2 ? -width : -1;
  const turned = new Uint8Array(data.length);
  for (let y = 0, to = 0; y < newHeight; y++) {
    let from = (origin + y * down) * channels;
    for (let x = 0; x < newWidth; x++, from += right * channels) {
      for (let channel = 0; channel < channels; channel++) turned[to++] = data[from + channel] as number;
    }
  }
  return { ...raster, widthPx: newWidth, heightPx: newHeight, data: turned };
}

/** Options of {@link rotate}. */
export interface RotateOptions {
  /** What lies outside the old picture, 0 to 255 in every channel. Default: 255. */
  readonly fill?: number;
}

/**
 * A picture turned clockwise about its centre by any angle, bilinear. The new picture is as large as the turned one
 * needs.
 */
export function rotate<R extends Raster>(raster: R, degrees: number, options: RotateOptions = {}): R {
  const { widthPx: width, heightPx: height } = raster;
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const newWidth = Math.max(1, Math.round(Math.abs(width * cos) + Math.abs(height * sin)));
  const newHeight = Math.max(1, Math.round(Math.abs(width * sin) + Math.abs(height * cos)));
  const toSource: Homography = [
    ...[cos, sin, width / 2 - (cos * newWidth) / 2 - (sin * newHeight) / 2],
    ...[-sin, cos, height / 2 + (sin * newWidth) / 2 - (cos * newHeight) / 2],
    ...[0, 0, 1],
  ] as unknown as Homography;
  return warpPerspective(raster, { toSource, widthPx: newWidth, heightPx: newHeight, ...options });
}
