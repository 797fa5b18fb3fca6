import { arrive, before, join, router } from './evaluate-kit.js';

/** A message as a case writes it. */
export interface ItemRow {
  readonly id: string;
  readonly labels?: readonly string[];
  readonly lastActivityHoursAgo?: number;
  readonly priority?: number | string;
  readonly waitMin?: number;
  readonly ageMin?: number;
  readonly dueMin?: number;
  readonly skills?: readonly string[];
  readonly language?: string;
}

/** Priority and waiting on one scale, a point a minute; or the older first, or what is due first, within a priority. */
export function order(rows: readonly ItemRow[]): unknown {
  const tiers = tiersOf(rows);
  const byWaiting = rows.some(({ waitMin }) => waitMin !== undefined);
  const byDueTime = rows.some(({ dueMin }) => dueMin !== undefined);
  // A priority is worth more than any due time where both are given.
  const steps = byDueTime ? tiers.map((points) => points * MINUTES_A_YEAR) : tiers;
  const weights = { valueTiers: steps, waitingHour: byWaiting ? 60 : 0, lateHour: byDueTime ? 60 : 0 };
  const made = router({ weights });
  join(made, 'a');
  for (const row of rows) {
    const receivedAt = before(row.waitMin ?? row.ageMin ?? 0);
    const dueAt = row.dueMin === undefined ? {} : { dueAt: before(-row.dueMin) };
    arrive(made, row.id, { receivedAt, ...dueAt, valueTier: tiers.indexOf(pointsOf(row, rows)) });
  }
  return { order: made.list('a').items.map(({ item }) => item) };
}

export const MINUTES_A_YEAR = 525_600;
const WORDS = ['low', 'normal', 'medium', 'high', 'urgent', 'critical'];

/** Points of each priority that occurs, from nothing upwards: weights are never negative. */
export function tiersOf(rows: readonly ItemRow[]): readonly number[] {
  return [...new Set(rows.map((row) => pointsOf(row, rows)))].sort((a, b) => a - b);
}

export function pointsOf({ priority }: ItemRow, rows: readonly ItemRow[]): number {
  return numberOf(priority) - Math.min(...rows.map((row) => numberOf(row.priority)));
}

function numberOf(priority: ItemRow['priority'] = 0): number {
  return typeof priority === 'number' ? priority : WORDS.indexOf(priority);
}
