// Decodes one HEIC file in a thread of its own: libheif is slow enough to block a server, and its input is hostile.
// Only `import type` may be relative here: from source, Node strips the types and loads this file as it is.
import { parentPort, workerData } from 'node:worker_threads';
import type { HeicReply } from './heic.js';

interface HeicImage {
  readonly width: number;
  readonly height: number;
  decode(): Promise<{ readonly data: Uint8ClampedArray<ArrayBuffer> }>;
}

interface HeicDecoder {
  all(options: { readonly buffer: Uint8Array }): Promise<HeicImage[]>;
}

const { decoderUrl, limitPixels } = workerData as { decoderUrl: string; limitPixels: number };

async function decodeFirst(bytes: Uint8Array): Promise<HeicReply> {
  const { default: decoder } = (await import(decoderUrl)) as { default: HeicDecoder };
  const [image] = await decoder.all({ buffer: bytes });
  if (!image) return { status: 'damaged' };
  const size = { widthPx: image.width, heightPx: image.height };
  if (size.widthPx * size.heightPx > limitPixels) return { status: 'too-large', ...size };
  return { status: 'decoded', ...size, data: (await image.decode()).data };
}

parentPort?.once('message', async ({ bytes }: { bytes: Uint8Array }) => {
  const reply: HeicReply = await decodeFirst(bytes).catch(() => ({ status: 'damaged' }));
  parentPort?.postMessage(reply, reply.status === 'decoded' ? [reply.data.buffer] : []);
});
