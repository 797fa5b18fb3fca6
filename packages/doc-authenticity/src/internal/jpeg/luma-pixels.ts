import type { GreyRaster } from '@dossierkit/doc-raster';
import { inverseDct, ZIGZAG } from '../pixels/dct.js';
import type { JpegLuma } from './read-coefficients.js';

/** The brightness of a JPEG in pixels, as every decoder has it, give or take one. */
export function lumaPixels({
  widthPx,
  heightPx,
  columns,
  rows,
  coefficients,
  quantisation,
}: JpegLuma): GreyRaster {
  const data = new Uint8ClampedArray(widthPx * heightPx);
  const block = new Float32Array(64);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * 64;
      let last = 63;
      while (last > 0 && coefficients[at + last] === 0) last--;
      const mean = 128 + ((coefficients[at] as number) * (quantisation[0] as number)) / 8;
      if (last === 0) block.fill(mean);
      else {
        block.fill(0);
        for (let k = 0; k <= last; k++)
          block[ZIGZAG[k] as number] = (coefficients[at + k] as number) * (quantisation[k] as number);
        inverseDct(block);
        for (let k = 0; k < 64; k++) block[k] = (block[k] as number) + 128;
      }
      const [width, height] = [Math.min(8, widthPx - column * 8), Math.min(8, heightPx - row * 8)];
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++)
          data[(row * 8 + y) * widthPx + column * 8 + x] = block[y * 8 + x] as number;
    }
  return { widthPx, heightPx, channels: 1, data };
}
