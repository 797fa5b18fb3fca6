import { type Cubic, moved } from './line-geometry.js';

/** Least squares of the first `order` powers. */
export function fit<T extends { readonly cell: number }>(
  members: readonly T[],
  value: (member: T) => number,
  order: number,
): Cubic {
  const middle = members.reduce((sum, m) => sum + m.cell, 0) / members.length;
  const rows = Array.from({ length: order }, () => new Float64Array(order + 1));
  for (const member of members) {
    const t = member.cell - middle;
    const v = value(member);
    for (let r = 0; r < order; r++) {
      const row = rows[r] as Float64Array;
      for (let c = 0; c < order; c++) row[c] = (row[c] as number) + t ** (r + c);
      row[order] = (row[order] as number) + v * t ** r;
    }
  }
  for (let r = 0; r < order; r++) eliminate(rows, r, order);
  const [a = 0, b = 0, c = 0, d = 0] = rows.map((row, r) => (row[order] as number) / (row[r] as number));
  return moved([a, b, c, d], -middle, 1);
}

function eliminate(rows: readonly Float64Array[], pivot: number, order: number): void {
  const from = rows[pivot] as Float64Array;
  rows.forEach((row, r) => {
    if (r === pivot) return;
    const factor = (row[pivot] as number) / (from[pivot] as number);
    for (let c = 0; c <= order; c++) row[c] = (row[c] as number) - factor * (from[c] as number);
  });
}
