import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { assignOptimally } from './assign-optimally.js';

type Costs = readonly (readonly (number | null)[])[];

const matrices = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) => {
    const cost = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: -20, max: 20 }) },
      { arbitrary: fc.constant(null), weight: 2 },
    );
    const row = fc.array(cost, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });

/** The best of all: most pairs, then lowest cost. */
function bruteForce(costs: Costs, row = 0, used: readonly number[] = []): { pairs: number; cost: number } {
  if (row === costs.length) return { pairs: 0, cost: 0 };
  let best = bruteForce(costs, row + 1, used);
  for (const [column, cost] of (costs[row] ?? []).entries()) {
    if (cost === null || used.includes(column)) continue;
    const rest = bruteForce(costs, row + 1, [...used, column]);
    const found = { pairs: rest.pairs + 1, cost: rest.cost + cost };
    if (found.pairs > best.pairs || (found.pairs === best.pairs && found.cost < best.cost)) best = found;
  }
  return best;
}

test.prop([matrices], { numRuns: 300 })('is what trying everything finds', (costs) => {
  const columns = assignOptimally(costs);
  const pairs = columns.flatMap((column, row) => (column === null ? [] : [costs[row]?.[column]]));
  expect(pairs).not.toContain(null);
  expect(new Set(columns.filter((column) => column !== null)).size).toBe(pairs.length);
  const cost = pairs.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  expect({ pairs: pairs.length, cost }).toEqual(bruteForce(costs));
});

it('takes an empty wave, and refuses ragged costs', () => {
  expect(assignOptimally([])).toEqual([]);
  expect(assignOptimally([[], []])).toEqual([null, null]);
  expect(() => assignOptimally([[1], [1, 2]])).toThrow(/costs-invalid/);
  expect(() => assignOptimally([[Number.NaN]])).toThrow(/costs-invalid/);
});
