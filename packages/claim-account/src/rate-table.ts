import type { PlainDate, RuleSource } from '@dossierkit/core';
import { rateTables } from './generated/rate-tables.js';

/** A reference rate over time, as plain data. */
export interface RateTableData {
  readonly id: string;
  /** Last day for which the rate is known; after it the table is stale. */
  readonly knownUntil: string;
  readonly source: RuleSource;
  /** In order; each holds from its day until the next. */
  readonly rates: readonly { readonly from: string; readonly percent: string }[];
}

/** The name of a table that this package ships. */
export type RateTableId = keyof typeof rateTables;

/** A rate on a day. */
export interface RateOnDay {
  /** Per cent a year, as a decimal text: `-0.88`. */
  readonly percent: string;
  /** First day on which it holds. */
  readonly from: PlainDate;
  /** First day on which another one holds, if that is known. */
  readonly before: PlainDate | undefined;
  /** Whether the day lies after everything the table knows; then this is its last value. */
  readonly isStale: boolean;
}

/** The table of a reference rate. */
export function rateTable(id: RateTableId): RateTableData {
  return rateTables[id];
}

/** The rate that a table gives for a day; `undefined` for a day before its first value. */
export function rateOn(table: RateTableData, day: PlainDate): RateOnDay | undefined {
  const { rates, knownUntil } = table;
  let at = rates.length - 1;
  while (at >= 0 && (rates[at]?.from ?? '') > day) at--;
  const rate = rates[at];
  if (!rate) return undefined;
  return {
    percent: rate.percent,
    from: rate.from as PlainDate,
    before: rates[at + 1]?.from as PlainDate | undefined,
    isStale: day > knownUntil,
  };
}
