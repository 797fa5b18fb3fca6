import type { GreyRaster } from '@dossierkit/doc-raster';
import { type EdgeScan, scanRows } from './edge-widths.js';
import { medianSigma } from './sharpness.js';

/** How wide edges are along the direction in which they are widest, and across it: σ in pixels. */
export interface Motion {
  /** Clockwise from the rows of the picture, -90 to 90. */
  readonly degrees: number;
  readonly alongPx: number;
  readonly acrossPx: number;
}

/** Diagonals are looked at half as often as rows. */
const SELDOMER = 2;

/**
 * The direction of a movement, from the widths of edges along rows, columns and both diagonals: the square of the width goes
 * up and down with the cosine of twice the angle. Absent where the diagonals have too few edges.
 */
export function measureMotion(
  grey: GreyRaster,
  scan: EdgeScan,
  horizontalPx: number,
  verticalPx: number,
): Motion | undefined {
  const step = SELDOMER * scan.step;
  const [down, up] = ([1, -1] as const).map((direction) => {
    const widths = scanRows(someDiagonals(grey, direction, step), { ...scan, step });
    return medianSigma(widths, scan) ** 2;
  }) as [number, number];
  const [rows, columns] = [horizontalPx ** 2, verticalPx ** 2];
  if (Number.isNaN(down + up + rows + columns)) return undefined;
  const mean = (rows + columns) / 2;
  // Upright strokes are crossed aslant by diagonals, and so look wider there than they are: by the same for both.
  const aslant = (mean * (down - up)) / Math.max(1e-9, (down + up) / 2);
  const swing = Math.min(mean, Math.hypot(rows - columns, aslant) / 2);
  return {
    degrees: (Math.atan2(aslant, rows - columns) * 90) / Math.PI,
    alongPx: Math.sqrt(mean + swing),
    acrossPx: Math.sqrt(mean - swing),
  };
}

/** Every `step`-th diagonal, laid down as a row; beyond the sides the border goes on. */
function someDiagonals({ widthPx, heightPx, data }: GreyRaster, direction: 1 | -1, step: number): GreyRaster {
  const count = Math.ceil((widthPx + heightPx) / step);
  const out = new Uint8Array(count * heightPx);
  for (let k = 0; k < count; k++) {
    const start = direction === 1 ? k * step - heightPx : k * step;
    for (let y = 0; y < heightPx; y++) {
      const x = Math.min(widthPx - 1, Math.max(0, start + direction * y));
      out[k * heightPx + y] = data[y * widthPx + x] as number;
    }
  }
  return { widthPx: heightPx, heightPx: count, channels: 1, data: out };
}
