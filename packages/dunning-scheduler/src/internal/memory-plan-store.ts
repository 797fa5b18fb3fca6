import type { PlanRow, PlanStore, SendOutcome } from '../plan-store.js';

interface Kept {
  row: PlanRow;
  claim: number;
  leaseUntil: string;
  state: 'waiting' | 'begun' | SendOutcome;
  begunAt: string;
}

/** A {@link PlanStore} in memory, for tests and demonstrations. */
export function createMemoryPlanStore(): PlanStore {
  const rows = new Map<string, Kept>();
  const isOpen = ({ state }: Kept): boolean => state === 'waiting' || state === 'failed';
  return {
    async replace(plans) {
      for (const { caseId, rows: next } of plans) {
        for (const [key, kept] of rows) if (kept.row.caseId === caseId && isOpen(kept)) rows.delete(key);
        for (const each of next) {
          if (!rows.has(each.key))
            rows.set(each.key, { row: each, claim: 0, leaseUntil: '', state: 'waiting', begunAt: '' });
        }
      }
    },
    async claim({ fromShard, toShard, now, leaseUntil, limit, begin = false }) {
      const due = [...rows.values()]
        .filter(
          (kept) => isOpen(kept) && kept.row.due <= now && kept.row.until >= now && kept.leaseUntil <= now,
        )
        .filter(({ row: { shard } }) => shard >= fromShard && shard < toShard)
        .sort((a, b) => (a.row.due < b.row.due ? -1 : a.row.due > b.row.due ? 1 : 0))
        .slice(0, limit);
      return due.map((kept) => {
        kept.claim++;
        kept.leaseUntil = leaseUntil;
        if (begin) Object.assign(kept, { state: 'begun', begunAt: now });
        return { ...kept.row, claim: kept.claim };
      });
    },
    async begin(claimed, at) {
      return claimed.filter((row) => {
        const kept = rows.get(row.key);
        if (!kept || kept.claim !== row.claim || !isOpen(kept) || kept.leaseUntil <= at) return false;
        kept.state = 'begun';
        kept.begunAt = at;
        return true;
      });
    },
    async finish(ends) {
      for (const { row, outcome } of ends) {
        const kept = rows.get(row.key);
        if (kept?.claim === row.claim && kept.state === 'begun') kept.state = outcome;
      }
    },
    async unfinished(before) {
      return [...rows.values()]
        .filter(({ state, begunAt }) => state === 'begun' && begunAt < before)
        .map(({ row, claim }) => ({ ...row, claim }));
    },
  };
}
