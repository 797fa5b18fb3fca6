import { money, plainDate, timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { balanceOn } from './balance-on.js';
import type { Claim, ClaimEvent } from './claim.js';
import { explainBalance } from './explain-balance.js';

const eur = (minor: number) => money(minor, 'EUR');
const at = timestamp('2026-08-01T00:00:00Z');
const claim = (events: readonly ClaimEvent[], more: Partial<Claim> = {}): Claim => ({
  id: 'f-1',
  principal: eur(1000_00),
  due: plainDate('2025-01-01'),
  defaultFrom: plainDate('2025-01-02'),
  jurisdiction: 'de',
  debtor: 'business',
  events,
  ...more,
});
const balance = (item: Claim, on: string) => balanceOn(item, plainDate(on), { at });
const codes = (item: Claim, on: string) =>
  balance(item, on).findings.map(({ code }) => code.replace('claim-account/', ''));

describe('a balance', () => {
  it('explains every cent', () => {
    const { value } = balance(claim([]), '2025-05-07');
    expect(explainBalance(value, 'en').map(({ text, amountText }) => `${text}: ${amountText}`)).toEqual([
      'Principal: €1,000.00',
      '126 days at 11.27 % on €1,000.00 from 2 January 2025 to 7 May 2025: €38.90',
      'Owed on 7 May 2025: €1,038.90',
    ]);
  });

  it('keeps the interest owed when the principal is paid', () => {
    const paid = claim([{ id: 'p', type: 'payment', on: plainDate('2025-05-07'), amount: eur(1000_00) }], {
      consumerLoan: true,
    });
    const { value } = balance(paid, '2026-01-01');
    expect(value.principal).toEqual(eur(0));
    expect(value.interest).toEqual(eur(38_90));
  });

  it('sets a payment off by law: costs, interest, principal', () => {
    const events: ClaimEvent[] = [
      { id: 'l', type: 'fee', code: 'lump-sum', on: plainDate('2025-02-01'), amount: eur(40_00) },
      { id: 'p', type: 'payment', on: plainDate('2025-05-07'), amount: eur(100_00) },
    ];
    const [payment] = balance(claim(events), '2025-05-07').value.payments;
    expect([payment?.costs, payment?.interest, payment?.principal]).toEqual([
      eur(40_00),
      eur(38_90),
      eur(21_10),
    ]);
  });

  it('treats a payment that was taken back as never made', () => {
    const paid: ClaimEvent = { id: 'p', type: 'payment', on: plainDate('2025-03-01'), amount: eur(1000_00) };
    const back: ClaimEvent = { id: 'c', type: 'chargeback', on: plainDate('2025-03-10'), payment: 'p' };
    expect(balance(claim([paid, back]), '2025-05-07').value.total).toEqual(eur(1038_90));
    expect(balance(claim([paid, back]), '2025-03-05').value.principal.amountMinor).toBeLessThan(1000_00);
  });

  it('is what it was before, on an earlier day', () => {
    const paid: ClaimEvent = { id: 'p', type: 'payment', on: plainDate('2025-03-01'), amount: eur(500_00) };
    expect(balance(claim([paid]), '2025-02-28').value).toEqual(balance(claim([]), '2025-02-28').value);
  });

  it('tells a kept promise from a broken one', () => {
    const promise: ClaimEvent = {
      id: 'v',
      type: 'promise',
      on: plainDate('2025-02-01'),
      until: plainDate('2025-02-20'),
      amount: eur(200_00),
    };
    const paid: ClaimEvent = { id: 'p', type: 'payment', on: plainDate('2025-02-19'), amount: eur(200_00) };
    const states = (events: ClaimEvent[], on: string) =>
      balance(claim(events), on).value.promises.map(({ state }) => state);
    expect(states([promise], '2025-02-20')).toEqual(['open']);
    expect(states([promise], '2025-02-21')).toEqual(['broken']);
    expect(states([promise, paid], '2025-02-21')).toEqual(['kept']);
  });
});

describe('fees', () => {
  const fee = (id: string, amount: number, code: 'lump-sum' | 'reminder-fee' = 'lump-sum'): ClaimEvent => ({
    id,
    type: 'fee',
    code,
    on: plainDate('2025-02-01'),
    amount: eur(amount),
  });

  it('are charged once for each claim, not for each reminder', () => {
    const item = claim([fee('a', 40_00), fee('b', 40_00)]);
    expect(balance(item, '2025-02-01').value.costs).toEqual(eur(40_00));
    expect(codes(item, '2025-02-01')).toContain('fee-repeated');
  });

  it('are never a lump sum from a consumer', () => {
    const item = claim([fee('a', 40_00)], { debtor: 'consumer' });
    expect(balance(item, '2025-02-01').value.costs).toEqual(eur(0));
    expect(codes(item, '2025-02-01')).toContain('fee-above-cap');
  });

  it('for reminding a consumer are what paper and postage cost', () => {
    const item = claim([fee('a', 2_50, 'reminder-fee')], { debtor: 'consumer' });
    expect(balance(item, '2025-02-01').value.costs).toEqual(eur(76));
  });
});

describe('bad input', () => {
  it('is a finding, and the rest is still right', () => {
    const events = [
      { id: 'a', type: 'payment', on: '2025-02-30', amount: eur(1) },
      { id: 'b', type: 'payment', on: plainDate('2025-02-01'), amount: money(1, 'USD') },
      { id: 'c', type: 'payment', on: plainDate('2025-02-01'), amount: { amountMinor: -5, currency: 'EUR' } },
      {
        id: 'd',
        type: 'payment',
        on: plainDate('2025-02-01'),
        amount: { amountMinor: 0.5, currency: 'EUR' },
      },
      { id: 'e', type: 'payment', on: plainDate('2024-02-01'), amount: eur(100) },
      { id: 'e', type: 'payment', on: plainDate('2024-02-01'), amount: eur(100) },
      { id: 'f', type: 'chargeback', on: plainDate('2025-02-01'), payment: 'nothing' },
    ] as unknown as ClaimEvent[];
    expect(codes(claim(events), '2025-03-01')).toEqual([
      'event-unreadable',
      'amount-unusable',
      'amount-unusable',
      'amount-unusable',
      'event-before-claim',
      'event-repeated',
      'reference-missing',
    ]);
    expect(balance(claim(events), '2025-03-01').value.payments).toHaveLength(1);
  });

  it('never throws for a claim that is none', () => {
    const broken = { ...claim([]), principal: { amountMinor: Number.NaN, currency: 'EUR' } } as Claim;
    expect(balance(broken, '2025-03-01').verdict).toBe('reject');
  });
});
