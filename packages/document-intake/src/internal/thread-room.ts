import { isMarkedAsUntransferable, MessageChannel } from 'node:worker_threads';
import { DossierkitError } from '@dossierkit/core';
import { Piscina } from 'piscina';
import type { IntakePool } from '../create-intake-pool.js';
import { Conversation } from './conversation.js';
import type { WorkerSetup, WorkerTask } from './protocol.js';
import type { Emit, ReadSettings, ReadTask } from './read/reading.js';
import { Gate, type Room } from './room.js';
import type { WorkerScript } from './worker-script.js';

/**
 * With the default of 48 MB and more, objects that survive their first collection all at once overrun the heap before V8 can end the
 * thread, and it ends the process instead. From 16 MB down that was not seen in any of several ways to fill a heap.
 */
const YOUNG_HEAP_MB = 8;

export interface ThreadRoomOptions extends WorkerSetup {
  readonly script: WorkerScript;
  readonly workers: number;
  readonly places: number;
  readonly maxBytes: number;
  readonly maxHeapMb: number;
}

/** Reads files in worker threads, one file at a time in each. A worker that dies costs its file only. */
export class ThreadRoom implements Room, IntakePool {
  readonly maxBytes: number;
  readonly gate: Gate;
  readonly ready: Promise<void>;
  readonly #threads: Piscina;
  readonly #workers: number;
  /** A place for each worker. The library's own queue does not keep the order of tasks that can be aborted. */
  readonly #free: Gate;
  readonly #settings = new WeakMap<ReadSettings, number>();
  #nextSettings = 1;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(options: ThreadRoomOptions) {
    const { script, workers, reader, warmUp } = options;
    this.maxBytes = options.maxBytes;
    this.gate = new Gate(options.places);
    this.#workers = workers;
    this.#free = new Gate(workers);
    this.#threads = new Piscina({
      filename: script.filename,
      name: 'read',
      ...(script.execArgv && { execArgv: [...script.execArgv] }),
      minThreads: workers,
      maxThreads: workers,
      idleTimeout: Number.POSITIVE_INFINITY,
      // Waiting on an Atomics lock would stop the worker's own event loop, with which it talks to PDFium and OCR.
      atomics: 'disabled',
      recordTiming: false,
      workerData: { reader, warmUp } satisfies WorkerSetup,
      resourceLimits: {
        maxOldGenerationSizeMb: options.maxHeapMb,
        maxYoungGenerationSizeMb: YOUNG_HEAP_MB,
      },
    });
    // A worker that dies between two files has cost nothing, and is replaced.
    this.#threads.on('error', () => {});
    this.ready = this.#greet();
    this.ready.catch(() => {});
  }

  /** One empty task for each worker: they are answered when the workers are warm. */
  async #greet(): Promise<void> {
    await Promise.all(
      Array.from({ length: this.#workers }, () => this.#threads.run(undefined, { name: 'greet' })),
    );
  }

  async read(task: ReadTask, emit: Emit, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#closing) throw new DossierkitError('document-intake/closed', 'The pool was closed');
    await this.#free.enter(signal);
    const { port1, port2 } = new MessageChannel();
    const { movable, ...file } = task;
    const message: WorkerTask = { ...file, port: port2, settingsId: this.#settingsId(task.settings) };
    const transferList = movable && isOwn(file.bytes) ? [port2, file.bytes.buffer] : [port2];
    const end = new AbortController();
    const work = this.#threads.run(message, { transferList, signal: end.signal });
    this.#track(work);
    const talk = new Conversation(port1, work, end, emit, task.settings.policy.timeoutMs);
    const stop = (): void => talk.stop(signal?.reason);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      await talk.over;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  #track(work: Promise<unknown>): void {
    this.#underWay.add(work);
    const forget = (): void => {
      this.#underWay.delete(work);
      this.#free.leave();
    };
    work.then(forget, forget);
  }

  #settingsId(settings: ReadSettings): number {
    const known = this.#settings.get(settings) ?? this.#nextSettings++;
    this.#settings.set(settings, known);
    return known;
  }

  /** Files that workers read. */
  get underWay(): number {
    return this.#underWay.size;
  }

  get waiting(): number {
    return this.gate.waiting;
  }

  close(): Promise<void> {
    this.#closing ??= this.#idle().then(() => this.#threads.destroy());
    return this.#closing;
  }

  async #idle(): Promise<void> {
    while (this.#underWay.size > 0) {
      await Promise.allSettled(this.#underWay);
      // Who waited for the worker that is free now gets it first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** Whether moving the bytes takes nothing else with them. What a native library allocated cannot be moved, only copied. */
function isOwn(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = bytes;
  return (
    buffer instanceof ArrayBuffer && byteLength === buffer.byteLength && !isMarkedAsUntransferable(buffer)
  );
}
