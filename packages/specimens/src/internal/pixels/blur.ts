import type { RgbRaster } from '../rasterise.js';
import { clamp } from './backdrop.js';

/** Gaussian blur of standard deviation `sigma` pixels, by kernel where it is small and by three boxes where it is large. */
export function gaussianBlur(raster: RgbRaster, sigma: number): RgbRaster {
  if (sigma < 0.25) return raster;
  if (sigma < 2.2) {
    const kernel = kernelOf(sigma);
    return kernelColumns(kernelRows(raster, kernel), kernel);
  }
  const radii = boxRadii(sigma);
  return transposedTwice(raster, (rows) => radii.reduce(boxRows, rows));
}

/** Filters rows, then columns, by turning the picture in between: rows are where memory is fast. */
function transposedTwice(raster: RgbRaster, filter: (raster: RgbRaster) => RgbRaster): RgbRaster {
  return transpose(filter(transpose(filter(raster))));
}

export function transpose({ widthPx, heightPx, data }: RgbRaster): RgbRaster {
  const turned = new Uint8Array(data.length);
  const block = 32;
  for (let y0 = 0; y0 < heightPx; y0 += block) {
    for (let x0 = 0; x0 < widthPx; x0 += block) {
      for (let y = y0; y < Math.min(heightPx, y0 + block); y++) {
        for (let x = x0; x < Math.min(widthPx, x0 + block); x++) {
          const from = (y * widthPx + x) * 3;
          const to = (x * heightPx + y) * 3;
          turned[to] = data[from] as number;
          turned[to + 1] = data[from + 1] as number;
          turned[to + 2] = data[from + 2] as number;
        }
      }
    }
  }
  return { widthPx: heightPx, heightPx: widthPx, channels: 3, data: turned };
}

/** The middle of the kernel and its right half: it is symmetric. */
function kernelOf(sigma: number): Float32Array {
  const radius = Math.ceil(sigma * (sigma < 1 ? 1.9 : 2.6));
  const half = Float32Array.from({ length: radius + 1 }, (_, at) =>
    Math.exp(-(at * at) / (2 * sigma * sigma)),
  );
  const sum = half.reduce((total, weight, at) => total + weight * (at === 0 ? 1 : 2), 0);
  return half.map((weight) => weight / sum);
}

function kernelRows({ widthPx, heightPx, data }: RgbRaster, kernel: Float32Array): RgbRaster {
  const out = new Uint8Array(data.length);
  const radius = kernel.length - 1;
  const stride = widthPx * 3;
  const padded = new Float32Array(stride + radius * 6);
  const sums = new Float32Array(stride);
  for (let y = 0; y < heightPx; y++) {
    const row = y * stride;
    for (let at = 0; at < stride; at++) padded[at + radius * 3] = data[row + at] as number;
    for (let at = 0; at < radius * 3; at++) {
      padded[at] = data[row + (at % 3)] as number;
      padded[stride + radius * 3 + at] = data[row + stride - 3 + (at % 3)] as number;
    }
    const middle = radius * 3;
    const own = kernel[0] as number;
    for (let at = 0; at < stride; at++) sums[at] = 0.5 + own * (padded[middle + at] as number);
    for (let tap = 1; tap <= radius; tap++) {
      const weight = kernel[tap] as number;
      const left = middle - tap * 3;
      const right = middle + tap * 3;
      for (let at = 0; at < stride; at++) {
        sums[at] =
          (sums[at] as number) + weight * ((padded[left + at] as number) + (padded[right + at] as number));
      }
    }
    out.set(sums, row);
  }
  return { widthPx, heightPx, channels: 3, data: out };
}

