import type { Raster } from '../raster.js';

/** The mean of each square of `side` × `side` pixels of a grey picture that they fill exactly. */
export function blockMeans({ widthPx, heightPx, data }: Raster, side: number, out: Uint8Array): void {
  if (side === 2) {
    halve(data, widthPx, out);
    return;
  }
  const sums = new Float64Array(widthPx / side);
  const area = side * side;
  for (let y = 0, to = 0; y < heightPx; y += side) {
    sums.fill(area / 2);
    for (let from = y * widthPx, end = from + side * widthPx; from < end; from += widthPx) {
      for (let column = 0, at = from; column < sums.length; column++) {
        let sum = sums[column] as number;
        for (let k = 0; k < side; k++) sum += data[at++] as number;
        sums[column] = sum;
      }
    }
    for (let column = 0; column < sums.length; column++) out[to++] = (sums[column] as number) / area;
  }
}

function halve(data: Raster['data'], widthPx: number, out: Uint8Array): void {
  for (let to = 0, upper = 0; to < out.length; upper += widthPx) {
    for (const end = upper + widthPx; upper < end; upper += 2) {
      const lower = upper + widthPx;
      const sum =
        (data[upper] as number) +
        (data[upper + 1] as number) +
        (data[lower] as number) +
        (data[lower + 1] as number);
      out[to++] = (sum + 2) >> 2;
    }
  }
}
