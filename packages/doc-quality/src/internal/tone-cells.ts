import type { GreyRaster } from '@dossierkit/doc-raster';

/** The side of a cell in pixels of the measured picture. */
export const CELL_PX = 8;

/** The darkest and the brightest pixel of each small square of a picture. */
export interface ToneCells {
  readonly columns: number;
  readonly rows: number;
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/** Sums a picture up in squares of {@link CELL_PX}. */
export function toneCells({ widthPx, heightPx, data }: GreyRaster): ToneCells {
  const columns = Math.ceil(widthPx / CELL_PX);
  const rows = Math.ceil(heightPx / CELL_PX);
  const low = new Uint8Array(columns * rows).fill(255);
  const high = new Uint8Array(columns * rows);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const row = ((y / CELL_PX) | 0) * columns;
    for (let left = 0, cell = row; left < widthPx; left += CELL_PX, cell++) {
      let least = low[cell] as number;
      let most = high[cell] as number;
      for (const end = Math.min(left + CELL_PX, widthPx) - left + at; at < end; at++) {
        const value = data[at] as number;
        if (value < least) least = value;
        if (value > most) most = value;
      }
      low[cell] = least;
      high[cell] = most;
    }
  }
  return { columns, rows, low, high };
}
