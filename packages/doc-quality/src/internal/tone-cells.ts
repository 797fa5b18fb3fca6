import type { Point } from '@dossierkit/core';
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

/** The rim of a page, on which its own border and what lies beside it may show. */
const RIM = 0.05;

/** The part of a page, its rim aside, whose cells show a difference of tone. Corners in fractions of the picture. */
export function contentShare(cells: ToneCells, corners: readonly Point[], difference: number): number {
  const middle = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
    y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
  };
  const inner = corners.map(({ x, y }) => ({
    x: x + (middle.x - x) * 2 * RIM,
    y: y + (middle.y - y) * 2 * RIM,
  }));
  let shown = 0;
  let all = 0;
  for (let row = 0; row < cells.rows; row++) {
    for (let column = 0; column < cells.columns; column++) {
      if (!within(inner, (column + 0.5) / cells.columns, (row + 0.5) / cells.rows)) continue;
      const cell = row * cells.columns + column;
      all++;
      if ((cells.high[cell] as number) - (cells.low[cell] as number) >= difference) shown++;
    }
  }
  return all === 0 ? 0 : shown / all;
}

function within(corners: readonly Point[], x: number, y: number): boolean {
  return corners.every((a, k) => {
    const b = corners[(k + 1) % corners.length] as Point;
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) >= 0;
  });
}
