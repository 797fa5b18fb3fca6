import type { GreyRaster } from '@dossierkit/doc-raster';

/** Pixels are compared with the mean of the square of three by three tiles around them. */
const TILE_PX = 12;
/** Ink is darker by so much, in grey values: pale grounds and watermarks are none. */
const DARKER = 18;

/**
 * Marks what is darker than its surroundings: 1 for ink. Coarser than `adaptiveThreshold` of `doc-raster` and some ten times as
 * fast, which is enough for finding lines.
 */
export function inkOf({ widthPx, heightPx, data }: GreyRaster): Uint8Array {
  const ink = new Uint8Array(data.length);
  const { limits, columns } = tileLimits({ widthPx, heightPx, channels: 1, data });
  for (let y = 0, at = 0; y < heightPx; y++) {
    const row = Math.floor(y / TILE_PX) * columns;
    for (let column = 0; column < columns; column++) {
      const limit = limits[row + column] as number;
      const end = Math.min(widthPx, (column + 1) * TILE_PX) + y * widthPx;
      for (; at < end; at++) if ((data[at] as number) < limit) ink[at] = 1;
    }
  }
  return ink;
}

function tileLimits({ widthPx, heightPx, data }: GreyRaster): { limits: Float32Array; columns: number } {
  const columns = Math.ceil(widthPx / TILE_PX);
  const rows = Math.ceil(heightPx / TILE_PX);
  const means = new Float32Array(columns * rows);
  for (let y = 0, at = 0; y < heightPx; y++) {
    const row = Math.floor(y / TILE_PX) * columns;
    const high = Math.min(TILE_PX, heightPx - Math.floor(y / TILE_PX) * TILE_PX);
    for (let column = 0; column < columns; column++) {
      const end = Math.min(widthPx, (column + 1) * TILE_PX) + y * widthPx;
      const area = (end - at) * high;
      let sum = 0;
      for (; at < end; at++) sum += data[at] as number;
      means[row + column] = (means[row + column] as number) + sum / area;
    }
  }
  const limits = means.map((_, tile) => {
    const [row, column] = [Math.floor(tile / columns), tile % columns];
    let sum = 0;
    let count = 0;
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++, count++) {
        sum += means[y * columns + x] as number;
      }
    }
    return sum / count - DARKER;
  });
  return { limits, columns };
}
