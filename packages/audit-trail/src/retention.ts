import { addDays, addMonths, type PlainDate, type RuleSource } from '@dossierkit/core';

/** How long a record must be kept, and when it must be gone: counted from the end of the relationship. */
export interface RetentionRule {
  readonly source: RuleSource;
  readonly keepYears: number;
  /** Where the law also sets an end. */
  readonly destroyAfterYears?: number;
}

/** The rules against money laundering that an onboarding file falls under. */
export const RETENTION_RULES: Readonly<Record<'eu' | 'fr' | 'de', RetentionRule>> = {
  eu: {
    source: {
      id: 'eu/amld-40',
      title: 'Directive (EU) 2015/849, Article 40 (1)',
      url: 'https://eur-lex.europa.eu/eli/dir/2015/849/oj',
      validFrom: '2015-06-25',
      validTo: '2027-07-09',
    },
    keepYears: 5,
    destroyAfterYears: 10,
  },
  fr: {
    source: {
      id: 'fr/cmf-l561-12',
      title: 'Code monétaire et financier, article L561-12',
      url: 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006072026/',
      validFrom: '2009-01-31',
    },
    keepYears: 5,
  },
  de: {
    source: {
      id: 'de/gwg-8-4',
      title: 'GwG § 8 (4)',
      url: 'https://www.gesetze-im-internet.de/gwg_2017/__8.html',
      validFrom: '2017-06-26',
    },
    keepYears: 5,
    destroyAfterYears: 10,
  },
};

/** From when a record may be erased, and by when it must be. */
export interface RetentionPeriod {
  /** The first day on which erasure is allowed. */
  readonly erasableFrom: PlainDate;
  /** The last day on which the record may still exist, where a rule sets one. */
  readonly destroyBy?: PlainDate | undefined;
  /** The rule that decided `erasableFrom`. */
  readonly rule: RetentionRule;
}

/**
 * The retention of a record under several rules: kept as long as the longest demands, gone by the earliest end.
 *
 * Under GwG § 8 (4) the period begins with the end of the calendar year in which the relationship ended; the German rule is
 * counted so.
 */
export function planRetention(
  endedOn: PlainDate,
  rules: readonly [RetentionRule, ...RetentionRule[]],
): RetentionPeriod {
  const periods = rules.map((rule) => {
    const from = rule.source.id.startsWith('de/gwg')
      ? (`${endedOn.slice(0, 4)}-12-31` as PlainDate)
      : endedOn;
    const until = (years: number): PlainDate => addMonths(from, years * 12);
    const { keepYears, destroyAfterYears } = rule;
    return {
      rule,
      keep: until(keepYears),
      end: destroyAfterYears === undefined ? undefined : until(destroyAfterYears),
    };
  });
  const longest = periods.reduce((a, b) => (b.keep > a.keep ? b : a));
  const ends = periods.flatMap(({ end }) => (end ? [end] : [])).sort();
  return { erasableFrom: addDays(longest.keep, 1), destroyBy: ends[0], rule: longest.rule };
}
