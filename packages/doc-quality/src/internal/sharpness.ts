import type { GreyRaster } from '@dossierkit/doc-raster';
import { recommendedMaxSidePx } from '../page-image.js';
import { BINS_PER_PX, type EdgeScan, type EdgeWidths, scanRows, WIDTH_BINS } from './edge-widths.js';
import { someColumns, someRows } from './some-lines.js';

/** How sharp the edges of a picture are, tile by tile. Widths are those of an edge's blur (σ) in pixels. */
export interface Sharpness {
  readonly columns: number;
  readonly rows: number;
  /** Measured along rows: what a sideways movement widens. NaN where a tile has too few edges. */
  readonly horizontal: Float32Array;
  /** Measured along columns. */
  readonly vertical: Float32Array;
  /** How much each tile has to say: the root of the sum of its squared edge heights. */
  readonly weights: Float32Array;
  /** The picture's, over all tiles; NaN where nothing can be judged. */
  readonly horizontalPx: number;
  readonly verticalPx: number;
  /** Edges counted, for each thousand pixels of the page. */
  readonly edgeDensity: number;
  /** The most blurred block of 3 × 3 tiles, by its upper left tile; absent where no block has enough to judge by. */
  readonly worst: { readonly column: number; readonly row: number; readonly sigmaPx: number } | undefined;
}

/** The side of a tile in a picture of the recommended size. */
const TILE_PX = 64;
/** Every how many rows and columns are looked at; in a larger picture fewer, so that it does not take longer. */
const STEP = 3;
const STEP_OF_LARGE = 8;
/** A step blurred by a Gaussian is, by height over steepest step, √(2π) σ wide. */
const WIDTH_OF_SIGMA = Math.sqrt(2 * Math.PI);
/**
 * σ, in pixels of a picture of the recommended size, of the blur that reducing a larger one to it adds. Limits are those of
 * reduced pictures; where a larger one is measured as it is, it is added to what was measured. From 368 pairs of pictures.
 */
const ADDED_BY_REDUCING = 0.383;
/** The sharpest third of a tile's edges tells its focus; the rest may be soft by design (portraits, shades). */
const SHARP_SHARE = 0.3;
const MIN_EDGES = 8;

/** How edges are looked for in a picture of such a size, with so much noise. */
export function edgeScan({ widthPx, heightPx }: GreyRaster, noise: number): EdgeScan {
  const size = Math.max(1, Math.max(widthPx, heightPx) / recommendedMaxSidePx);
  return {
    tilePx: TILE_PX * size,
    step: size > 1 ? STEP_OF_LARGE : STEP,
    addedPx: size > 1 ? ADDED_BY_REDUCING * size : 0,
    noise: Math.max(4, Math.round(3 * noise)),
    minHeight: Math.max(14, Math.round(8 * noise)),
  };
}

/** The blur of a whole picture by its edges in one direction: σ in pixels, NaN where there are too few. */
export function medianSigma(widths: EdgeWidths, scan: EdgeScan): number {
  const tiles = Array.from(widths.counts, (_, tile) => tile);
  return weightedMedian(
    tiles.map((tile) => sigmaOf(widths, tile, scan)),
    tiles.map((tile) => Math.sqrt(weightOf(widths, tile))),
  );
}

