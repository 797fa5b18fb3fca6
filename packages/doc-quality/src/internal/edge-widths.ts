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
  /** Every how many rows of the original the given picture holds. */
  readonly step: number;
  /** σ in pixels of the blur that reducing this picture to the recommended size would add. */
  readonly addedPx: number;
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
  const { widthPx, heightPx } = grey;
  const { tilePx, step } = scan;
  const tileRows = tilePx / step;
  const columns = Math.max(1, Math.floor(widthPx / tilePx));
  const rows = Math.max(1, Math.floor(heightPx / tileRows));
  const widths: EdgeWidths = {
    columns,
    rows,
    weights: new Float32Array(columns * rows * WIDTH_BINS),
    counts: new Uint32Array(columns * rows),
  };
  const tileOfX = tileIndices(widthPx, tilePx, columns);
  for (let y = 0; y < heightPx; y++) {
    const tileRow = Math.min(rows - 1, Math.floor(y / tileRows)) * columns;
    scanRow(grey.data, y * widthPx, tileRow, tileOfX, scan, widths);
  }
  return widths;
}

/** One row. Rises and falls have a loop each, without a sign to multiply by: this is where a picture's time goes. */
function scanRow(
  data: GreyRaster['data'],
  row: number,
  tileRow: number,
  tileOfX: Uint16Array,
  { noise, minHeight }: EdgeScan,
  { weights, counts }: EdgeWidths,
): void {
  const end = row + tileOfX.length;
  let previous = data[row] as number;
  let rising = true;
  let start = previous; // the last turning point
  let turn = previous; // where the present leg has got to
  let steepest = 0;
  let steepestAt = row;
  let against = 0; // the steepest step back since `turn`
  let againstAt = row;
  for (let at = row + 1; at < end; at++) {
    if (rising) {
      for (; at < end; at++) {
        const value = data[at] as number;
        const change = value - previous;
        previous = value;
        if (change > steepest) {
          steepest = change;
          steepestAt = at;
        } else if (change < -against) {
          against = -change;
          againstAt = at;
        }
        if (value > turn) {
          turn = value;
          against = 0;
        } else if (turn - value > noise) break;
      }
    } else {
      for (; at < end; at++) {
        const value = data[at] as number;
        const change = previous - value;
        previous = value;
        if (change > steepest) {
          steepest = change;
          steepestAt = at;
        } else if (change < -against) {
          against = -change;
          againstAt = at;
        }
        if (value < turn) {
          turn = value;
          against = 0;
        } else if (value - turn > noise) break;
      }
    }
    if (at >= end) return;
    const height = rising ? turn - start : start - turn;
    if (height >= minHeight) {
      const tile = tileRow + (tileOfX[steepestAt - row] as number);
      const bin = Math.min(WIDTH_BINS - 1, ((height * BINS_PER_PX) / steepest) | 0);
      const into = tile * WIDTH_BINS + bin;
      weights[into] = (weights[into] as number) + height * height;
      counts[tile] = (counts[tile] as number) + 1;
    }
    start = turn;
    turn = previous;
    rising = !rising;
    steepest = against;
    steepestAt = againstAt;
    against = 0;
  }
}

function tileIndices(length: number, tilePx: number, tiles: number): Uint16Array {
  return Uint16Array.from({ length }, (_, x) => Math.min(tiles - 1, Math.floor(x / tilePx)));
}
