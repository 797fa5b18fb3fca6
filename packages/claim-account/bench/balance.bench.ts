import { addDays, money, plainDate, timestamp } from '@dossierkit/core';
import { test } from 'vitest';
import {
  balanceOn,
  type Claim,
  computeInterest,
  explainBalance,
  interestRules,
  rateOn,
  rateTable,
} from '../src/index.js';

const claim: Claim = {
  id: 'bench',
  principal: money(10_000_00, 'EUR'),
  due: plainDate('2022-03-01'),
  defaultFrom: plainDate('2022-03-02'),
  jurisdiction: 'de',
  debtor: 'business',
  events: [
    { id: 'f', type: 'fee', on: plainDate('2022-03-10'), code: 'lump-sum', amount: money(40_00, 'EUR') },
    { id: 'p1', type: 'payment', on: plainDate('2023-02-01'), amount: money(2_000_00, 'EUR') },
    { id: 'p2', type: 'payment', on: plainDate('2024-08-15'), amount: money(3_000_00, 'EUR') },
    { id: 'p3', type: 'payment', on: plainDate('2025-09-30'), amount: money(1_000_00, 'EUR') },
  ],
};
const [from, through] = [plainDate('2022-03-02'), plainDate('2026-06-30')];
const at = timestamp('2026-07-01T08:00:00Z');

/** How one would write it first: day by day, in floating point, and so not to the cent. */
function dayByDay(): number {
  let interest = 0;
  for (let day = from; day <= through; day = addDays(day, 1)) {
    const percent = Number(rateOn(rateTable('de-base'), day)?.percent) + 9;
    interest += (10_000 * percent) / 100 / 365;
  }
  return interest;
}

test('interest over four years and eight rates', async ({ bench }) => {
  await bench.compare(
    bench('day by day in floating point (baseline)', () => void dayByDay()),
    bench('computeInterest, exact', () => {
      computeInterest(claim.principal, from, through, { rule: interestRules['de/business'] });
    }),
  );
});

test('a claim with a fee and three payments', async ({ bench }) => {
  const { value } = balanceOn(claim, through, { at });
  await bench.compare(
    bench('balanceOn, with its report', () => void balanceOn(claim, through, { at })),
    bench('explainBalance', () => void explainBalance(value, 'de')),
  );
});
