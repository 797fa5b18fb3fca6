import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

/** The decoder brings libheif, which is under the LGPL, so the host decides whether to install it. */
export const HEIC_PACKAGE = 'heic-decode';

/** Where the decoder is, or `undefined` where it is not installed. */
export function heicDecoderUrl(): string | undefined {
  try {
    return pathToFileURL(require.resolve('heic-decode')).href;
  } catch {
    return undefined;
  }
}