function kernelColumns({ widthPx, heightPx, data }: RgbRaster, kernel: Float32Array): RgbRaster {
  const out = new Uint8Array(data.length);
  const stride = widthPx * 3;
  const sums = new Float32Array(stride);
  for (let y = 0; y < heightPx; y++) {
    for (let at = 0; at < stride; at++)
      sums[at] = 0.5 + (kernel[0] as number) * (data[y * stride + at] as number);
    for (let tap = 1; tap < kernel.length; tap++) {
      const weight = kernel[tap] as number;
      const above = Math.max(0, y - tap) * stride;
      const below = Math.min(heightPx - 1, y + tap) * stride;
      for (let at = 0; at < stride; at++) {
        sums[at] =
          (sums[at] as number) + weight * ((data[above + at] as number) + (data[below + at] as number));
      }
    }
    out.set(sums, y * stride);
  }
  return { widthPx, heightPx, channels: 3, data: out };
}

/** Three box widths whose variances add up to that of the Gaussian. */
function boxRadii(sigma: number): number[] {
  const ideal = Math.sqrt((12 * sigma * sigma) / 3 + 1);
  const lower = Math.floor(ideal) % 2 === 0 ? Math.floor(ideal) - 1 : Math.floor(ideal);
  const lowers = Math.round((12 * sigma * sigma - 3 * lower * lower - 12 * lower - 9) / (-4 * lower - 4));
  return [0, 1, 2].map((at) => ((at < lowers ? lower : lower + 2) - 1) / 2);
}

function boxRows({ widthPx, heightPx, data }: RgbRaster, radius: number): RgbRaster {
  const out = new Uint8Array(data.length);
  const count = 2 * radius + 1;
  const last = widthPx - 1;
  for (let y = 0; y < heightPx; y++) {
    const row = y * widthPx * 3;
    for (let channel = 0; channel < 3; channel++) {
      const start = row + channel;
      let sum = 0;
      for (let tap = -radius; tap <= radius; tap++)
        sum += data[start + Math.min(last, Math.max(0, tap)) * 3] as number;
      for (let x = 0; x <= last; x++) {
        out[start + x * 3] = sum / count + 0.5;
        const enters = x + radius + 1;
        const leaves = x - radius;
        sum +=
          (data[start + (enters > last ? last : enters) * 3] as number) -
          (data[start + (leaves < 0 ? 0 : leaves) * 3] as number);
      }
    }
  }
  return { widthPx, heightPx, channels: 3, data: out };
}

/** The mean along a straight path of `length` pixels, as a hand that moves during the exposure leaves it. */
export function motionBlur(raster: RgbRaster, length: number, degrees: number): RgbRaster {
  const taps = Math.max(1, Math.round(length));
  if (taps < 2) return raster;
  const { widthPx, heightPx, data } = raster;
  const out = new Uint8Array(data.length);
  const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const sums = new Float32Array(widthPx * 3);
  for (let y = 0; y < heightPx; y++) {
    sums.fill(0.5);
    for (let tap = 0; tap < taps; tap++)
      addShiftedRow(raster, sums, y, (tap - (taps - 1) / 2) * dx, (tap - (taps - 1) / 2) * dy, 1 / taps);
    for (let at = 0; at < sums.length; at++) out[y * widthPx * 3 + at] = clamp(sums[at] as number);
  }
  return { widthPx, heightPx, channels: 3, data: out };
}

function addShiftedRow(
  { widthPx, heightPx, data }: RgbRaster,
  sums: Float32Array,
  y: number,
  dx: number,
  dy: number,
  weight: number,
): void {
  const row = Math.min(heightPx - 1, Math.max(0, y + Math.round(dy))) * widthPx * 3;
  const shift = Math.round(dx);
  const [from, to] = [Math.max(0, -shift), Math.min(widthPx, widthPx - shift)];
  for (let x = 0; x < from; x++)
    for (let c = 0; c < 3; c++)
      sums[x * 3 + c] = (sums[x * 3 + c] as number) + weight * (data[row + c] as number);
  for (let at = from * 3; at < to * 3; at++)
    sums[at] = (sums[at] as number) + weight * (data[row + at + shift * 3] as number);
  const edge = row + (widthPx - 1) * 3;
  for (let x = to; x < widthPx; x++)
    for (let c = 0; c < 3; c++)
      sums[x * 3 + c] = (sums[x * 3 + c] as number) + weight * (data[edge + c] as number);
}
