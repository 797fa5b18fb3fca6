/** How often a request is tried, and how long it waits in between. */
export interface BackoffPolicy {
  readonly attempts: number;
  readonly baseMs: number;
  readonly maxMs: number;
}

/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * How long to wait after the `attempt`-th failure (1, 2, …): half of a doubling span for certain, the other half by chance,
 * so that clients that failed together do not come back together.
 */
export function backoffMs(attempt: number, { baseMs, maxMs }: BackoffPolicy, random: () => number): number {
  const span = Math.min(baseMs * 2 ** (attempt - 1), maxMs);
  return Math.round(span / 2 + (span / 2) * random());
}
