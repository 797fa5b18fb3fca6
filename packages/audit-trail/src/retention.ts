import { addDays, addMonths, type PlainDate, plainDate, type RuleSource } from '@dossierkit/core';
import type { AuditFinding } from './findings.js';

/** How long a record must be kept, and when it must be gone: counted from the end of the relationship. */
export interface RetentionRule {
  readonly source: RuleSource;
  readonly keepYears: number;
  /** Whether the years begin with the end of the calendar year. Default: on the day after the relationship ended. */
  readonly fromYearEnd?: boolean;
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
    fromYearEnd: true,
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
  /**
   * `audit-trail/retention-rule-stale` for every rule that the day lies outside of. It was counted all the same, because a
   * record that is erased too early does not come back.
   */
  readonly findings: readonly AuditFinding[];
}

/** Options of {@link planRetention}. */
export interface RetentionOptions {
  /** The day on which it is planned, against which the rules' own validity is held. Default: the day the relationship ended. */
  readonly on?: PlainDate;
}

/**
 * The retention of a record under several rules: kept as long as the longest demands, gone by the earliest end.
 *
 * Under GwG § 8 (4) the period begins with the end of the calendar year in which the relationship ended; a rule with
 * `fromYearEnd` is counted so.
 */
export function planRetention(
  endedOn: PlainDate,
  rules: readonly [RetentionRule, ...RetentionRule[]],
  options: RetentionOptions = {},
): RetentionPeriod {
  const { on = endedOn } = options;
  const periods = rules.map((rule) => ({ rule, ...periodOf(rule, endedOn) }));
  const longest = periods.reduce((a, b) => (b.keepUntil > a.keepUntil ? b : a));
  const [destroyBy] = periods.flatMap(({ end }) => (end ? [end] : [])).sort();
  return {
    erasableFrom: addDays(longest.keepUntil, 1),
    destroyBy,
    rule: longest.rule,
    findings: rules.filter(({ source }) => !isInForce(source, on)).map(staleFinding),
  };
}

function periodOf(
  { fromYearEnd = false, keepYears, destroyAfterYears }: RetentionRule,
  endedOn: PlainDate,
): { readonly keepUntil: PlainDate; readonly end: PlainDate | undefined } {
  const from = fromYearEnd ? plainDate(`${endedOn.slice(0, 4)}-12-31`) : endedOn;
  const after = (years: number): PlainDate => addMonths(from, years * 12);
  return {
    keepUntil: after(keepYears),
    end: destroyAfterYears === undefined ? undefined : after(destroyAfterYears),
  };
}

function isInForce({ validFrom, validTo }: RuleSource, on: PlainDate): boolean {
  return on >= validFrom && (validTo === undefined || on <= validTo);
}

function staleFinding({ source }: RetentionRule): AuditFinding {
  const { title, validFrom, validTo } = source;
  const params = { rule: title, validFrom, ...(validTo === undefined ? {} : { validTo }) };
  return { code: 'audit-trail/retention-rule-stale', outcome: 'inconclusive', severity: 'warning', params };
}
