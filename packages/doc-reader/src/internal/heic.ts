import { Worker } from 'node:worker_threads';
import type { ReadLimits } from '../limits.js';
import { fail } from './failure.js';
import { HEIC_PACKAGE, heicDecoderUrl } from './heic-package.js';
import { JobThread, JobTimedOut, ThreadEnded, threadScript } from './job-thread.js';
import type { Size } from './page-source.js';
import { checkPixels, type RawPicture } from './raw-picture.js';

/** What the HEIC thread answers. */
export type HeicReply =
  | ({ readonly status: 'decoded'; readonly data: Uint8ClampedArray<ArrayBuffer> } & Size)
  | ({ readonly status: 'too-large' } & Size)
  | { readonly status: 'damaged' };

/** Decodes the first picture of a HEIC file; libheif turns it upright. */
export async function decodeHeic(bytes: Uint8Array, limits: ReadLimits): Promise<RawPicture> {
  const decoderUrl = heicDecoderUrl();
  if (decoderUrl === undefined) throw fail('doc-reader/heic-support-missing', { packageName: HEIC_PACKAGE });
  const reply = await decodeInThread(bytes, decoderUrl, limits);
  if (reply.status === 'damaged') throw fail('doc-reader/damaged', { format: 'heic' });
  checkPixels(reply, limits.maxPixels);
  if (reply.status === 'too-large') throw fail('doc-reader/damaged', { format: 'heic' });
  const { widthPx, heightPx, data } = reply;
  return { widthPx, heightPx, channels: 4, data: new Uint8Array(data.buffer) };
}

async function decodeInThread(bytes: Uint8Array, decoderUrl: string, limits: ReadLimits): Promise<HeicReply> {
  const workerData = { decoderUrl, limitPixels: limits.maxPixels };
  const limitMs = limits.stepTimeoutMs;
  const thread = new JobThread(
    new Worker(threadScript('heic-thread'), { workerData, stdout: true, stderr: true }),
  );
  try {
    return await thread.run({ bytes }, (reply) => ({ answer: reply as HeicReply }), { timeoutMs: limitMs });
  } catch (error) {
    if (error instanceof JobTimedOut) throw fail('doc-reader/timed-out', { step: 'pixels', limitMs });
    if (error instanceof ThreadEnded) throw fail('doc-reader/damaged', { format: 'heic' });
    throw error;
  } finally {
    thread.terminate();
  }
}
