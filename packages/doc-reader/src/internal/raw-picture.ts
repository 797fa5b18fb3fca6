import { fail } from './failure.js';
import type { Size } from './page-source.js';

/** A picture that was decoded already, as red, green, blue. */
export interface RawPicture extends Size {
  readonly channels: 3 | 4;
  readonly data: Uint8Array;
  readonly dpi?: number;
}

export function checkPixels({ widthPx, heightPx }: Size, limitPixels: number): void {
  if (widthPx * heightPx > limitPixels) {
    throw fail('doc-reader/too-many-pixels', { widthPx, heightPx, limitPixels });
  }
}
