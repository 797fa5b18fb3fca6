import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { type NumberColumn, packNumbers, unpackNumbers } from './number-column.js';

function unpacked(column: NumberColumn, count: number): readonly number[] {
  const values = new Float64Array(count);
  unpackNumbers(column, -1, values);
  return [...values];
}

const number = fc.oneof(
  fc.integer({ min: -1, max: 200 }),
  // A small negative number would be cut to -0, which no time is.
  fc.maxSafeInteger().map((value) => Math.trunc(value / 4) + 0),
  fc.constant(Number.POSITIVE_INFINITY),
);

test.prop([fc.array(number, { maxLength: 60 })])('numbers come back as they were, and as JSON', (values) => {
  const rows = Int32Array.from(values.keys());
  const column = JSON.parse(JSON.stringify(packNumbers(values, rows, -1)));
  expect(unpacked(column, values.length)).toEqual(
    values.map((value) => (Number.isFinite(value) ? value : -1)),
  );
});

test.prop([fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 40 })])(
  'only the rows that are asked for are written',
  (rows) => {
    const values = Float64Array.from({ length: 100 }, (_, index) => index * 1000);
    const column = packNumbers(values, Int32Array.from(rows), -1);
    expect(unpacked(column, rows.length)).toEqual(rows.map((row) => row * 1000));
  },
);

it('needs as many digits as the span of the numbers, and none for none', () => {
  const rows = Int32Array.of(0, 1);
  expect(packNumbers([1_780_000_000_000, 1_780_000_000_062], rows, -1)).toMatchObject({ width: 1 });
  expect(packNumbers([1_780_000_000_000, 1_780_000_000_063], rows, -1)).toMatchObject({ width: 2 });
  expect(packNumbers([-1, -1], rows, -1)).toEqual({ from: 0, width: 0, digits: '' });
});

it('refuses another length and signs that are no digits', () => {
  expect(() => unpacked({ from: 0, width: 2, digits: 'AAA' }, 2)).toThrow('snapshot-invalid');
  expect(() => unpacked({ from: 0, width: 1, digits: 'A!' }, 2)).toThrow('snapshot-invalid');
  expect(() => unpacked({ from: 0, width: 1, digits: 'Aé' }, 2)).toThrow('snapshot-invalid');
});
