import type { ReadLimits } from '../limits.js';
import { fail } from './failure.js';
import { checkPixels, type RawPicture } from './picture.js';

/** libheif is under the LGPL, so the host decides whether to install it. */
const PACKAGE = 'heic-decode';

interface HeicImage {
  readonly width: number;
  readonly height: number;
  decode(): Promise<{ readonly data: Uint8ClampedArray }>;
}

type HeicDecoder = { all(options: { buffer: Uint8Array }): Promise<HeicImage[] & { dispose?(): void }> };

/** Decodes the first picture of a HEIC file, upright as the file says. */
export async function decodeHeic(bytes: Uint8Array, limits: ReadLimits): Promise<RawPicture> {
  const decoder = await load();
  let image: HeicImage | undefined;
  let data: Uint8ClampedArray;
  try {
    [image] = await decoder.all({ buffer: bytes });
    if (!image) throw fail('doc-reader/damaged', { format: 'heic' });
    checkPixels({ widthPx: image.width, heightPx: image.height }, limits.maxPixels);
    data = (await image.decode()).data;
  } catch (error) {
    if (error instanceof Error && 'error' in error) throw error;
    throw fail('doc-reader/damaged', { format: 'heic' });
  }
  const pixels = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { widthPx: image.width, heightPx: image.height, channels: 4, data: pixels };
}

async function load(): Promise<HeicDecoder> {
  try {
    return ((await import(PACKAGE)) as { default: HeicDecoder }).default;
  } catch {
    throw fail('doc-reader/heic-support-missing', { packageName: PACKAGE });
  }
}
