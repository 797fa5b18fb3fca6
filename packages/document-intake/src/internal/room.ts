import type { NotExaminedReason } from '../findings.js';
import type { Emit, ReadTask } from './read/reading.js';

/** Where files are read: on this thread or in others. */
export interface Room {
  /** Files with more bytes are refused before they are read in. */
  readonly maxBytes: number;
  /** How many files are held at the same time, those being read and those read in and waiting. */
  readonly gate: Gate;
  /**
   * Reads one file, telling what it learns.
   *
   * @throws {NotExamined} where it could not be read to its end
   * @throws the signal's reason, at the latest a quarter of a second after it was aborted
   */
  read(task: ReadTask, emit: Emit, signal: AbortSignal | undefined): Promise<void>;
}

/** A file was not read to its end, for a reason that is not the file's content. */
export class NotExamined extends Error {
  readonly reason: NotExaminedReason;
  /** Where it crashed. */
  readonly trace: string | undefined;

  constructor(reason: NotExaminedReason, trace?: string) {
    super(reason);
    this.reason = reason;
    this.trace = trace;
  }
}

/** What an error may tell a log: its kind and where it was thrown. Its message may hold what a document says. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}

/** A signal that is aborted when the caller's is, or when time is up; `release` when the work is done. */
export function limitTime(
  timeoutMs: number,
  signal: AbortSignal | undefined,
): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new NotExamined('timed-out')), timeoutMs);
  const pass = (): void => controller.abort(signal?.reason);
  if (signal?.aborted) pass();
  signal?.addEventListener('abort', pass, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', pass);
    },
  };
}

/** Lets a number of files in at a time; the others wait outside, in the order in which they came. */
export class Gate {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether there is a place at once; then it is taken. */
  tryEnter(): boolean {
    if (this.#free === 0) return false;
    this.#free--;
    return true;
  }

  /** Waits for a place. Rejects with the signal's reason. */
  async enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.tryEnter()) return;
    await new Promise<void>((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(signal?.reason);
      };
      this.#waiting.push(enter);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
