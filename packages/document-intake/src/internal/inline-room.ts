import { isDossierkitError } from '@dossierkit/core';
import type { Reader } from '@dossierkit/doc-reader';
import { readFile } from './read/read-file.js';
import type { Emit, ReadTask } from './read/reading.js';
import { Gate, limitTime, NotExamined, type Room, traceOf } from './room.js';

/** Reads files on the thread that asks. What hangs or runs out of memory here takes the host with it: see the pool. */
export class InlineRoom implements Room {
  readonly maxBytes: number;
  readonly gate: Gate;
  readonly #reader: Reader;

  constructor(reader: Reader, places: number) {
    this.#reader = reader;
    this.maxBytes = reader.limits.maxBytes;
    this.gate = new Gate(places);
  }

  async read(task: ReadTask, emit: Emit, signal: AbortSignal | undefined): Promise<void> {
    const limit = limitTime(task.settings.policy.timeoutMs, signal);
    try {
      await readFile(task, this.#reader, emit, limit.signal);
    } catch (error) {
      if (limit.signal.aborted) throw limit.signal.reason;
      if (isDossierkitError(error)) throw error;
      throw new NotExamined('crashed', traceOf(error));
    } finally {
      limit.release();
    }
  }
}
