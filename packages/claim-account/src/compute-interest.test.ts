import { money, plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { computeInterest } from './compute-interest.js';
import { interestRules, ratePeriods } from './interest-rules.js';

const eur = (minor: number) => money(minor, 'EUR');
const day = plainDate;

describe('statutory interest', () => {
  it('counts each day once over changes of the rate', () => {
    const interest = computeInterest(eur(31_871_61), day('2022-07-20'), day('2023-02-15'), {
      rule: interestRules['de/consumer'],
    });
    expect(interest.lines.map(({ days, percent, amount }) => [days, percent, amount.amountMinor])).toEqual([
      [165, '4.12', 593_60],
      [46, '6.62', 265_90],
    ]);
    expect(interest.total).toEqual(eur(859_50));
  });

  it('loses no day at a change, as a published calculator does (3154.20 instead of 3170.28)', () => {
    const through = day('2024-12-31');
    const whole = computeInterest(eur(10_000_00), day('2022-01-01'), through, {
      rule: interestRules['de/business'],
    });
    expect(whole.lines.reduce((sum, { days }) => sum + days, 0)).toBe(365 + 365 + 366);
  });

  it('may be rounded for each period, or for each day as gov.uk does', () => {
    const rule = { ...interestRules['uk/business'], table: undefined, points: '8.5' };
    const terms = { rule, rounding: 'per-day' } as const;
    const through = day('2025-02-19');
    expect(computeInterest(money(1000_00, 'GBP'), day('2025-01-01'), through, terms).total.amountMinor).toBe(
      11_50,
    );
    expect(
      computeInterest(money(1000_00, 'GBP'), day('2025-01-01'), through, { rule }).total.amountMinor,
    ).toBe(11_64);
  });

  it('keeps one rate for a British debt, whatever the Bank does later', () => {
    const periods = ratePeriods(interestRules['uk/business'], day('2021-07-15'), day('2023-07-15'));
    expect(periods).toHaveLength(1);
  });

  it.each([
    ['act/act', 40_98],
    ['act/365', 41_10],
    ['act/360', 41_67],
    ['30/360', 41_67],
  ] as const)('with days counted as %s', (dayCount, minor) => {
    const terms = { rule: interestRules['ch/default'], dayCount };
    const interest = computeInterest(money(10_000_00, 'CHF'), day('2024-01-01'), day('2024-01-30'), terms);
    expect(interest.total.amountMinor).toBe(minor);
  });

  it('says where a rate is only the last known one', () => {
    const periods = ratePeriods(interestRules['de/consumer'], day('2026-12-30'), day('2027-01-02'));
    expect(periods.map(({ from, isStale }) => [from, isStale])).toEqual([
      ['2026-12-30', false],
      ['2027-01-01', true],
    ]);
  });

  it('is nothing for a time that ends before it begins', () => {
    const terms = { rule: interestRules['de/consumer'] };
    expect(computeInterest(eur(100), day('2026-07-31'), day('2026-06-01'), terms).total).toEqual(eur(0));
  });
});
