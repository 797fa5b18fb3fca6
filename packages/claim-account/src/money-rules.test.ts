import { money, plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { defaultStart } from './default-start.js';
import { germanCollectionFee, lumpSum } from './fees.js';
import { planInstalments } from './plan-instalments.js';

const day = plainDate;

describe('default', () => {
  const claim = { due: day('2026-01-10'), jurisdiction: 'de', debtor: 'consumer' } as const;

  it('begins after a reminder, a calendar day, or thirty days of which a consumer was told', () => {
    expect(defaultStart(claim)).toBeUndefined();
    expect(defaultStart(claim, { remindedOn: day('2026-01-20') })?.from).toBe('2026-01-21');
    // 2026-01-10 is a Saturday, so payment is due on Monday, 12 January (§ 193 BGB).
    expect(defaultStart(claim, { calendarDate: true })?.from).toBe('2026-01-13');
    const invoiced = { ...claim, invoicedOn: day('2026-01-02') };
    expect(defaultStart(invoiced)).toBeUndefined();
    expect(defaultStart(invoiced, { toldOfThirtyDays: true })?.from).toBe('2026-02-12');
    expect(defaultStart({ ...invoiced, debtor: 'business' })?.source.title).toBe('BGB § 286 (3)');
  });
});

describe('fees', () => {
  it('of collection follow the table', () => {
    const fee = (minor: number, on: string) =>
      germanCollectionFee(money(minor, 'EUR'), day(on), false, 900)?.fee.amountMinor;
    expect(fee(50_00, '2024-05-01')).toBe(27_00);
    expect(fee(50_00, '2025-07-01')).toBe(28_35);
    expect(fee(500_00, '2024-05-01')).toBe(44_10);
    expect(fee(10_000_00, '2024-05-01')).toBe(552_60);
  });

  it('in the United Kingdom follow the size of the debt', () => {
    const sum = (minor: number) =>
      lumpSum({ jurisdiction: 'uk', debtor: 'business', principal: money(minor, 'GBP') }).most.amountMinor;
    expect([sum(999_99), sum(1000_00), sum(9999_99), sum(10_000_00)]).toEqual([40_00, 70_00, 70_00, 100_00]);
  });
});

describe('instalments', () => {
  const options = {
    count: 3,
    first: day('2026-12-31'),
    agreedOn: day('2026-12-01'),
    debtor: 'consumer',
  } as const;

  it('sum to the whole, and fall due at the end of short months as well', () => {
    const { instalments } = planInstalments(money(100_00, 'EUR'), options);
    expect(instalments.map(({ due, amount }) => `${due} ${amount.amountMinor}`)).toEqual([
      '2026-12-31 3334',
      '2027-01-31 3333',
      '2027-02-28 3333',
    ]);
  });

  it('may be credit', () => {
    expect(planInstalments(money(100_00, 'EUR'), options).findings[0]?.code).toBe(
      'claim-account/instalments-may-be-credit',
    );
    expect(planInstalments(money(100_00, 'EUR'), { ...options, count: 1 }).findings).toEqual([]);
  });
});
