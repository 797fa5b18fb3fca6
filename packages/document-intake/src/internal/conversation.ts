import type { MessagePort } from 'node:worker_threads';
import { DossierkitError } from '@dossierkit/core';
import type { WorkerMessage } from './protocol.js';
import type { Emit } from './read/reading.js';
import { NotExamined } from './room.js';

/** How long a worker that was told to stop may take before it is ended, so that both together stay under 250 ms. */
const GRACE_MS = 150;

/** The host's side of one file that a worker reads. */
export class Conversation {
  /** Rejects with why the file was not read to its end. */
  readonly over: Promise<void>;
  readonly #port: MessagePort;
  readonly #endThread: AbortController;
  readonly #emit: Emit;
  readonly #timeoutMs: number;
  readonly #settle: { readonly resolve: () => void; readonly reject: (reason: unknown) => void };
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  /**
   * @param work settles when the worker is free again
   * @param endThread ends the worker, or takes the file from the queue where none has begun with it
   */
  constructor(
    port: MessagePort,
    work: Promise<unknown>,
    endThread: AbortController,
    emit: Emit,
    timeoutMs: number,
  ) {
    this.#port = port;
    this.#endThread = endThread;
    this.#emit = emit;
    this.#timeoutMs = timeoutMs;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.over = promise;
    this.#settle = { resolve, reject };
    port.on('message', (message: WorkerMessage) => this.#hear(message));
    work.then(
      () => this.#hangUp(),
      (error: unknown) => {
        this.#fail(deathOf(error));
        this.#hangUp();
      },
    );
  }

  /** Rejects at once, and asks the worker to stop; one that does not listen is ended. */
  stop(reason: unknown): void {
    this.#fail(reason);
    this.#port.postMessage('stop');
    this.#timer = setTimeout(() => this.#endThread.abort(), GRACE_MS);
  }

  #hear(message: WorkerMessage): void {
    if (this.#isOver) return;
    switch (message.type) {
      case 'started':
        this.#timer = setTimeout(() => this.stop(new NotExamined('timed-out')), this.#timeoutMs);
        return;
      case 'event':
        this.#emit(message.event);
        return;
      case 'ended':
        this.#finish();
        this.#settle.resolve();
        return;
      case 'broken':
        this.#fail(new NotExamined('crashed', message.trace));
        this.#endThread.abort();
        return;
      case 'mistake':
        this.#fail(new DossierkitError(message.code, message.message, { context: message.context }));
    }
  }

  #fail(reason: unknown): void {
    if (this.#isOver) return;
    this.#finish();
    this.#settle.reject(reason);
  }

  #finish(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  /** The worker is free or gone. What it said last arrives before its end of the port closes. */
  #hangUp(): void {
    clearTimeout(this.#timer);
    if (!this.#isOver) this.#port.once('close', () => this.#fail(new NotExamined('crashed')));
  }
}

/** Why a worker answers no more. What cannot be sent to it is a mistake of the program. */
function deathOf(error: unknown): unknown {
  if (error instanceof Error && error.name === 'DataCloneError') return error;
  const memory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new NotExamined(memory ? 'out-of-memory' : 'crashed');
}
