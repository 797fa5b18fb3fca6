import type { MessagePort } from 'node:worker_threads';
import type { ReaderOptions } from '@dossierkit/doc-reader';
import type { ReadEvent, ReadTask } from './read/reading.js';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly reader: ReaderOptions;
  readonly warmUp: boolean;
}

/** What a worker is asked: one file. Any message over the port asks it to stop. */
export interface WorkerTask extends Omit<ReadTask, 'movable'> {
  readonly port: MessagePort;
  /** The same number for the same settings, so that what is prepared for them is kept. */
  readonly settingsId: number;
}

/** What a worker answers over the task's port, the last being `ended`, `broken` or `mistake`. */
export type WorkerMessage =
  /** The file's time runs from here. */
  | { readonly type: 'started' }
  | { readonly type: 'event'; readonly event: ReadEvent }
  | { readonly type: 'ended' }
  /** A step broke down. The state of this thread is not to be trusted any more. */
  | { readonly type: 'broken'; readonly trace: string }
  /** A mistake of the program: to be thrown where the program can see it. */
  | {
      readonly type: 'mistake';
      readonly code: string;
      readonly message: string;
      readonly context: Readonly<Record<string, unknown>>;
    };
