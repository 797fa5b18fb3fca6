import { err, ok, type Result } from '@dossierkit/core';
import type { ReadError } from '../findings.js';

/** Carries an expected error through promises up to the public function that turns it into a Result. */
export class ReadFailure extends Error {
  readonly error: ReadError;
  constructor(error: ReadError) {
    super(error.code);
    this.error = error;
  }
}

export function fail<Code extends ReadError['code']>(
  code: Code,
  params: Extract<ReadError, { readonly code: Code }>['params'],
): ReadFailure {
  return new ReadFailure({ code, params } as ReadError);
}

export const cancelled = (): ReadFailure => fail('doc-reader/cancelled', {});

export async function toResult<T>(work: () => Promise<T>): Promise<Result<T, ReadError>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof ReadFailure) return err(error.error);
    throw error;
  }
}

/** Waits for shared work on behalf of one caller, whose signal must not end it for the others. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  if (signal.aborted) {
    work.catch(() => {});
    throw cancelled();
  }
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
