import { isArray, type PdfObject } from './objects.js';

/** A transformation as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `m`, then `n`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

/** Six numbers as a matrix, or `undefined`. */
export function matrixOf(items: PdfObject | undefined): Matrix | undefined {
  if (!isArray(items) || items.length < 6) return undefined;
  const [a, b, c, d, e, f] = items;
  if (typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number') return undefined;
  if (typeof d !== 'number' || typeof e !== 'number' || typeof f !== 'number') return undefined;
  return [a, b, c, d, e, f];
}
