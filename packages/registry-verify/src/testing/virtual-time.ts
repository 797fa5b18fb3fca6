import { type Clock, type Timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import type { Sleep } from '../client/rate-limit.js';

/** Time that jumps to the next thing that is waited for as soon as nothing else is left to do. */
export interface VirtualTime {
  readonly clock: Clock;
  readonly sleep: Sleep;
  nowMs(): number;
}

interface Timer {
  readonly atMs: number;
  readonly wake: () => void;
}

/** Makes a time that starts at `start` and never takes long. */
export function createVirtualTime(start: Timestamp): VirtualTime {
  let now = timestampMs(start);
  const timers = new Set<Timer>();
  let isPumping = false;

  const pump = (): void => {
    // A macrotask later all promises have settled: only then may time pass.
    setTimeout(() => {
      const atMs = Math.min(...[...timers].map((timer) => timer.atMs));
      if (timers.size > 0) {
        now = Math.max(now, atMs);
        for (const timer of [...timers].filter((each) => each.atMs <= now)) {
          timers.delete(timer);
          timer.wake();
        }
      }
      isPumping = timers.size > 0;
      if (isPumping) pump();
    }, 0);
  };

  return {
    clock: { now: () => timestampFromMs(now) },
    nowMs: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const onAbort = (): void => {
          timers.delete(timer);
          reject(signal?.reason);
        };
        const timer: Timer = {
          atMs: now + Math.max(ms, 0),
          wake: () => {
            signal?.removeEventListener('abort', onAbort);
            resolve();
          },
        };
        timers.add(timer);
        signal?.addEventListener('abort', onAbort, { once: true });
        if (!isPumping) {
          isPumping = true;
          pump();
        }
      }),
  };
}
