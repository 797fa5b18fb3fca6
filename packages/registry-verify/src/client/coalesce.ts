/**
 * Lets equal questions that are asked at the same time share one answer. A caller who leaves does not take the answer
 * from the others; when the last one leaves, the work is aborted.
 */
export function createCoalescer<T>(): (
  key: string,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
) => Promise<T> {
  const running = new Map<string, Shared<T>>();
  return (key, signal, work) => {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const shared = running.get(key) ?? start(key, work);
    return join(shared, key, signal);
  };

  function start(key: string, work: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const abort = new AbortController();
    const shared: Shared<T> = { abort, callers: 0, result: work(abort.signal) };
    running.set(key, shared);
    const forget = (): void => {
      if (running.get(key) === shared) running.delete(key);
    };
    shared.result.then(forget, forget);
    return shared;
  }

  function join(shared: Shared<T>, key: string, signal: AbortSignal | undefined): Promise<T> {
    shared.callers++;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        reject(signal?.reason);
        if (--shared.callers > 0) return;
        running.delete(key);
        shared.abort.abort(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      const done = (): void => signal?.removeEventListener('abort', leave);
      shared.result.finally(done).then(resolve, reject);
    });
  }
}

interface Shared<T> {
  readonly abort: AbortController;
  readonly result: Promise<T>;
  callers: number;
}
