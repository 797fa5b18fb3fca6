import {
  type CheckReport,
  createCheckReport,
  plainDateAt,
  type Sha256,
  type Timestamp,
} from '@dossierkit/core';
import type { ClassifierFinding } from './findings.js';
import { type ClassifierPolicy, defineClassifierPolicy } from './policy.js';
import { RULES_VERSION } from './rules-version.js';

/** What a set of payslips covers. */
export interface PayslipCover {
  /** The months that payslips were given for, `YYYY-MM`, sorted. */
  readonly found: readonly string[];
  /** The months that would complete the set with the fewest documents; none where it is complete. */
  readonly missing: readonly string[];
  /** Every run of months that would do, the latest first. */
  readonly accepted: readonly (readonly string[])[];
}

/** Options of {@link checkPayslips}. */
export interface CheckPayslipsOptions {
  readonly subject: Sha256;
  readonly at: Timestamp;
  /** How many months in a row are asked for. Default: 3. */
  readonly months?: number;
  /** In how many of the last months they may lie. Default: one more than `months`. */
  readonly outOf?: number;
  /** After this day of the month the running month belongs to the window. Default: 15. */
  readonly movesAfterDay?: number;
  /** Default: `defineClassifierPolicy()`; its zone decides which day it is. */
  readonly policy?: ClassifierPolicy;
}

/**
 * Says whether a set of payslips is complete: three months in a row out of the last four, by default.
 *
 * @param months what the payslips are for, `YYYY-MM`, in any order; twice the same counts once
 */
export function checkPayslips(
  months: readonly string[],
  options: CheckPayslipsOptions,
): CheckReport<PayslipCover, ClassifierFinding> {
  const { subject, at, movesAfterDay = 15, policy = defineClassifierPolicy() } = options;
  const wanted = options.months ?? 3;
  const outOf = Math.max(wanted, options.outOf ?? wanted + 1);
  const today = plainDateAt(at, policy.zone);
  const newest = indexOf(today) - (Number(today.slice(8)) > movesAfterDay ? 0 : 1);
  const found = [...new Set(months.filter((month) => /^\d{4}-(0[1-9]|1[0-2])$/.test(month)))].sort();
  const accepted = Array.from({ length: outOf - wanted + 1 }, (_, back) =>
    Array.from({ length: wanted }, (__, at) => textOf(newest - back - wanted + 1 + at)),
  );
  const gaps = accepted.map((run) => run.filter((month) => !found.includes(month)));
  const missing = gaps.reduce((best, gap) => (gap.length < best.length ? gap : best));
  const complete = missing.length === 0;
  const finding: ClassifierFinding = {
    code: 'doc-classifier/payslips-complete',
    outcome: complete ? 'passed' : 'failed',
    severity: 'critical',
    params: { months: wanted, missing, found },
    measured: { value: wanted - missing.length, limit: wanted, unit: 'months' },
  };
  const value: PayslipCover = { found, missing, accepted };
  return createCheckReport({
    check: 'doc-classifier',
    version: RULES_VERSION,
    subject,
    at,
    findings: [finding],
    value,
  });
}

const indexOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const textOf = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
