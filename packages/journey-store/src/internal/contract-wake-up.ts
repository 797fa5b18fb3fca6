import { deepStrictEqual as equal } from 'node:assert';
import type { WakeUp } from '../wake-up.js';

/** One thing that every wake-up must do. */
export interface WakeUpCase {
  readonly name: string;
  /** @param wakeUp one that listens already: where that takes a connection, `listen` was heard to begin */
  run(wakeUp: WakeUp): Promise<void>;
}

/** Long enough that a test which waits for it in vain is seen to hang. */
const LONG = { timeoutMs: 60_000 };
const SHORT = { timeoutMs: 5 };

/** What every wake-up must do, for any test runner. */
export const wakeUpContract: readonly WakeUpCase[] = [
  {
    name: 'wakes whoever waits for the reason, each of them, and nobody else',
    async run(wakeUp) {
      const [a, b, other] = [wakeUp.listen('timers'), wakeUp.listen('timers'), wakeUp.listen('messages')];
      const woken = Promise.all([a.wait(LONG), b.wait(LONG)]);
      wakeUp.hint(['timers', 'events']);
      equal(await woken, [true, true]);
      equal(await other.wait(SHORT), false);
    },
  },
  {
    name: 'remembers one hint that comes while the worker works',
    async run(wakeUp) {
      const [worker, witness] = [wakeUp.listen('messages'), wakeUp.listen('messages')];
      wakeUp.hint(['messages']);
      equal(await witness.wait(LONG), true);
      equal(await worker.wait(SHORT), true);
      equal(await worker.wait(SHORT), false);
    },
  },
  {
    name: 'wakes up by itself after a while, when aborted, and when closed',
    async run(wakeUp) {
      const waker = wakeUp.listen('plans');
      equal(await waker.wait(SHORT), false);
      const stop = new AbortController();
      const aborted = waker.wait({ ...LONG, signal: stop.signal });
      stop.abort();
      equal(await aborted, false);
      equal(await waker.wait({ ...LONG, signal: stop.signal }), false);
      const closed = waker.wait(LONG);
      waker.close();
      equal(await closed, false);
      equal(await waker.wait(LONG), false);
    },
  },
];