/** Measures the blur of a picture where it has edges to judge by. */
export function measureSharpness(
  grey: GreyRaster,
  scan: EdgeScan,
  onPage: (x: number, y: number) => boolean,
): Sharpness {
  const alongRows = scanRows(someRows(grey, scan.step), scan);
  const alongColumns = scanRows(someColumns(grey, scan.step), scan);
  const { columns, rows } = alongRows;
  const tiles = columns * rows;
  const horizontal = new Float32Array(tiles);
  const vertical = new Float32Array(tiles);
  const weights = new Float32Array(tiles);
  let edges = 0;
  let judged = 0;
  for (let tile = 0; tile < tiles; tile++) {
    const column = tile % columns;
    const row = (tile - column) / columns;
    horizontal[tile] = vertical[tile] = Number.NaN;
    if (!onPage((column + 0.5) / columns, (row + 0.5) / rows)) continue;
    judged++;
    const mirror = column * rows + row;
    const count = (alongRows.counts[tile] as number) + (alongColumns.counts[mirror] as number);
    edges += count;
    horizontal[tile] = sigmaOf(alongRows, tile, scan);
    vertical[tile] = sigmaOf(alongColumns, mirror, scan);
    weights[tile] = Math.sqrt(weightOf(alongRows, tile) + weightOf(alongColumns, mirror));
  }
  return {
    columns,
    rows,
    horizontal,
    vertical,
    weights,
    horizontalPx: weightedMedian(horizontal, weights),
    verticalPx: weightedMedian(vertical, weights),
    edgeDensity: judged === 0 ? 0 : (edges * 1000 * tiles) / (judged * grey.data.length),
    worst: worstBlock(horizontal, vertical, columns, rows),
  };
}

function weightOf({ weights }: EdgeWidths, tile: number): number {
  let sum = 0;
  const end = (tile + 1) * WIDTH_BINS;
  for (let k = end - WIDTH_BINS; k < end; k++) sum += weights[k] as number;
  return sum;
}

function sigmaOf(widths: EdgeWidths, tile: number, { addedPx }: EdgeScan): number {
  const widthPx = sharpWidth(widths, tile);
  return Math.hypot(widthPx / WIDTH_OF_SIGMA, addedPx);
}

/** The width of the sharpest third of a tile's edges, in pixels. */
function sharpWidth(widths: EdgeWidths, tile: number): number {
  if ((widths.counts[tile] as number) < MIN_EDGES) return Number.NaN;
  const wanted = weightOf(widths, tile) * SHARP_SHARE;
  let sum = 0;
  for (let bin = 0; bin < WIDTH_BINS; bin++) {
    const weight = widths.weights[tile * WIDTH_BINS + bin] as number;
    if (sum + weight >= wanted && weight > 0) {
      return (bin + (wanted - sum) / weight) / BINS_PER_PX;
    }
    sum += weight;
  }
  return WIDTH_BINS / BINS_PER_PX;
}

/** How many of a block's nine tiles must have something to say. */
const MIN_JUDGED = 5;

function worstBlock(
  horizontal: Float32Array,
  vertical: Float32Array,
  columns: number,
  rows: number,
): Sharpness['worst'] {
  let worst: Sharpness['worst'];
  for (let row = 0; row + 3 <= rows; row++) {
    for (let column = 0; column + 3 <= columns; column++) {
      const values: number[] = [];
      for (let k = 0; k < 9; k++) {
        const tile = (row + Math.floor(k / 3)) * columns + column + (k % 3);
        const value = Math.sqrt((horizontal[tile] as number) * (vertical[tile] as number));
        if (!Number.isNaN(value)) values.push(value);
      }
      if (values.length < MIN_JUDGED) continue;
      values.sort((a, b) => a - b);
      // The sharper half of the block must be blurred as well.
      const sigmaPx = values[values.length >> 2] as number;
      if (!worst || sigmaPx > worst.sigmaPx) worst = { column, row, sigmaPx };
    }
  }
  return worst;
}

/** The value that half of the weight does not exceed; NaN values have no say. */
function weightedMedian(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const order = Array.from(values, (_, k) => k).filter((k) => !Number.isNaN(values[k]));
  order.sort((a, b) => (values[a] as number) - (values[b] as number));
  const total = order.reduce((sum, k) => sum + (weights[k] as number), 0);
  let seen = 0;
  for (const k of order) {
    seen += weights[k] as number;
    if (seen * 2 >= total) return values[k] as number;
  }
  return Number.NaN;
}
