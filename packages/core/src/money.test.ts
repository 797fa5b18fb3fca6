import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { allocateMoney, formatMoney, minorUnitDigits, money, sumMoney } from './money.js';
import { amounts } from './testing.js';

describe('money', () => {
  it.each([
    [1.5, 'EUR'],
    [Number.NaN, 'EUR'],
    [2 ** 53, 'EUR'],
    [1, 'eur'],
    [1, 'EURO'],
  ])('refuses %d %s', (amount, currency) => {
    expect(() => money(amount, currency)).toThrow(expect.objectContaining({ code: 'core/not-money' }));
  });

  it('knows minor units', () => {
    expect(['EUR', 'JPY', 'KWD', 'XAF'].map(minorUnitDigits)).toEqual([2, 0, 3, 0]);
  });

  it('is written as people write it, exactly', () => {
    expect(formatMoney(money(123_456, 'EUR'), 'de')).toBe('1.234,56\u00a0€');
    expect(formatMoney(money(-5, 'EUR'), 'en-GB')).toBe('-€0.05');
    expect(formatMoney(money(9_007_199_254_740_991, 'EUR'), 'en-GB')).toBe('€90,071,992,547,409.91');
    expect(formatMoney(money(1234, 'JPY'), 'en-GB')).toBe('JP¥1,234');
  });

  it('has no sum over currencies', () => {
    expect(() => sumMoney(money(1, 'EUR'), money(1, 'CHF'))).toThrow(
      expect.objectContaining({ code: 'core/mixed-currencies' }),
    );
  });

  it('gives what rounding leaves to the largest remainders', () => {
    expect(allocateMoney(money(100, 'EUR'), [1, 1, 1]).map((part) => part.amountMinor)).toEqual([34, 33, 33]);
    expect(allocateMoney(money(-101, 'EUR'), [1, 2]).map((part) => part.amountMinor)).toEqual([-34, -67]);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5]]])('refuses weights %j', (weights) => {
    expect(() => allocateMoney(money(1, 'EUR'), weights)).toThrow(
      expect.objectContaining({ code: 'core/bad-weights' }),
    );
  });
});

const weights = fc
  .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 12 })
  .filter((list) => list.some((w) => w > 0));

test.prop([amounts(), weights])('parts sum to the whole, each within a unit of its share', (whole, list) => {
  const parts = allocateMoney(whole, list);
  expect(sumMoney(money(0, 'EUR'), ...parts)).toEqual(whole);
  const total = list.reduce((sum, weight) => sum + weight, 0);
  parts.forEach((part, at) => {
    const share = (whole.amountMinor * (list[at] as number)) / total;
    expect(Math.abs(part.amountMinor - share)).toBeLessThan(1);
  });
});
