import { checkRaster } from './internal/check.js';
import type { GreyRaster } from './raster.js';

/**
 * A grey picture blurred by a Gaussian of standard deviation `sigmaPx`; the border is repeated outwards. 0 gives the
 * picture itself.
 */
export function gaussianBlur(grey: GreyRaster, sigmaPx: number): GreyRaster {
  checkRaster(grey);
  if (!(sigmaPx > 0)) return grey;
  const kernel = gaussianKernel(sigmaPx);
  const { widthPx, heightPx } = grey;
  const rows = blurRows(grey.data, widthPx, heightPx, kernel);
  const data = blurColumns(rows, widthPx, heightPx, kernel);
  return { widthPx, heightPx, channels: 1, data };
}

/** Half of the kernel, from the centre outwards; both halves sum to 1. */
function gaussianKernel(sigma: number): Float32Array {
  const radius = Math.ceil(sigma * 3);
  const kernel = new Float32Array(radius + 1);
  let sum = 0;
  for (let i = 0; i <= radius; i++) {
    kernel[i] = Math.exp((-i * i) / (2 * sigma * sigma));
    sum += (i === 0 ? 1 : 2) * (kernel[i] as number);
  }
  return kernel.map((weight) => weight / sum);
}

function blurRows(
  data: GreyRaster['data'],
  width: number,
  height: number,
  kernel: Float32Array,
): Float32Array {
  const radius = kernel.length - 1;
  const out = new Float32Array(data.length);
  const padded = new Float32Array(width + 2 * radius);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < padded.length; x++) {
      padded[x] = data[row + Math.min(Math.max(x - radius, 0), width - 1)] as number;
    }
    for (let x = 0; x < width; x++) {
      let sum = (kernel[0] as number) * (padded[x + radius] as number);
      for (let k = 1; k <= radius; k++) {
        sum +=
          (kernel[k] as number) * ((padded[x + radius - k] as number) + (padded[x + radius + k] as number));
      }
      out[row + x] = sum;
    }
  }
  return out;
}

function blurColumns(rows: Float32Array, width: number, height: number, kernel: Float32Array): Uint8Array {
  const radius = kernel.length - 1;
  const out = new Uint8Array(rows.length);
  const line = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    line.fill(0.5);
    for (let k = -radius; k <= radius; k++) {
      const weight = kernel[Math.abs(k)] as number;
      const from = Math.min(Math.max(y + k, 0), height - 1) * width;
      for (let x = 0; x < width; x++) line[x] = (line[x] as number) + weight * (rows[from + x] as number);
    }
    out.set(line, y * width);
  }
  return out;
}
