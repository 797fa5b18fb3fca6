import type { Sleep } from './rate-limit.js';

/** The longest that a timer can be set to; a longer wait is slept in pieces. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Waits on the host's timers. */
export const sleepOnTimer: Sleep = async (ms, signal) => {
  for (let left = ms; left > 0; left -= LONGEST_TIMER_MS)
    await timer(Math.min(left, LONGEST_TIMER_MS), signal);
};

function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      clearTimeout(id);
      reject(signal?.reason);
    };
    const id = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
