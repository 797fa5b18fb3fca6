import { type CodedError, codedError, type NoParams } from './errors.js';
import { err, ok, type Result } from './result.js';

/** An exact rational number; the denominator is positive. Not plain JSON: for computing, not for storing. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** How a number exactly between two neighbours, or beyond, is brought to a whole one. */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up';

/** Why text is not a decimal number. */
export type DecimalError = CodedError<'core/not-a-decimal', NoParams>;

/** How many digits a decimal may have: far more than any rate, few enough to stay fast. */
const MAX_LENGTH = 40;

/**
 * Reads a decimal number such as a rate, exactly: `"-0.88"` is −88/100. No exponent, no grouping, a point as separator.
 *
 * @returns the number, or `core/not-a-decimal`
 */
export function parseDecimal(text: string): Result<Fraction, DecimalError> {
  const match = text.length <= MAX_LENGTH ? /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) : null;
  if (!match) return err(codedError('core/not-a-decimal', {}));
  const [, sign, whole = '', decimals = ''] = match;
  const digits = BigInt(whole + decimals);
  return ok(fraction(sign ? -digits : digits, 10n ** BigInt(decimals.length)));
}

/** The fraction `numerator` / `denominator` in lowest terms. A denominator of zero is a RangeError. */
export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('division by zero');
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** a + b, exactly. */
export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a × b, exactly. */
export function multiplyFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Negative where a < b, positive where a > b, else 0. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest whole number; `half-up` takes a half away from zero, as commercial rounding does. */
export function roundFraction(value: Fraction, rounding: Rounding = 'half-up'): bigint {
  const { numerator, denominator } = value;
  const sign = numerator < 0n ? -1n : 1n;
  const magnitude = numerator * sign;
  const whole = magnitude / denominator;
  const rest = magnitude % denominator;
  return sign * (whole + (roundsAway(whole, rest * 2n - denominator, rest, rounding) ? 1n : 0n));
}

/** `beyondHalf`: negative below the half, 0 at it, positive above it. */
function roundsAway(whole: bigint, beyondHalf: bigint, rest: bigint, rounding: Rounding): boolean {
  if (rounding === 'down') return false;
  if (rounding === 'up') return rest > 0n;
  if (beyondHalf !== 0n) return beyondHalf > 0n;
  return rounding === 'half-up' || whole % 2n === 1n;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}
