import type { Result } from '@dossierkit/core';
import type { DocumentInput } from './create-reader.js';
import type { ReadError } from './findings.js';
import { collectBytes } from './internal/collect-bytes.js';
import { toResult } from './internal/failure.js';

/**
 * All bytes of an input, as `open()` would read them: for hosts that hand them on (to a thread, to another machine).
 *
 * @param options `maxBytes`: an input that is longer is not read to its end
 * @returns the bytes, or `doc-reader/empty-file`, `…/too-many-bytes`, `…/unreadable-source`, `…/cancelled`
 */
export function readInput(
  input: DocumentInput,
  options: { readonly maxBytes: number; readonly signal?: AbortSignal },
): Promise<Result<Uint8Array, ReadError>> {
  return toResult(() => collectBytes(input, options.maxBytes, options.signal));
}
