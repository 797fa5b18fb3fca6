import {
  addDays,
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  type PlainDate,
  parseDecimal,
  partsOfDate,
  plainDateFrom,
  type RuleSource,
  unwrap,
} from '@dossierkit/core';
import { type RateTableId, rateOn, rateTable } from './rate-table.js';

/** How the days of a period become a part of a year. */
export type DayCount = 'act/365' | 'act/360' | 'act/act' | '30/360';

/** Which day's reference rate counts for a day of default. */
export type RateBasis =
  /** The rate of the day itself; a period splits at each change. */
  | 'each-day'
  /** The rate of the first day of the half-year that the day lies in. */
  | 'half-year-start'
  /** The rate on 31 December or 30 June before the default began; it stays for the whole debt. */
  | 'fixed-at-default';

/** How a law computes interest for late payment. */
export interface InterestRule {
  readonly id: string;
  /** The table of the reference rate; without one `points` is the whole rate. */
  readonly table?: RateTableId | undefined;
  /** Percentage points on top of the reference rate, as a decimal text. */
  readonly points: string;
  readonly basis: RateBasis;
  readonly dayCount: DayCount;
  readonly source: RuleSource;
}

const source = (id: string, title: string, url: string, validFrom: string): RuleSource => ({
  id,
  title,
  url,
  validFrom,
});
const bgb288 = 'https://www.gesetze-im-internet.de/bgb/__288.html';

/** Interest for late payment by law. */
export const interestRules: {
  readonly [Id in
    | 'de/consumer'
    | 'de/business'
    | 'at/consumer'
    | 'at/business'
    | 'fr/business'
    | 'fr/legal'
    | 'fr/legal-individual'
    | 'uk/business'
    | 'ch/default'
    | 'eu/business']: InterestRule;
} = {
  'de/consumer': {
    id: 'de/consumer',
    table: 'de-base',
    points: '5',
    basis: 'each-day',
    dayCount: 'act/365',
    source: source('de/bgb-288-1', 'BGB § 288 (1)', bgb288, '2002-01-01'),
  },
  'de/business': {
    id: 'de/business',
    table: 'de-base',
    points: '9',
    basis: 'each-day',
    dayCount: 'act/365',
    source: source('de/bgb-288-2', 'BGB § 288 (2)', bgb288, '2014-07-29'),
  },
  'at/consumer': {
    id: 'at/consumer',
    points: '4',
    basis: 'each-day',
    dayCount: 'act/365',
    source: source(
      'at/abgb-1000',
      'ABGB § 1000 (1)',
      'https://www.jusline.at/gesetz/abgb/paragraf/1000',
      '2002-08-01',
    ),
  },
  'at/business': {
    id: 'at/business',
    table: 'at-base',
    points: '9.2',
    basis: 'half-year-start',
    dayCount: 'act/365',
    source: source('at/ugb-456', 'UGB § 456', 'https://www.jusline.at/gesetz/ugb/paragraf/456', '2013-03-16'),
  },
  'fr/business': {
    id: 'fr/business',
    table: 'ecb-refi',
    points: '10',
    basis: 'half-year-start',
    dayCount: 'act/365',
    source: source(
      'fr/ccom-l441-10',
      'Code de commerce L. 441-10 II',
      'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000005634379',
      '2019-04-26',
    ),
  },
  'fr/legal': {
    id: 'fr/legal',
    table: 'fr-legal-other',
    points: '0',
    basis: 'each-day',
    dayCount: 'act/365',
    source: source(
      'fr/cciv-1231-6',
      'Code civil 1231-6, CMF L. 313-2',
      'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721',
      '2016-10-01',
    ),
  },
  'fr/legal-individual': {
    id: 'fr/legal-individual',
    table: 'fr-legal-individual',
    points: '0',
    basis: 'each-day',
    dayCount: 'act/365',
    source: source(
      'fr/cciv-1231-6',
      'Code civil 1231-6, CMF L. 313-2',
      'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006070721',
      '2016-10-01',
    ),
  },
  'uk/business': {
    id: 'uk/business',
    table: 'uk-bank',
    points: '8',
    basis: 'fixed-at-default',
    dayCount: 'act/365',
    source: source(
      'uk/si-2002-1675',
      'Late Payment of Commercial Debts (Rate of Interest) (No. 3) Order 2002, art. 4',
      'https://www.legislation.gov.uk/uksi/2002/1675/article/4',
      '2002-08-07',
    ),
  },
  'ch/default': {
    id: 'ch/default',
    points: '5',
    basis: 'each-day',
    dayCount: 'act/365',
    source: source(
      'ch/or-104',
      'OR Art. 104 (1)',
      'https://www.fedlex.admin.ch/eli/cc/27/317_321_377/de#art_104',
      '1912-01-01',
    ),
  },
  'eu/business': {
    id: 'eu/business',
    table: 'ecb-refi',
    points: '8',
    basis: 'half-year-start',
    dayCount: 'act/365',
    source: source(
      'eu/2011-7',
      'Directive 2011/7/EU, art. 2 (6)',
      'https://eur-lex.europa.eu/eli/dir/2011/7/oj',
      '2013-03-16',
    ),
  },
};

