import { type AxisWeights, axisWeights } from './internal/axis-weights.js';
import { blockMeans } from './internal/block-means.js';
import { checkRaster, checkSize } from './internal/check.js';
import type { Raster } from './raster.js';

/** The size of a picture in pixels. */
export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * A picture in another size. Each axis for itself: where it shrinks, every new pixel is the exact average of the area
 * that it covers (nothing is skipped, so fine print does not turn into noise); where it grows, bilinear.
 *
 * A picture that has the size already is returned as it is, not copied.
 *
 * @throws {DossierkitError} `doc-raster/size-invalid`, `doc-raster/raster-invalid`
 */
export function resize<R extends Raster>(raster: R, size: PixelSize): R {
  checkRaster(raster);
  checkSize(size.widthPx, size.heightPx);
  const { channels } = raster;
  if (size.widthPx === raster.widthPx && size.heightPx === raster.heightPx) return raster;
  const data = new Uint8Array(size.widthPx * size.heightPx * channels);
  const factor = raster.widthPx / size.widthPx;
  if (channels === 1 && Number.isInteger(factor) && raster.heightPx === factor * size.heightPx) {
    blockMeans(raster, factor, data);
  } else {
    weightedMeans(raster, size, data);
  }
  return { ...raster, widthPx: size.widthPx, heightPx: size.heightPx, data };
}

/**
 * A picture whose longer side has at most `maxSidePx`, in its own proportions. A smaller picture is returned as it is.
 *
 * @throws {DossierkitError} `doc-raster/size-invalid` for a limit below 1
 */
export function resizeToFit<R extends Raster>(raster: R, maxSidePx: number): R {
  const { widthPx, heightPx } = raster;
  const scale = Math.min(1, maxSidePx / Math.max(widthPx, heightPx));
  return resize(raster, {
    widthPx: scale === 1 ? widthPx : Math.max(maxSidePx >= 1 ? 1 : 0, Math.round(widthPx * scale)),
    heightPx: scale === 1 ? heightPx : Math.max(maxSidePx >= 1 ? 1 : 0, Math.round(heightPx * scale)),
  });
}

function weightedMeans(raster: Raster, size: PixelSize, data: Uint8Array): void {
  const { channels } = raster;
  const rows = axisWeights(raster.heightPx, size.heightPx);
  const columns = axisWeights(raster.widthPx, size.widthPx);
  const stride = raster.widthPx * channels;
  // Longer than a row, so that weights of 0 may lie beyond its end.
  const line = new Float32Array(stride + columns.span * channels);
  for (let y = 0; y < size.heightPx; y++) {
    sumRows(raster.data, stride, rows, y, line);
    const to = y * size.widthPx * channels;
    if (channels > 1) sumInterleaved(line, channels, columns, data, to);
    else if (columns.span <= 3) sumTriples(line, columns, data, to);
    else sumColumns(line, columns, data, to);
  }
}

function sumRows(
  data: Raster['data'],
  stride: number,
  { starts, counts, weights, span }: AxisWeights,
  y: number,
  line: Float32Array,
): void {
  const count = counts[y] as number;
  const first = weights[y * span] as number;
  const start = (starts[y] as number) * stride;
  for (let x = 0; x < stride; x++) line[x] = first * (data[start + x] as number);
  for (let k = 1; k < count; k++) {
    const weight = weights[y * span + k] as number;
    const from = start + k * stride;
    for (let x = 0; x < stride; x++) line[x] = (line[x] as number) + weight * (data[from + x] as number);
  }
}

/** As {@link sumColumns}, for up to three weights: what most pictures are reduced by. */
function sumTriples(
  line: Float32Array,
  { starts, weights, span }: AxisWeights,
  out: Uint8Array,
  to: number,
): void {
  for (let x = 0, at = 0; x < starts.length; x++, at += span) {
    const start = starts[x] as number;
    const third = span > 2 ? (weights[at + 2] as number) * (line[start + 2] as number) : 0;
    const second = (weights[at + 1] as number) * (line[start + 1] as number);
    out[to + x] = (weights[at] as number) * (line[start] as number) + second + third + 0.5;
  }
}

function sumColumns(
  line: Float32Array,
  { starts, counts, weights, span }: AxisWeights,
  out: Uint8Array,
  to: number,
): void {
  for (let x = 0; x < starts.length; x++) {
    const start = starts[x] as number;
    const count = counts[x] as number;
    let sum = 0.5;
    for (let k = 0; k < count; k++) sum += (weights[x * span + k] as number) * (line[start + k] as number);
    out[to + x] = sum;
  }
}

function sumInterleaved(
  line: Float32Array,
  channels: number,
  { starts, counts, weights, span }: AxisWeights,
  out: Uint8Array,
  to: number,
): void {
  for (let x = 0; x < starts.length; x++) {
    const start = (starts[x] as number) * channels;
    const count = counts[x] as number;
    for (let channel = 0; channel < channels; channel++) {
      let sum = 0.5;
      for (let k = 0, at = start + channel; k < count; k++, at += channels) {
        sum += (weights[x * span + k] as number) * (line[at] as number);
      }
      out[to + x * channels + channel] = sum;
    }
  }
}
