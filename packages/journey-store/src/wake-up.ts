/** What may have come: timers, messages to send, plan rows, events in the feed. */
export type WakeReason = 'timers' | 'messages' | 'plans' | 'events';

/**
 * Tells waiting workers that there may be work, so that they need not look often. Only a hint: one may be lost, and one may
 * come for nothing. So look, wait for a hint or some seconds, and look again.
 *
 * Made by {@link createWakeUp} for one process, by `createPostgresWakeUp` for many. A store that is given one hints after
 * each commit, never inside it: a notification in a transaction makes all commits wait for each other.
 */
export interface WakeUp {
  /** Says that something was committed. Never fails, and nobody waits for it. */
  hint(reasons: readonly WakeReason[]): void;
  /** Hears hints from now on. */
  listen(reason: WakeReason): Waker;
  close(): Promise<void>;
}

/** One worker's ear. */
export interface Waker {
  /**
   * Waits for a hint; one that came since the last wait counts, so that nothing is missed while the worker works.
   *
   * @returns true at a hint; false after `timeoutMs`, or when aborted or closed
   */
  wait(options: WaitOptions): Promise<boolean>;
  close(): void;
}

/** Options of {@link Waker.wait}. */
export interface WaitOptions {
  /** When to look even without a hint. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** A {@link WakeUp} for the workers of one process: all that a store in one file needs. */
export function createWakeUp(): WakeUp {
  const ears = new Map<Ear, WakeReason>();
  return {
    hint(reasons) {
      for (const [ear, reason] of ears) if (reasons.includes(reason)) ear.wake();
    },
    listen(reason) {
      const ear = new Ear(() => ears.delete(ear));
      ears.set(ear, reason);
      return ear;
    },
    async close() {
      for (const ear of [...ears.keys()]) ear.close();
    },
  };
}

class Ear implements Waker {
  readonly #forget: () => void;
  #isHinted = false;
  #isClosed = false;
  #waiting: ((woken: boolean) => void) | undefined;

  constructor(forget: () => void) {
    this.#forget = forget;
  }

  wake(): void {
    if (this.#waiting) this.#waiting(true);
    else this.#isHinted = true;
  }

  wait({ timeoutMs, signal }: WaitOptions): Promise<boolean> {
    if (this.#isClosed || signal?.aborted) return Promise.resolve(false);
    if (this.#isHinted) {
      this.#isHinted = false;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const giveUp = (): void => done(false);
      const done = (woken: boolean): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
        this.#waiting = undefined;
        resolve(woken);
      };
      const timer = setTimeout(giveUp, timeoutMs);
      signal?.addEventListener('abort', giveUp);
      this.#waiting = done;
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#forget();
    this.#waiting?.(false);
  }
}
