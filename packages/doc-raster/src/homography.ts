import { type Box, boxAround, type Point } from '@dossierkit/core';

/**
 * A projective map of the plane: a 3 × 3 matrix, row by row. A point (x, y) goes to
 * ((a x + b y + c) / w, (d x + e y + f) / w) with w = g x + h y + i.
 */
export type Homography = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
  i: number,
];

/** Four corners: upper left, upper right, lower right, lower left. */
export type Quad = readonly [Point, Point, Point, Point];

/**
 * The map that takes four points to four others, in any unit.
 *
 * @returns the map, or `undefined` where three of the points lie on one line, so that there is none
 */
export function homographyFromQuads(from: Quad, to: Quad): Homography | undefined {
  const rows: number[][] = [];
  for (let k = 0; k < 4; k++) {
    const { x, y } = from[k] as Point;
    const { x: u, y: v } = to[k] as Point;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  }
  const solved = solve(rows);
  if (!solved) return undefined;
  const map = [...solved, 1] as unknown as Homography;
  return determinant(map) === 0 ? undefined : map;
}

/** The map back, or `undefined` where the map squeezes the plane into a line. */
export function invertHomography(map: Homography): Homography | undefined {
  const [a, b, c, d, e, f, g, h, i] = map;
  const det = determinant(map);
  if (!Number.isFinite(1 / det)) return undefined;
  const adjugate = [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  return adjugate.map((value) => value / det) as unknown as Homography;
}

/** Where a point goes. Points on the map's horizon go to infinity. */
export function applyHomography(map: Homography, point: Point): Point {
  const [a, b, c, d, e, f, g, h, i] = map;
  const w = g * point.x + h * point.y + i;
  return { x: (a * point.x + b * point.y + c) / w, y: (d * point.x + e * point.y + f) / w };
}

/**
 * The smallest upright box around a box whose corners were mapped, both in fractions of their pages, and within the page
 * that it is mapped to. A box that the map throws off the page becomes an empty one at its edge.
 */
export function mapBox(map: Homography, { x, y, width, height }: Box): Box {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  const onPage = corners.map((corner) => {
    const point = applyHomography(map, corner);
    return { x: withinPage(point.x), y: withinPage(point.y), width: 0, height: 0 };
  });
  return boxAround(onPage) as Box;
}

/** Points on the map's horizon are no numbers: they lie at the edge. */
const withinPage = (fraction: number): number =>
  Math.min(1, Math.max(0, Number.isNaN(fraction) ? 1 : fraction));

/** The map that does `first` and then `second`. */
export function chainHomographies(first: Homography, second: Homography): Homography {
  const product: number[] = [];
  for (let row = 0; row < 9; row += 3) {
    for (let column = 0; column < 3; column++) {
      let sum = 0;
      for (let k = 0; k < 3; k++) sum += (second[row + k] as number) * (first[k * 3 + column] as number);
      product.push(sum);
    }
  }
  return product as unknown as Homography;
}

function determinant([a, b, c, d, e, f, g, h, i]: Homography): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** Gauss–Jordan elimination with pivoting, of n rows with n + 1 numbers. */
function solve(rows: number[][]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, best, column))) best = row;
    }
    const pivotRow = rows[best] as number[];
    rows[best] = rows[column] as number[];
    rows[column] = pivotRow;
    const pivot = pivotRow[column] as number;
    // Relative to the row, so that the unit of the points does not matter.
    if (!(Math.abs(pivot) > 1e-12)) return undefined;
    for (const other of rows) {
      if (other === pivotRow) continue;
      const factor = (other[column] as number) / pivot;
      if (factor === 0) continue;
      for (let k = column; k <= size; k++) other[k] = (other[k] as number) - factor * (pivotRow[k] as number);
    }
  }
  return rows.map((row, k) => (row[size] as number) / (row[k] as number));
}

const at = (rows: number[][], row: number, column: number): number => rows[row]?.[column] ?? 0;
