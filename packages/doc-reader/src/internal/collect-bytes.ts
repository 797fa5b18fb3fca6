import { open } from 'node:fs/promises';
import type { DocumentInput } from '../create-reader.js';
import { fail, unlessAborted } from './failure.js';

const READ_BYTES = 256 * 1024;

/** All bytes of an input. One that is longer than the limit is not read to its end. */
export async function collectBytes(
  input: DocumentInput,
  limitBytes: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const bytes = input instanceof Uint8Array ? input : await gather(chunksOf(input), limitBytes, signal);
  if (bytes.length > limitBytes) throw fail('doc-reader/too-many-bytes', { limitBytes });
  if (bytes.length === 0) throw fail('doc-reader/empty-file', {});
  return bytes;
}

function chunksOf(input: Exclude<DocumentInput, Uint8Array>): AsyncIterable<Uint8Array> {
  if (typeof input === 'string') return fileChunks(input);
  return 'stream' in input ? input.stream() : input;
}

async function* fileChunks(path: string): AsyncIterable<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(READ_BYTES), 0, READ_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

async function gather(
  chunks: AsyncIterable<Uint8Array>,
  limitBytes: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await unlessAborted(nextOf(iterator), signal);
      if (next.done) break;
      parts.push(next.value);
      length += next.value.length;
      if (length > limitBytes) break;
    }
  } finally {
    // Not awaited: a source that hangs in `next` would hang here too.
    void iterator.return?.().catch(() => {});
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts, length);
}

async function nextOf(iterator: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await iterator.next();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw fail('doc-reader/unreadable-source', { reason: typeof code === 'string' ? code : 'stream' });
  }
}
