import type { Submission } from '../dossier.js';
import type { MonthRule } from '../product.js';

/**
 * How many of `count` documents the accepted ones make up. Where the months must follow one another, it is the best
 * stretch of `count` months, so that a gap which one document closes is counted as one missing, not as a new start.
 *
 * Documents of an unknown month, which only a person can have accepted, count one each.
 */
export function bestMonths(submissions: readonly Submission[], count: number, rule: MonthRule): number {
  const months = new Set<number>();
  let unknown = 0;
  for (const { facts } of submissions) {
    if (facts.month === undefined) unknown++;
    else months.add(monthNumber(facts.month));
  }
  if (!rule.consecutive) return months.size + unknown;
  let best = 0;
  for (const start of months) {
    let within = 0;
    for (let month = start; month < start + count; month++) if (months.has(month)) within++;
    best = Math.max(best, within);
  }
  return best + unknown;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
