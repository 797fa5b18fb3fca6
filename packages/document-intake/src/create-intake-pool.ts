import { availableParallelism } from 'node:os';
import { DossierkitError } from '@dossierkit/core';
import { defineReadLimits, type ReaderOptions } from '@dossierkit/doc-reader';
import { ThreadRoom } from './internal/thread-room.js';
import { workerScript } from './internal/worker-script.js';

/** How a pool works. */
export interface IntakePoolOptions {
  /** Threads, each of which reads one file at a time. Default: one for each processor. */
  readonly workers?: number;
  /** Files that are read in and wait for a worker; later ones wait outside, or are refused. Default 8. */
  readonly maxQueued?: number;
  /** How the reader in each worker works. `ocrWorkers` is 1 there by default, because a worker reads one page at a time. */
  readonly reader?: ReaderOptions;
  /** Memory for JavaScript objects in each worker; pixels are outside of it. Default 512. */
  readonly maxHeapMb?: number;
  /** Whether workers read a small sample before they count as started. Default: true. */
  readonly warmUp?: boolean;
}

/** Worker threads that read files, so that the host's own thread stays free. Create one for the life of the host. */
export interface IntakePool {
  /** Resolves when every worker is warm. Nobody has to wait for it. */
  readonly ready: Promise<void>;
  /** Files that wait outside, because as many as may be are held already. */
  readonly waiting: number;
  /** Lets files under way come to their end, then ends the threads. Can be called twice. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts worker threads for `createIntake`.
 *
 * A worker that runs out of memory, traps, or goes on beyond its time costs the file that it was reading (its report says
 * `document-intake/not-examined`) and is replaced.
 *
 * @throws {DossierkitError} `document-intake/invalid-option`; `core/policy-invalid` for the reader's limits
 * @example
 * await using pool = createIntakePool({ workers: 2, reader: { languages: ['fra'] } });
 * const intake = createIntake({ pool, clock });
 */
export function createIntakePool(options: IntakePoolOptions = {}): IntakePool {
  const { workers = availableParallelism(), maxQueued = 8, maxHeapMb = 512, warmUp = true } = options;
  for (const [name, value, least] of [
    ['workers', workers, 1],
    ['maxQueued', maxQueued, 0],
    ['maxHeapMb', maxHeapMb, 64],
  ] as const) {
    if (Number.isInteger(value) && value >= least) continue;
    throw new DossierkitError('document-intake/invalid-option', `${name} is at least ${least}`);
  }
  const { maxBytes } = defineReadLimits(options.reader?.limits);
  return new ThreadRoom({
    ...{ script: workerScript(), workers, maxBytes, maxHeapMb, warmUp },
    ...{ places: workers + maxQueued, reader: { ocrWorkers: 1, ...options.reader } },
  });
}
