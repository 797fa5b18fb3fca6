import { DossierkitError } from './errors.js';
import { type Fraction, type Rounding, roundFraction } from './fraction.js';

/** An amount of money in whole minor units: 12.34 € is `{ amountMinor: 1234, currency: 'EUR' }`. */
export interface Money {
  /** Whole minor units, within the safe integers. */
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

/** Currencies whose minor unit is not a hundredth, among those in use (ISO 4217, list one, 2026-01-01). */
const OTHER_DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

/**
 * An amount of money.
 *
 * @throws {DossierkitError} `core/not-money` where the amount is no safe integer or the currency no ISO 4217 code
 */
export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor) || !/^[A-Z]{3}$/.test(currency)) {
    throw new DossierkitError(
      'core/not-money',
      'Money is a safe integer of minor units and an ISO 4217 code',
      {
        context: { amountMinor, currency },
      },
    );
  }
  return { amountMinor: amountMinor === 0 ? 0 : amountMinor, currency };
}

/** How many decimal places a currency's minor unit has: 2 for EUR, 0 for JPY, 3 for KWD. */
export function minorUnitDigits(currency: string): number {
  return OTHER_DIGITS[currency] ?? 2;
}

/**
 * The sum of amounts of one currency.
 *
 * @throws {DossierkitError} `core/mixed-currencies`, and `core/not-money` where the sum leaves the safe integers
 */
export function sumMoney(first: Money, ...others: readonly Money[]): Money {
  let total = first.amountMinor;
  for (const { amountMinor, currency } of others) {
    if (currency !== first.currency) {
      throw new DossierkitError('core/mixed-currencies', 'Amounts of different currencies have no sum', {
        context: { currencies: [first.currency, currency] },
      });
    }
    total += amountMinor;
  }
  return money(total, first.currency);
}

/** An exact amount in minor units, rounded once. */
export function moneyFromFraction(minor: Fraction, currency: string, rounding: Rounding = 'half-up'): Money {
  return money(Number(roundFraction(minor, rounding)), currency);
}

/**
 * Splits an amount by weights without losing a minor unit: the parts always sum to the whole, and each differs from its
 * exact share by less than one unit. What rounding leaves goes to the largest remainders, the earlier part first.
 *
 * @throws {DossierkitError} `core/bad-weights` where a weight is no safe integer of at least 0, or all are 0
 */
export function allocateMoney(whole: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (
    total <= 0 ||
    !Number.isSafeInteger(total) ||
    weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)
  ) {
    throw new DossierkitError(
      'core/bad-weights',
      'Weights are whole numbers of at least 0, one of them above 0',
    );
  }
  const sign = whole.amountMinor < 0 ? -1n : 1n;
  const amount = BigInt(whole.amountMinor) * sign;
  const shares = weights.map((weight) => (amount * BigInt(weight)) / BigInt(total));
  const remainders = weights.map((weight, at) => ({ at, rest: (amount * BigInt(weight)) % BigInt(total) }));
  remainders.sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1));
  let left = Number(amount - shares.reduce((sum, share) => sum + share, 0n));
  for (const { at } of remainders) {
    if (left-- <= 0) break;
    shares[at] = (shares[at] as bigint) + 1n;
  }
  return shares.map((share) => money(Number(sign * share), whole.currency));
}

/** An amount as people of a language write it: `formatMoney(money(123456, 'EUR'), 'de')` is `1.234,56 €`. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = minorUnitDigits(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(decimalText(amount.amountMinor, digits) as unknown as number);
}

/** The exact decimal text, which `Intl.NumberFormat` takes without a detour over binary fractions. */
function decimalText(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  return `${minor < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
