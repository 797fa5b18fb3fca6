import { cancelled, fail, ReadFailure } from './failure.js';
import { JobTimedOut, ThreadEnded } from './job-thread.js';
import { type OcrBlock, type OcrJob, OcrThread } from './ocr-thread.js';

interface Waiting {
  readonly job: OcrJob;
  readonly onProgress: (progress: number) => void;
  readonly resolve: (blocks: OcrBlock[]) => void;
  readonly reject: (error: Error) => void;
  readonly signal: AbortSignal | undefined;
  /** A job whose thread died is tried once more: the thread may have been the culprit. */
  tries: number;
  settled: boolean;
}

/** At most `size` OCR threads. They start with the first jobs, are reused, and are replaced when they die. */
export class OcrPool {
  readonly #size: number;
  readonly #timeoutMs: number;
  readonly #idle: OcrThread[] = [];
  readonly #busy = new Map<Waiting, OcrThread>();
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(size: number, timeoutMs: number) {
    this.#size = size;
    this.#timeoutMs = timeoutMs;
  }

  recognise(
    job: OcrJob,
    onProgress: (progress: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<OcrBlock[]> {
    if (this.#closed || signal?.aborted) return Promise.reject(cancelled());
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { job, onProgress, resolve, reject, signal, tries: 0, settled: false };
      signal?.addEventListener('abort', () => this.#cancel(waiting), { once: true });
      this.#waiting.push(waiting);
      this.#startNext();
    });
  }

  close(): void {
    this.#closed = true;
    for (const waiting of [...this.#waiting, ...this.#busy.keys()]) this.#cancel(waiting);
    for (const thread of this.#idle.splice(0)) thread.terminate();
  }

  /** The computation cannot be interrupted, so its thread is ended; the next job gets a new one. */
  #cancel(waiting: Waiting): void {
    if (waiting.settled) return;
    waiting.settled = true;
    const at = this.#waiting.indexOf(waiting);
    if (at >= 0) this.#waiting.splice(at, 1);
    this.#busy.get(waiting)?.terminate();
    waiting.reject(cancelled());
  }

  #startNext(): void {
    while (this.#busy.size < this.#size) {
      const waiting = this.#waiting.shift();
      if (!waiting) return;
      const thread = this.#takeThread(waiting.job);
      this.#busy.set(waiting, thread);
      void this.#run(waiting, thread);
    }
  }

  /** A thread that speaks the job's languages; else a new one while there may be more; else the one idle the longest. */
  #takeThread(job: OcrJob): OcrThread {
    const languages = job.languages.map(({ code }) => code).join('+');
    const alive = this.#idle.splice(0).filter((thread) => !thread.hasEnded);
    const ready = alive.findIndex((thread) => thread.languages === languages);
    const isFull = alive.length + this.#busy.size >= this.#size;
    const [thread] = ready >= 0 || isFull ? alive.splice(Math.max(0, ready), 1) : [];
    this.#idle.push(...alive);
    return thread ?? new OcrThread();
  }

  async #run(waiting: Waiting, thread: OcrThread): Promise<void> {
    try {
      const blocks = await thread.recognise(waiting.job, this.#timeoutMs, (progress) => {
        if (!waiting.settled) waiting.onProgress(progress);
      });
      this.#settle(waiting, () => waiting.resolve(blocks));
    } catch (error) {
      const again = error instanceof ThreadEnded && !waiting.settled && ++waiting.tries < 2;
      if (again) this.#waiting.unshift(waiting);
      else this.#settle(waiting, () => waiting.reject(this.#failureOf(error)));
      // After a refusal the engine may be half initialised.
      thread.terminate();
    } finally {
      this.#busy.delete(waiting);
      if (this.#closed) thread.terminate();
      else if (!thread.hasEnded) this.#idle.push(thread);
      this.#startNext();
    }
  }

  #settle(waiting: Waiting, settle: () => void): void {
    if (waiting.settled) return;
    waiting.settled = true;
    settle();
  }

  #failureOf(error: unknown): Error {
    if (error instanceof ReadFailure) return error;
    if (error instanceof JobTimedOut) {
      return fail('doc-reader/timed-out', { step: 'ocr', limitMs: this.#timeoutMs });
    }
    return fail('doc-reader/ocr-failed', {});
  }
}
