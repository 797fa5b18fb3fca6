import type { Transferable, Worker } from 'node:worker_threads';

/** The thread ended in the middle of a job: it crashed, ran out of memory, or was told to. */
export class ThreadEnded extends Error {}

/** The job took longer than it may; the thread was ended. */
export class JobTimedOut extends Error {}

interface Job {
  readonly onMessage: (message: unknown) => void;
  readonly onEnd: (error: Error) => void;
}

/**
 * A worker thread that does one job at a time. While it does none, it does not keep the process alive.
 *
 * Make the worker with `stdout` and `stderr`, so that what an engine prints is kept off the host's console, and leave the
 * streams alone: reading them would keep the process alive.
 */
export class JobThread {
  readonly #worker: Worker;
  #job: Job | undefined;
  #ended = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.unref();
    worker.on('message', (message) => this.#job?.onMessage(message));
    // Without these listeners a crash of the thread would be an uncaught exception of the process.
    worker.on('error', () => this.#end());
    worker.on('messageerror', () => this.#end());
    worker.on('exit', () => this.#end());
  }

  get hasEnded(): boolean {
    return this.#ended;
  }

  /**
   * Posts a message and waits until `read` makes an answer out of one of the thread's messages.
   *
   * @param read `undefined` for a message that does not end the job; what it throws rejects the job
   */
  async run<Answer>(
    message: object,
    read: (message: unknown) => { readonly answer: Answer } | undefined,
    options: { readonly timeoutMs: number; readonly transfer?: readonly Transferable[] },
  ): Promise<Answer> {
    if (this.#ended) throw new ThreadEnded();
    let timer: NodeJS.Timeout | undefined;
    this.#worker.ref();
    try {
      return await new Promise<Answer>((resolve, reject) => {
        timer = setTimeout(() => {
          reject(new JobTimedOut());
          this.terminate();
        }, options.timeoutMs);
        this.#job = {
          onEnd: reject,
          onMessage: (reply) => {
            try {
              const done = read(reply);
              if (done) resolve(done.answer);
            } catch (error) {
              reject(error);
            }
          },
        };
        this.#worker.postMessage(message, [...(options.transfer ?? [])]);
      });
    } finally {
      clearTimeout(timer);
      this.#job = undefined;
      this.#worker.unref();
    }
  }

  /** Ends the thread now, also in the middle of a computation. */
  terminate(): void {
    this.#end();
    void this.#worker.terminate();
  }

  #end(): void {
    this.#ended = true;
    this.#job?.onEnd(new ThreadEnded());
  }
}

/** A thread's script beside this file: TypeScript when run from source, one of the package's built files else. */
export function threadScript(name: string): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./${name}.${extension}`, import.meta.url);
}
