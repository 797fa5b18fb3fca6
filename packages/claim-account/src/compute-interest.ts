import {
  addDays,
  addFractions,
  daysBetween,
  type Fraction,
  fraction,
  type Money,
  money,
  multiplyFractions,
  type PlainDate,
  partsOfDate,
  plainDateFrom,
  roundFraction,
} from '@dossierkit/core';
import { type DayCount, type InterestRule, ratePeriods } from './interest-rules.js';

/** Where amounts are brought to whole minor units. */
export type InterestRounding =
  /** The sum, once. Lines show what each period adds to the rounded sum, so that they add up to it. */
  | 'once'
  /** Each period. */
  | 'per-period'
  /** The interest of one day, which is then multiplied, as gov.uk does. */
  | 'per-day';

/** What {@link computeInterest} needs to know. */
export interface InterestTerms {
  readonly rule: InterestRule;
  /** Default: the rule's own. It is printed with every line. */
  readonly dayCount?: DayCount | undefined;
  /** Default: `once`. */
  readonly rounding?: InterestRounding | undefined;
  /** First day of default, for rates that are fixed on it. Default: the first day of the period. */
  readonly defaultFrom?: PlainDate | undefined;
}

/** Interest on one sum at one rate. */
export interface InterestLine {
  readonly from: PlainDate;
  /** Last day, included. */
  readonly through: PlainDate;
  readonly days: number;
  readonly principal: Money;
  /** Per cent a year, as a decimal text. */
  readonly percent: string;
  readonly dayCount: DayCount;
  readonly amount: Money;
  /** Whether the rate is the last known one of a table that has run out. */
  readonly isStale: boolean;
  /** Whether no rate is known so far back; the amount is zero. */
  readonly isUnknown: boolean;
}

/** Interest on one sum over a time. */
export interface Interest {
  readonly total: Money;
  readonly lines: readonly InterestLine[];
}

/**
 * Simple interest on a sum from `from` through `through`, both days included, exact over every change of the rate: each day
 * counts once. Nothing where `through` is before `from`.
 */
export function computeInterest(
  principal: Money,
  from: PlainDate,
  through: PlainDate,
  terms: InterestTerms,
): Interest {
  const rounding = terms.rounding ?? 'once';
  const lines: InterestLine[] = [];
  let exact = fraction(0n);
  let total = 0;
  for (const part of exactInterest(principal, from, through, terms)) {
    exact = addFractions(exact, part.exact);
    const minor = rounding === 'once' ? toMinor(exact) - total : roundedPart(part, principal, rounding);
    total += minor;
    lines.push({ ...part.line, amount: money(minor, principal.currency) });
  }
  return { total: money(total, principal.currency), lines };
}

/** @internal One period before any rounding. */
export interface ExactInterest {
  readonly line: Omit<InterestLine, 'amount'>;
  /** Minor units. */
  readonly exact: Fraction;
  readonly perYear: Fraction;
}

/** @internal The periods of a time with their exact interest in minor units. */
export function exactInterest(
  principal: Money,
  from: PlainDate,
  through: PlainDate,
  { rule, dayCount = rule.dayCount, defaultFrom = from }: InterestTerms,
): ExactInterest[] {
  return ratePeriods(rule, from, through, defaultFrom).map((period) => {
    const perYear = multiplyFractions(fraction(BigInt(principal.amountMinor), 100n), period.percent);
    const years = yearFraction(dayCount, period.from, addDays(period.through, 1));
    return {
      line: {
        from: period.from,
        through: period.through,
        days: daysBetween(period.from, period.through) + 1,
        principal,
        percent: decimalText(period.percent),
        dayCount,
        isStale: period.isStale,
        isUnknown: period.isUnknown,
      },
      exact: multiplyFractions(perYear, years),
      perYear,
    };
  });
}

function roundedPart(part: ExactInterest, principal: Money, rounding: InterestRounding): number {
  if (rounding === 'per-period' || principal.amountMinor === 0) return toMinor(part.exact);
  const perDay = toMinor(multiplyFractions(part.perYear, fraction(1n, 365n)));
  return perDay * part.line.days;
}

function toMinor(exact: Fraction): number {
  return Number(roundFraction(exact));
}

/** The part of a year from a day to a later one that is not included. */
export function yearFraction(dayCount: DayCount, from: PlainDate, before: PlainDate): Fraction {
  if (dayCount === 'act/365') return fraction(BigInt(daysBetween(from, before)), 365n);
  if (dayCount === 'act/360') return fraction(BigInt(daysBetween(from, before)), 360n);
  if (dayCount === '30/360') return fraction(BigInt(thirtyDayMonths(from, before)), 360n);
  let sum = fraction(0n);
  for (let day = from; day < before; ) {
    const { year } = partsOfDate(day);
    const next = plainDateFrom(year + 1, 1, 1) as PlainDate;
    const end = next < before ? next : before;
    const yearDays = daysBetween(plainDateFrom(year, 1, 1) as PlainDate, next);
    sum = addFractions(sum, fraction(BigInt(daysBetween(day, end)), BigInt(yearDays)));
    day = end;
  }
  return sum;
}

/** Days where every month has thirty: a 31st counts for nothing, the last day of February for what it lacks. */
function thirtyDayMonths(from: PlainDate, before: PlainDate): number {
  const [a, b] = [partsOfDate(from), partsOfDate(before)];
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + b.day - a.day;
}

/** A rate as people write it; rates have at most a few decimals. */
export function decimalText({ numerator, denominator }: Fraction): string {
  let scale = 1n;
  let digits = 0;
  while (scale % denominator !== 0n && digits < 12) {
    scale *= 10n;
    digits++;
  }
  const scaled = (numerator * scale) / denominator;
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${scaled < 0n ? '-' : ''}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`}`;
}
