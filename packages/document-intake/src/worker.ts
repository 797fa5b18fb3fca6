import { workerData } from 'node:worker_threads';
import { isDossierkitError } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import type { WorkerMessage, WorkerSetup, WorkerTask } from './internal/protocol.js';
import { readFile } from './internal/read/read-file.js';
import type { ReadEvent, ReadSettings } from './internal/read/reading.js';
import { traceOf } from './internal/room.js';
import { warmUp } from './internal/warm-up.js';

/** How many different settings are kept; a host has one or two. */
const KEPT_SETTINGS = 8;

/** Reads one file and answers over its port. A promise: the thread counts as started once it is warm. */
export const read: Promise<(task: WorkerTask) => Promise<void>> = start(workerData as WorkerSetup);

/** Answers when the thread is warm. */
export const greet: Promise<() => void> = read.then(() => () => {});

async function start(setup: WorkerSetup): Promise<(task: WorkerTask) => Promise<void>> {
  const reader = createReader(setup.reader);
  if (setup.warmUp) await warmUp(reader);
  const known = new Map<number, ReadSettings>();
  return (task) => readOne(task, reader, settingsOf(task, known));
}

/** The settings as the same object each time, because checks keep what they prepared for it. */
function settingsOf({ settingsId, settings }: WorkerTask, known: Map<number, ReadSettings>): ReadSettings {
  const kept = known.get(settingsId) ?? settings;
  known.set(settingsId, kept);
  if (known.size > KEPT_SETTINGS) known.delete(known.keys().next().value as number);
  return kept;
}

async function readOne(task: WorkerTask, reader: Reader, settings: ReadSettings): Promise<void> {
  const { port, ...file } = task;
  const tell = (message: WorkerMessage): void => port.postMessage(message);
  const controller = new AbortController();
  port.on('message', () => controller.abort());
  tell({ type: 'started' });
  try {
    const emit = (event: ReadEvent): void => tell({ type: 'event', event });
    await readFile({ ...file, settings, movable: false }, reader, emit, controller.signal);
    tell({ type: 'ended' });
  } catch (error) {
    if (controller.signal.aborted) tell({ type: 'ended' });
    else if (isDossierkitError(error)) {
      const { code, message, context } = error;
      tell({ type: 'mistake', code, message: message.replace(` [${code}]`, ''), context });
    } else tell({ type: 'broken', trace: traceOf(error) });
  } finally {
    port.close();
  }
}
