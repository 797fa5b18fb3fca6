import { addDays, daysBetween, money, type PlainDate, plainDate, timestamp } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { allocatePayment } from './allocate-payment.js';
import { balanceOn } from './balance-on.js';
import type { Claim, ClaimEvent } from './claim.js';
import { computeInterest } from './compute-interest.js';
import { encodeEpcQr, parseEpcQr } from './epc-qr.js';
import { explainBalance } from './explain-balance.js';
import { interestRules } from './interest-rules.js';
import { planInstalments } from './plan-instalments.js';
import { rateOn, rateTable } from './rate-table.js';
import { formatCreditorReference, parseCreditorReference } from './references/creditor-reference.js';
import { formatQrReference, parseQrReference } from './references/qr-reference.js';

const at = timestamp('2026-08-01T00:00:00Z');
const day = (): fc.Arbitrary<PlainDate> =>
  fc.nat({ max: 4000 }).map((days) => addDays(plainDate('2015-06-01'), days));
const amount = (): fc.Arbitrary<number> => fc.integer({ min: 0, max: 5_000_000 });

const event = (): fc.Arbitrary<Omit<ClaimEvent, 'id'>> =>
  fc.oneof(
    fc.record({
      type: fc.constant('payment' as const),
      on: day(),
      amount: amount().map((minor) => money(minor, 'EUR')),
    }),
    fc.record({
      type: fc.constant('credit-note' as const),
      on: day(),
      amount: amount().map((minor) => money(minor, 'EUR')),
    }),
    fc.record({
      type: fc.constant('fee' as const),
      on: day(),
      code: fc.constantFrom('lump-sum' as const, 'reminder-fee' as const, 'court-fee' as const),
      amount: fc.integer({ min: 0, max: 10_000 }).map((minor) => money(minor, 'EUR')),
    }),
    fc.record({
      type: fc.constant('chargeback' as const),
      on: day(),
      payment: fc.constantFrom('e0', 'e1', 'e2'),
    }),
    fc.record({ type: fc.constant('write-off' as const), on: day() }),
  ) as fc.Arbitrary<Omit<ClaimEvent, 'id'>>;

const claim = (): fc.Arbitrary<Claim> =>
  fc
    .record({
      principal: amount(),
      due: day(),
      jurisdiction: fc.constantFrom(
        'de' as const,
        'at' as const,
        'fr' as const,
        'ch' as const,
        'eu' as const,
      ),
      debtor: fc.constantFrom('consumer' as const, 'business' as const),
      consumerLoan: fc.boolean(),
      events: fc.array(event(), { maxLength: 6 }),
    })
    .map(({ principal, events, ...rest }) => ({
      ...rest,
      id: 'c',
      principal: money(principal, 'EUR'),
      defaultFrom: addDays(rest.due, 1),
      events: events.map((each, index) => ({ ...each, id: `e${index}` }) as ClaimEvent),
    }));

/** The reference: one day after the other, in integers over one common denominator. */
function oracleMinor(principal: number, from: PlainDate, through: PlainDate, points: number): number {
  let sum = 0n;
  for (let on = from; on <= through; on = addDays(on, 1)) {
    const base = rateOn(rateTable('de-base'), on)?.percent ?? '0';
    sum += BigInt(principal) * BigInt(Math.round((Number(base) + points) * 100));
  }
  const denominator = 100n * 100n * 365n;
  return Number((2n * sum + denominator) / (2n * denominator));
}

test.prop([amount(), day(), fc.nat({ max: 900 }), fc.boolean()], { numRuns: 1500 })(
  'interest is what a sum over single days gives, to the cent',
  (principal, from, days, isConsumer) => {
    const through = addDays(from, days);
    const rule = interestRules[isConsumer ? 'de/consumer' : 'de/business'];
    const interest = computeInterest(money(principal, 'EUR'), from, through, { rule });
    expect(interest.total.amountMinor).toBe(oracleMinor(principal, from, through, isConsumer ? 5 : 9));
    expect(interest.lines.reduce((sum, line) => sum + line.amount.amountMinor, 0)).toBe(
      interest.total.amountMinor,
    );
    expect(interest.lines.reduce((sum, line) => sum + line.days, 0)).toBe(daysBetween(from, through) + 1);
  },
);

