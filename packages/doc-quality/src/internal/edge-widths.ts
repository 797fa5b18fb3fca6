import type { GreyRaster } from '@dossierkit/doc-raster';

/** The widest edge that is told apart, in quarter pixels. */
export const WIDTH_BINS = 96;
/** Bins for each pixel of width. */
export const BINS_PER_PX = 4;

/** How wide the edges in each tile are: their weight (height squared) by width, and in all. */
export interface EdgeWidths {
  readonly columns: number;
  readonly rows: number;
  /** Of the tile at (column, row): from `(row * columns + column) * WIDTH_BINS`. */
  readonly weights: Float32Array;
  /** How many edges each tile has. */
  readonly counts: Uint32Array;
}

/** How edges are looked for. */
export interface EdgeScan {
  readonly tilePx: number;
  /** The height of a tile in rows of the given picture, which may hold only some of the original's rows. */
  readonly tileRows: number;
  /** Ups and downs smaller than this are noise. */
  readonly noise: number;
  /** Edges lower than this do not count. */
  readonly minHeight: number;
}

/**
 * Walks along the rows and measures each rise and fall of brightness: its height (from one turning point to the next) over
 * its steepest step is its width in pixels. Divided by its own height, an edge has the same width in bright and dim light.
 */
export function scanRows(grey: GreyRaster, scan: EdgeScan): EdgeWidths {
  const { widthPx, heightPx, data } = grey;
  const { tilePx, tileRows, noise, minHeight } = scan;
  const columns = Math.max(1, Math.floor(widthPx / tilePx));
  const rows = Math.max(1, Math.floor(heightPx / tileRows));
  const weights = new Float32Array(columns * rows * WIDTH_BINS);
  const counts = new Uint32Array(columns * rows);
  const tileOfX = tileIndices(widthPx, tilePx, columns);
  for (let y = 0; y < heightPx; y++) {
    const tileRow = Math.min(rows - 1, Math.floor(y / tileRows)) * columns;
    const row = y * widthPx;
    let previous = data[row] as number;
    let rising = 1;
    let start = previous; // the last turning point
    let turn = previous; // where the present leg has got to
    let steepest = 0;
    let steepestAt = 0;
    let against = 0; // the steepest step back since `turn`
    let againstAt = 0;
    for (let x = 1; x < widthPx; x++) {
      const value = data[row + x] as number;
      const change = (value - previous) * rising;
      previous = value;
      if (change > steepest) {
        steepest = change;
        steepestAt = x;
      } else if (-change > against) {
        against = -change;
        againstAt = x;
      }
      const beyond = (value - turn) * rising;
      if (beyond > 0) {
        turn = value;
        against = 0;
      } else if (-beyond > noise) {
        const height = (turn - start) * rising;
        if (height >= minHeight) {
          const tile = tileRow + (tileOfX[steepestAt] as number);
          const bin = Math.min(WIDTH_BINS - 1, ((height * BINS_PER_PX) / steepest) | 0);
          const at = tile * WIDTH_BINS + bin;
          weights[at] = (weights[at] as number) + height * height;
          counts[tile] = (counts[tile] as number) + 1;
        }
        start = turn;
        turn = value;
        rising = -rising;
        steepest = against;
        steepestAt = againstAt;
        against = 0;
      }
    }
  }
  return { columns, rows, weights, counts };
}

function tileIndices(length: number, tilePx: number, tiles: number): Uint16Array {
  return Uint16Array.from({ length }, (_, x) => Math.min(tiles - 1, Math.floor(x / tilePx)));
}
