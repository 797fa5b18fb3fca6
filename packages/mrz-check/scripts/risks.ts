import { confidenceOf, MARGIN_STEP, MARGIN_STEPS, type Support } from '../src/internal/confidence.js';
import { doubtsOf } from '../src/internal/decode.js';
import type { ZoneResult } from './results.js';

/** Characters with about the same margin. */
export interface Bin {
  readonly seen: number;
  readonly wrong: number;
}

export const SUPPORTS: readonly Support[] = ['unchecked', 'alone', 'vouched', 'repaired'];

/** How often characters of these zones were wrong. */
export function measureRisks(zones: readonly ZoneResult[]): Record<Support, number[]> {
  const entries = SUPPORTS.map((support) => [support, risksOf(binsOf(zones, support))]);
  return Object.fromEntries(entries) as Record<Support, number[]>;
}

/** Whether a zone is accepted with the table of today, which may be newer than the result. */
export function isAcceptedToday(zone: ZoneResult): boolean {
  if (!zone.sound) return false;
  if (zone.characters.length === 0) return zone.accepted;
  const characters = zone.characters.map(([support, margin, , taken, line, hasOther, isPlain], at) => ({
    line,
    at,
    taken,
    margin,
    support,
    ...(hasOther === 1 && { or: '' }),
    confidence: isPlain === 1 ? 0.5 : confidenceOf(margin, support),
  }));
  return doubtsOf(characters).length === 0;
}

export function binsOf(zones: readonly ZoneResult[], kind: Support): Bin[] {
  const bins = Array.from({ length: MARGIN_STEPS }, () => ({ seen: 0, wrong: 0 }));
  for (const { characters } of zones) {
    for (const [support, margin, right] of characters) {
      if (support !== kind) continue;
      const bin = bins[Math.min(MARGIN_STEPS - 1, Math.max(0, Math.floor(margin / MARGIN_STEP)))];
      if (!bin) continue;
      bin.seen++;
      if (right === 0) bin.wrong++;
    }
  }
  return bins;
}

/**
 * Risks that never grow with the margin: neighbours that do are pooled. Half a wrong character is added to each pool, so
 * that nothing is certain because it was rarely seen.
 */
function risksOf(bins: readonly Bin[]): number[] {
  const pools: { seen: number; wrong: number; width: number }[] = [];
  for (const { seen, wrong } of bins) {
    pools.push({ seen, wrong, width: 1 });
    for (
      let last = pools.at(-1), before = pools.at(-2);
      last && before && riskOf(last) >= riskOf(before);
      last = pools.at(-1), before = pools.at(-2)
    ) {
      pools.splice(-2, 2, {
        seen: before.seen + last.seen,
        wrong: before.wrong + last.wrong,
        width: before.width + last.width,
      });
    }
  }
  return pools.flatMap((pool) => Array<number>(pool.width).fill(riskOf(pool)));
}

const riskOf = ({ seen, wrong }: Bin): number => Math.min(0.5, (wrong + 0.5) / (seen + 1));