/** The name of a rule that this package ships. */
export type InterestRuleId = keyof typeof interestRules;

/** A stretch of days with one rate. */
export interface RatePeriod {
  readonly from: PlainDate;
  /** Last day, included. */
  readonly through: PlainDate;
  /** The whole rate, per cent a year. */
  readonly percent: Fraction;
  /** Whether the reference rate of this stretch is not known and the last known one was taken. */
  readonly isStale: boolean;
  /** Whether the tables do not reach back so far; then the rate is zero, and a finding says so. */
  readonly isUnknown: boolean;
}

/**
 * Splits the days from `from` through `through`, both included, where the rate changes: every day belongs to exactly one
 * period. A negative sum of reference rate and points counts as zero.
 */
export function ratePeriods(
  rule: InterestRule,
  from: PlainDate,
  through: PlainDate,
  defaultFrom: PlainDate = from,
): RatePeriod[] {
  const periods: RatePeriod[] = [];
  let day = from;
  while (day <= through) {
    const { percent, lastDay, isStale, isUnknown } = rateFor(rule, day, defaultFrom);
    const end = lastDay !== undefined && lastDay < through ? lastDay : through;
    const previous = periods.at(-1);
    const continues =
      previous &&
      previous.isStale === isStale &&
      previous.isUnknown === isUnknown &&
      compareFractions(previous.percent, percent) === 0;
    if (continues) periods[periods.length - 1] = { ...previous, through: end };
    else periods.push({ from: day, through: end, percent, isStale, isUnknown });
    day = addDays(end, 1);
  }
  return periods;
}

interface DayRate {
  readonly percent: Fraction;
  /** Last day with this rate, where it ends. */
  readonly lastDay: PlainDate | undefined;
  readonly isStale: boolean;
  readonly isUnknown: boolean;
}

function rateFor(rule: InterestRule, day: PlainDate, defaultFrom: PlainDate): DayRate {
  const points = unwrap(parseDecimal(rule.points));
  if (rule.table === undefined)
    return { percent: points, lastDay: undefined, isStale: false, isUnknown: false };
  const table = rateTable(rule.table);
  const reference = rateOn(table, referenceDay(rule.basis, day, defaultFrom));
  if (!reference) {
    const first = table.rates[0]?.from as PlainDate;
    const lastDay = rule.basis === 'fixed-at-default' ? undefined : addDays(first, -1);
    return { percent: fraction(0n), lastDay, isStale: false, isUnknown: true };
  }
  const sum = addFractions(unwrap(parseDecimal(reference.percent)), points);
  const percent = sum.numerator < 0n ? fraction(0n) : sum;
  const { isStale } = reference;
  return { percent, lastDay: lastDayOf(rule.basis, day, reference.before), isStale, isUnknown: false };
}

/** Where a stale table begins is a boundary as well, so that what is known is not marked with what is not. */
function lastDayOf(basis: RateBasis, day: PlainDate, before: PlainDate | undefined): PlainDate | undefined {
  if (basis === 'fixed-at-default') return undefined;
  const halfYearEnd = addDays(halfYearStart(day, 1), -1);
  if (basis === 'half-year-start') return halfYearEnd;
  const change = before === undefined ? undefined : addDays(before, -1);
  return change !== undefined && change < halfYearEnd ? change : halfYearEnd;
}

/** The day whose reference rate counts for a day of default. */
export function referenceDay(basis: RateBasis, day: PlainDate, defaultFrom: PlainDate): PlainDate {
  if (basis === 'each-day') return day;
  if (basis === 'half-year-start') return halfYearStart(day, 0);
  return addDays(halfYearStart(defaultFrom, 0), -1);
}

function halfYearStart(day: PlainDate, halvesLater: number): PlainDate {
  const { year, month } = partsOfDate(day);
  const half = year * 2 + (month > 6 ? 1 : 0) + halvesLater;
  return plainDateFrom(Math.floor(half / 2), half % 2 === 0 ? 1 : 7, 1) as PlainDate;
}
