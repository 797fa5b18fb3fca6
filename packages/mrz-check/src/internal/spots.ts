import { componentBoxes, type GreyRaster } from '@dossierkit/doc-raster';
import { findInk } from './find-ink.js';

/** Spots of ink that may be glyphs. */
export interface Spots {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly size: Float32Array;
  /** Spots of a similar size one pitch away. */
  near(spot: number): number[];
  /** The spot closest to a place, within `reach` pixels and of about this size. */
  at(x: number, y: number, reach: number, size: number): number;
}

/** Finds what is darker than its surroundings and of a size that glyphs have. */
export function findSpots(grey: GreyRaster, radiusPx: number, offset: number): Spots {
  const all = componentBoxes(findInk(grey, radiusPx, offset)).filter(({ widthPx, heightPx, areaPx }) => {
    const size = Math.max(widthPx, heightPx);
    return size >= 5 && size <= 70 && areaPx >= 8 && areaPx <= 0.9 * widthPx * heightPx + 8;
  });
  const count = all.length;
  const x = Float32Array.from(all, (c) => c.leftPx + c.widthPx / 2);
  const y = Float32Array.from(all, (c) => c.topPx + c.heightPx / 2);
  const size = Float32Array.from(all, (c) => Math.max(c.widthPx, c.heightPx));
  const grid = gridOf(x, y, count, grey.widthPx, grey.heightPx);
  return {
    count,
    x,
    y,
    size,
    near(i) {
      const found: number[] = [];
      const own = size[i] as number;
      grid.visit(x[i] as number, y[i] as number, own * 1.7, (j) => {
        const distance = Math.hypot((x[j] as number) - (x[i] as number), (y[j] as number) - (y[i] as number));
        const ratio = (size[j] as number) / own;
        if (j !== i && distance > own * 0.5 && distance < own * 1.7 && ratio > 0.6 && ratio < 1.67)
          found.push(j);
      });
      return found;
    },
    at(px, py, reach, wanted) {
      let best = -1;
      let least = reach;
      grid.visit(px, py, reach, (j) => {
        const distance = Math.hypot((x[j] as number) - px, (y[j] as number) - py);
        const ratio = (size[j] as number) / wanted;
        if (distance < least && ratio > 0.5 && ratio < 1.8) {
          least = distance;
          best = j;
        }
      });
      return best;
    },
  };
}

interface Grid {
  visit(x: number, y: number, reach: number, each: (spot: number) => void): void;
}

const CELL = 24;

function gridOf(x: Float32Array, y: Float32Array, count: number, widthPx: number, heightPx: number): Grid {
  const columns = Math.ceil(widthPx / CELL);
  const rows = Math.ceil(heightPx / CELL);
  const heads = new Int32Array(columns * rows).fill(-1);
  const next = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const cell = Math.floor((y[i] as number) / CELL) * columns + Math.floor((x[i] as number) / CELL);
    next[i] = heads[cell] as number;
    heads[cell] = i;
  }
  return {
    visit(px, py, reach, each) {
      const right = Math.min(columns - 1, Math.floor((px + reach) / CELL));
      const bottom = Math.min(rows - 1, Math.floor((py + reach) / CELL));
      for (let row = Math.max(0, Math.floor((py - reach) / CELL)); row <= bottom; row++) {
        for (let column = Math.max(0, Math.floor((px - reach) / CELL)); column <= right; column++) {
          for (let i = heads[row * columns + column] as number; i >= 0; i = next[i] as number) each(i);
        }
      }
    },
  };
}
