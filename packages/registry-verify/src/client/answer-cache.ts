import type { Evidence } from '../registers/evidence.js';

/**
 * Keeps answers. Keys are digests; values are evidence and may hold personal data. Only what a register found is kept: never
 * an outage, and never "no such entry", because a company may be entered the next minute.
 */
export interface AnswerCache {
  get(key: string): Promise<Evidence | undefined>;
  set(key: string, evidence: Evidence): Promise<void>;
}

/** Keeps the answers that were used last, in memory. */
export function createMemoryAnswerCache({
  maxEntries = 10_000,
}: {
  readonly maxEntries?: number;
} = {}): AnswerCache {
  const entries = new Map<string, Evidence>();
  return {
    get: async (key) => {
      const evidence = entries.get(key);
      if (!evidence) return undefined;
      // The order of a Map is the order of use: the first entry is the one to give up.
      entries.delete(key);
      entries.set(key, evidence);
      return evidence;
    },
    set: async (key, evidence) => {
      entries.delete(key);
      entries.set(key, evidence);
      const first = entries.size > maxEntries ? entries.keys().next().value : undefined;
      if (first !== undefined) entries.delete(first);
    },
  };
}
