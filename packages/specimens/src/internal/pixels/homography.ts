/** A place in pixels or millimetres. */
export type XY = readonly [x: number, y: number];

/** Nine numbers, row by row, that map a plane onto another one. */
export type Homography = readonly number[];

/** The map that takes four corners to four others. */
export function homographyOf(from: readonly XY[], to: readonly XY[]): Homography {
  const rows: number[][] = [];
  for (let at = 0; at < 4; at++) {
    const [x, y] = from[at] as XY;
    const [u, v] = to[at] as XY;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  return [...solve(rows), 1];
}

/** Gaussian elimination of `n` rows of `n + 1` numbers, with pivots. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    }
    [rows[column], rows[best]] = [rows[best] as number[], rows[column] as number[]];
    const pivot = rows[column] as number[];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const line = rows[row] as number[];
      const factor = (line[column] as number) / (pivot[column] as number);
      for (let at = column; at <= size; at++)
        line[at] = (line[at] as number) - factor * (pivot[at] as number);
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}

export function applyHomography(h: Homography, [x, y]: XY): XY {
  const [a, b, c, d, e, f, g, i, j] = h as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const w = g * x + i * y + j;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}
