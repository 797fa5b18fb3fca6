import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  addFractions,
  compareFractions,
  fraction,
  multiplyFractions,
  parseDecimal,
  roundFraction,
} from './fraction.js';

const small = fc.bigInt({ min: -10_000n, max: 10_000n });
const fractions = fc.tuple(small, fc.bigInt({ min: 1n, max: 10_000n })).map(([n, d]) => fraction(n, d));

describe('roundFraction', () => {
  it.each([
    [5n, 2n, 3n, 2n],
    [3n, 2n, 2n, 2n],
    [-5n, 2n, -3n, -2n],
    [1n, 3n, 0n, 0n],
    [-2n, 3n, -1n, -1n],
  ])('%d/%d is %d half-up and %d half-even', (n, d, halfUp, halfEven) => {
    expect(roundFraction(fraction(n, d))).toBe(halfUp);
    expect(roundFraction(fraction(n, d), 'half-even')).toBe(halfEven);
  });
});

describe('parseDecimal', () => {
  it('is exact', () => {
    expect(parseDecimal('-0.88')).toEqual({ ok: true, value: fraction(-22n, 25n) });
    expect(parseDecimal('9')).toEqual({ ok: true, value: fraction(9n) });
  });

  it.each(['', '.5', '1,5', '1e3', 'NaN', '+1', `1.${'0'.repeat(50)}`])('refuses "%s"', (text) => {
    expect(parseDecimal(text)).toEqual({ ok: false, error: { code: 'core/not-a-decimal', params: {} } });
  });
});

test.prop([fractions, fractions, fractions])('sums and products obey the laws of arithmetic', (a, b, c) => {
  expect(addFractions(a, b)).toEqual(addFractions(b, a));
  expect(addFractions(addFractions(a, b), c)).toEqual(addFractions(a, addFractions(b, c)));
  expect(multiplyFractions(a, addFractions(b, c))).toEqual(
    addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
  );
});

test.prop([fractions])('rounding moves by at most a half, and down never away from zero', (value) => {
  const half = fraction(1n, 2n);
  for (const rounding of ['half-up', 'half-even'] as const) {
    const difference = addFractions(
      fraction(roundFraction(value, rounding)),
      fraction(-value.numerator, value.denominator),
    );
    const size =
      difference.numerator < 0n ? fraction(-difference.numerator, difference.denominator) : difference;
    expect(compareFractions(size, half)).toBeLessThanOrEqual(0);
  }
  const down = roundFraction(value, 'down');
  expect(down * down * value.denominator * value.denominator).toBeLessThanOrEqual(
    value.numerator * value.numerator,
  );
});

test.prop([fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat({ max: 6 })])(
  'reads back what toFixed wrote',
  (value, digits) => {
    const scale = 10n ** BigInt(digits);
    const sign = value < 0 ? '-' : '';
    const whole = String(Math.abs(value)).padStart(digits + 1, '0');
    const text =
      digits === 0 ? `${sign}${whole}` : `${sign}${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
    expect(parseDecimal(text)).toEqual({ ok: true, value: fraction(BigInt(value), scale) });
  },
);
