import { DossierkitError } from '@dossierkit/core';

/**
 * Gives each row at most one column and each column at most one row: as many pairs as possible, and among those the
 * cheapest ones in sum. `null` is a pair that must not be.
 *
 * Shortest augmenting paths with potentials: rows² × columns steps at most. Exact as long as costs and their sums are
 * exact in floating point.
 *
 * @param costs one row after the other, all of one length; finite numbers or `null`
 * @returns for each row its column, or `null`
 * @throws {DossierkitError} `priority-router/costs-invalid`
 * @example
 * assignOptimally([[1, 2], [1, null]]); // [1, 0]
 * @see R. Jonker, A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
 * Computing 38 (1987)
 */
export function assignOptimally(costs: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  const columns = costs[0]?.length ?? 0;
  const rows = costs.length;
  assertMatrix(costs, columns);
  const known = costs.flat().filter((cost): cost is number => cost !== null);
  const lowest = known.reduce((low, cost) => Math.min(low, cost), 0);
  const highest = known.reduce((high, cost) => Math.max(high, cost), 0);
  // Staying alone costs more than any exchange of pairs could save.
  const alone = (highest - lowest + 1) * (rows + 1);
  // Each row has a column of its own in which it stays alone.
  const width = columns + rows;
  const cost = (row: number, column: number): number => {
    if (column >= columns) return column - columns === row ? alone : Number.POSITIVE_INFINITY;
    const value = costs[row]?.[column];
    return value === null || value === undefined ? Number.POSITIVE_INFINITY : value - lowest;
  };
  const rowOf = new Int32Array(width).fill(-1);
  const ofRow = new Float64Array(rows);
  const ofColumn = new Float64Array(width);
  for (let row = 0; row < rows; row++) augment(row, cost, rowOf, ofRow, ofColumn);
  const columnOf = new Array<number | null>(rows).fill(null);
  for (let column = 0; column < columns; column++) {
    const row = rowOf[column] as number;
    if (row >= 0) columnOf[row] = column;
  }
  return columnOf;
}

/** Finds the shortest path from a free row to a free column, and exchanges the pairs along it. */
function augment(
  start: number,
  cost: (row: number, column: number) => number,
  rowOf: Int32Array,
  ofRow: Float64Array,
  ofColumn: Float64Array,
): void {
  const width = rowOf.length;
  const distance = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(width).fill(-1);
  const seen = new Uint8Array(width);
  const path: number[] = [];
  let row = start;
  let reached = -1;
  let shortest = 0;
  for (;;) {
    let best = -1;
    let bestDistance = Number.POSITIVE_INFINITY;
    for (let column = 0; column < width; column++) {
      if (seen[column]) continue;
      const through = shortest + cost(row, column) - (ofRow[row] as number) - (ofColumn[column] as number);
      if (through < (distance[column] as number)) {
        distance[column] = through;
        from[column] = reached;
      }
      if ((distance[column] as number) < bestDistance) {
        bestDistance = distance[column] as number;
        best = column;
      }
    }
    seen[best] = 1;
    path.push(best);
    reached = best;
    shortest = bestDistance;
    if (rowOf[best] === -1) break;
    row = rowOf[best] as number;
  }
  ofRow[start] = (ofRow[start] as number) + shortest;
  for (const column of path) {
    const slack = shortest - (distance[column] as number);
    ofColumn[column] = (ofColumn[column] as number) - slack;
    const owner = rowOf[column] as number;
    if (owner >= 0) ofRow[owner] = (ofRow[owner] as number) + slack;
  }
  for (let column = reached; column >= 0; ) {
    const before = from[column] as number;
    rowOf[column] = before < 0 ? start : (rowOf[before] as number);
    column = before;
  }
}

function assertMatrix(costs: readonly (readonly (number | null)[])[], columns: number): void {
  const valid = costs.every(
    (row) => row.length === columns && row.every((cost) => cost === null || Number.isFinite(cost)),
  );
  if (valid) return;
  throw new DossierkitError(
    'priority-router/costs-invalid',
    'Costs are rows of one length, of finite numbers or null',
  );
}
