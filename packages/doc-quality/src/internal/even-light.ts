import {
  type GreyRaster,
  histogram,
  percentile,
  type Raster,
  resizeToFit,
  toGrey,
} from '@dossierkit/doc-raster';

/** Paper is judged in so many cells across the longer side: larger than a word, smaller than a shadow. */
const CELLS = 14;
/** The brightest pixels of a cell are its paper. */
const PAPER_RANK = 0.9;
/** Light is added up to this factor: what is darker is a picture or a dark field, not a shadow. */
const MAX_GAIN = 2.2;

/**
 * Brings the paper of every part of a page to the brightness of its brightest parts. Tones relative to their paper stay as
 * they are, so faint print stays faint.
 */
export function evenLight(raster: Raster): Raster {
  const { widthPx, heightPx, channels, data } = raster;
  const papers = paperMap(toGrey(resizeToFit(raster, 420)));
  const bright = percentile(histogram({ ...papers, channels: 1 }), 0.9);
  const gains = Float32Array.from(papers.data, (paper) =>
    Math.min(MAX_GAIN, Math.max(1, bright / Math.max(1, paper))),
  );
  const out = new Uint8Array(data.length);
  const colours = channels === 4 ? 3 : channels;
  for (let y = 0, at = 0; y < heightPx; y++) {
    const v = clampTo(((y + 0.5) * papers.heightPx) / heightPx - 0.5, papers.heightPx);
    for (let x = 0; x < widthPx; x++, at += channels) {
      const gain = between(
        gains,
        papers.widthPx,
        clampTo(((x + 0.5) * papers.widthPx) / widthPx - 0.5, papers.widthPx),
        v,
      );
      for (let channel = 0; channel < colours; channel++) {
        const value = (data[at + channel] as number) * gain + 0.5;
        out[at + channel] = value > 255 ? 255 : value;
      }
      if (channels === 4) out[at + 3] = data[at + 3] as number;
    }
  }
  return { ...raster, data: out };
}

const clampTo = (value: number, length: number): number => Math.min(length - 1, Math.max(0, value));

function between(values: Float32Array, width: number, x: number, y: number): number {
  const left = x | 0;
  const top = y | 0;
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, values.length / width - 1);
  const fx = x - left;
  const fy = y - top;
  const upper =
    (values[top * width + left] as number) * (1 - fx) + (values[top * width + right] as number) * fx;
  const lower =
    (values[bottom * width + left] as number) * (1 - fx) + (values[bottom * width + right] as number) * fx;
  return upper + (lower - upper) * fy;
}

interface PaperMap {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array;
}

/** The paper's brightness in each cell; a cell that differs from all around it takes the median of its neighbours. */
function paperMap(grey: GreyRaster): PaperMap {
  const side = Math.max(1, Math.ceil(Math.max(grey.widthPx, grey.heightPx) / CELLS));
  const widthPx = Math.ceil(grey.widthPx / side);
  const heightPx = Math.ceil(grey.heightPx / side);
  const raw = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++) {
      const counts = new Uint32Array(256);
      for (let y = row * side; y < Math.min(grey.heightPx, (row + 1) * side); y++) {
        for (let x = column * side; x < Math.min(grey.widthPx, (column + 1) * side); x++) {
          const value = grey.data[y * grey.widthPx + x] as number;
          counts[value] = (counts[value] as number) + 1;
        }
      }
      raw[row * widthPx + column] = percentile(counts, PAPER_RANK);
    }
  }
  return { widthPx, heightPx, data: raw.map((_, cell) => medianAround(raw, widthPx, heightPx, cell)) };
}

function medianAround(values: Uint8Array, width: number, height: number, cell: number): number {
  const column = cell % width;
  const row = (cell - column) / width;
  const near: number[] = [];
  for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++)
      near.push(values[y * width + x] as number);
  }
  return near.sort((a, b) => a - b)[near.length >> 1] as number;
}