test.prop([claim(), day()], { numRuns: 4000 })(
  'every cent of a balance is in a line, and none twice',
  (item, on) => {
    const { value } = balanceOn(item, on, { at });
    const lines = explainBalance(value, 'en').map((line) => line.amount.amountMinor);
    expect(lines.slice(0, -1).reduce((sum, minor) => sum + minor, 0)).toBe(lines.at(-1));
    expect(value.total.amountMinor).toBe(
      value.principal.amountMinor + value.interest.amountMinor + value.costs.amountMinor,
    );
    for (const part of [value.principal, value.interest, value.costs, value.surplus])
      expect(part.amountMinor).toBeGreaterThanOrEqual(0);
    for (const { amount: paid, ...parts } of value.payments)
      expect(
        parts.costs.amountMinor +
          parts.interest.amountMinor +
          parts.principal.amountMinor +
          parts.surplus.amountMinor,
      ).toBe(paid.amountMinor);
    const codes = value.fees.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  },
);

test.prop([claim(), day()], { numRuns: 2000 })(
  'what happens later does not change an earlier balance',
  (item, on) => {
    const before = { ...item, events: item.events.filter((each) => each.on <= on) };
    expect(balanceOn(item, on, { at }).value).toEqual(balanceOn(before, on, { at }).value);
  },
);

test.prop([claim(), fc.array(fc.anything(), { maxLength: 4 }), day()], { numRuns: 1000 })(
  'no event, however odd, makes it throw',
  (item, odd, on) => {
    const events = [...item.events, ...odd.map((each) => Object(each))] as ClaimEvent[];
    expect(() => balanceOn({ ...item, events }, on, { at })).not.toThrow();
  },
);

test.prop([amount(), amount(), amount(), amount()], { numRuns: 1000 })(
  'the parts of a payment sum to it',
  (paid, costs, interest, principal) => {
    const parts = allocatePayment(paid, { costs, interest, principal }, ['interest']);
    expect(parts.costs + parts.interest + parts.principal + parts.surplus).toBe(paid);
    expect(parts.surplus > 0).toBe(paid > costs + interest + principal);
  },
);

test.prop([amount(), fc.integer({ min: 1, max: 60 }), day()], { numRuns: 500 })(
  'instalments sum to the whole, in order',
  (total, count, first) => {
    const plan = planInstalments(money(total, 'EUR'), { count, first, agreedOn: first, debtor: 'business' });
    expect(plan.instalments.reduce((sum, each) => sum + each.amount.amountMinor, 0)).toBe(total);
    expect(plan.instalments.map(({ due }) => due)).toEqual(plan.instalments.map(({ due }) => due).toSorted());
  },
);

const digits = (most: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: most })
    .filter((text) => /[1-9]/.test(text));

test.prop([digits(21), fc.nat({ max: 24 }), fc.integer({ min: 1, max: 9 })], { numRuns: 1000 })(
  'every wrong digit of a creditor reference is found',
  (own, place, by) => {
    const made = formatCreditorReference(own);
    if (!made.ok) throw new Error('a reference of digits');
    expect(parseCreditorReference(made.value)).toEqual(made);
    const at = 2 + (place % (made.value.length - 2));
    const wrong = made.value.slice(0, at) + ((Number(made.value[at]) + by) % 10) + made.value.slice(at + 1);
    expect(parseCreditorReference(wrong).ok).toBe(false);
  },
);

test.prop([digits(26), fc.nat({ max: 26 }), fc.integer({ min: 1, max: 9 })], { numRuns: 1000 })(
  'every wrong digit of a QR reference is found',
  (own, at, by) => {
    const made = formatQrReference(own);
    if (!made.ok) throw new Error('a reference of digits');
    const wrong = made.value.slice(0, at) + ((Number(made.value[at]) + by) % 10) + made.value.slice(at + 1);
    expect(parseQrReference(wrong).ok).toBe(false);
  },
);

test.prop(
  [
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 30 }),
      minor: fc.integer({ min: 1, max: 99_999_999_999 }),
      text: fc.string({ maxLength: 40 }),
    }),
  ],
  { numRuns: 1000 },
)('what an EPC code holds is read back', ({ name, minor, text }) => {
  const transfer = { name, iban: 'DE89370400440532013000', amount: money(minor, 'EUR'), text };
  const encoded = encodeEpcQr(transfer);
  if (!encoded.ok) return;
  const parsed = parseEpcQr(encoded.value);
  expect(parsed).toMatchObject({
    ok: true,
    value: { transfer: { amount: transfer.amount, text, name: name.trim() } },
  });
});
