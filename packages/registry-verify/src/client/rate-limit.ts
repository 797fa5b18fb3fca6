/** So many requests in any window of so many milliseconds. */
export interface RateLimit {
  readonly requests: number;
  readonly perMs: number;
}

/**
 * Keeps the count of requests. The one of this package counts for one process; one that counts for many machines (in
 * Redis, in a database) does the same in one atomic step.
 */
export interface RateLimitStore {
  /** Counts a request at `nowMs` if the limit allows it, and returns 0; else counts nothing and returns how long to wait. */
  take(key: string, limit: RateLimit, nowMs: number): Promise<number>;
  /** Lets nothing pass before `untilMs`: the register said so. */
  hold(key: string, untilMs: number): Promise<void>;
}

/** Counts requests in memory, exactly: a log of the last times, as long as the limit is high. */
export function createMemoryRateLimitStore(): RateLimitStore {
  const logs = new Map<string, number[]>();
  const holds = new Map<string, number>();
  return {
    take: async (key, { requests, perMs }, nowMs) => {
      const heldMs = (holds.get(key) ?? 0) - nowMs;
      if (heldMs > 0) return heldMs;
      const log = logs.get(key) ?? [];
      logs.set(key, log);
      const oldest = log.length < requests ? undefined : log[log.length - requests];
      const waitMs = oldest === undefined ? 0 : oldest + perMs - nowMs;
      if (waitMs > 0) return waitMs;
      log.push(nowMs);
      // Trimmed now and then, not every time: shifting a long log costs more than keeping it twice.
      if (log.length > requests * 2 + 16) log.splice(0, log.length - requests);
      return 0;
    },
    hold: async (key, untilMs) => {
      holds.set(key, Math.max(holds.get(key) ?? 0, untilMs));
    },
  };
}

/** Waits `ms`, or rejects when `signal` aborts. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Lets requests pass in the order in which they came, never more than the limit allows. */
export interface RateLimiter {
  /**
   * Resolves when the request may be sent: to nothing, or to the time from which it makes sense to ask again, where the
   * wait would be longer than `maxWaitMs`. Rejects when `signal` aborts.
   */
  pass(
    key: string,
    limit: RateLimit,
    options: { readonly maxWaitMs: number; readonly signal: AbortSignal },
  ): Promise<number | undefined>;
}

interface Lane {
  tail: Promise<void>;
  waiting: number;
}

/** A queue for each key in front of a store. Only the head of a queue asks the store, so a wait is never lost on a caller who left. */
export function createRateLimiter(store: RateLimitStore, nowMs: () => number, sleep: Sleep): RateLimiter {
  const lanes = new Map<string, Lane>();
  return {
    pass: async (key, limit, { maxWaitMs, signal }) => {
      const lane = lanes.get(key) ?? { tail: Promise.resolve(), waiting: 0 };
      lanes.set(key, lane);
      // Those who wait already fill whole windows; a caller for whom that is too long is told at once.
      const expectedMs = Math.floor(lane.waiting / limit.requests) * limit.perMs;
      if (expectedMs > maxWaitMs) return nowMs() + expectedMs;
      const deadlineMs = nowMs() + maxWaitMs;
      const before = lane.tail;
      let leave = (): void => {};
      const mine = new Promise<void>((resolve) => {
        leave = resolve;
      });
      lane.tail = before.then(() => mine);
      lane.waiting++;
      try {
        await abortable(before, signal);
        return await waitForStore(key, limit, deadlineMs, signal);
      } finally {
        lane.waiting--;
        leave();
      }
    },
  };

  async function waitForStore(
    key: string,
    limit: RateLimit,
    deadlineMs: number,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    const spaced = { requests: limit.requests, perMs: limit.perMs + guardMs(limit) };
    const maxSleepMs = Math.max(deadlineMs - nowMs(), 0) + limit.perMs;
    let sleptMs = 0;
    for (;;) {
      signal.throwIfAborted();
      const waitMs = await store.take(key, spaced, nowMs());
      if (waitMs <= 0) return undefined;
      if (nowMs() + waitMs > deadlineMs) return nowMs() + waitMs;
      // Not in steps of a millisecond: a timer is late each time, and a thousand late steps add up.
      const stepMs = Math.max(waitMs, STEP_MS);
      await sleep(stepMs, signal);
      sleptMs += stepMs;
      // A clock that stands still (a mistake of the host) must not make the wait endless.
      if (sleptMs > maxSleepMs) return nowMs() + waitMs;
    }
  }
}

const STEP_MS = 20;

/**
 * Requests that leave evenly may arrive unevenly: a new connection is slower than one that is open. Windows are stretched
 * by a fortieth, at most a quarter of a second, so that the register's own count stays within its limit.
 */
const guardMs = ({ perMs }: RateLimit): number => Math.min(Math.ceil(perMs / 40), 250);

function abortable(promise: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, reject);
  });
}
