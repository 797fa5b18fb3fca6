import type { GreyRaster } from '@dossierkit/doc-raster';

/** Every `step`-th row of a picture. */
export function someRows({ widthPx, heightPx, data }: GreyRaster, step: number): GreyRaster {
  const rows = Math.ceil(heightPx / step);
  const out = new Uint8Array(rows * widthPx);
  for (let row = 0; row < rows; row++) {
    out.set(data.subarray(row * step * widthPx, row * step * widthPx + widthPx), row * widthPx);
  }
  return { widthPx, heightPx: rows, channels: 1, data: out };
}

/** Every `step`-th column of a picture, laid down as a row. */
export function someColumns({ widthPx, heightPx, data }: GreyRaster, step: number): GreyRaster {
  const block = 16;
  const columns = Math.ceil(widthPx / step);
  const out = new Uint8Array(columns * heightPx);
  // In blocks, so that reading and writing stay near each other in memory.
  for (let top = 0; top < heightPx; top += block) {
    const bottom = Math.min(top + block, heightPx);
    for (let column = 0; column < columns; column++) {
      for (let y = top, from = top * widthPx + column * step; y < bottom; y++, from += widthPx) {
        out[column * heightPx + y] = data[from] as number;
      }
    }
  }
  return { widthPx: heightPx, heightPx: columns, channels: 1, data: out };
}
