import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The barcode decoder of the installed `zxing-wasm`, for `findSeals`. Nothing is loaded from a network. */
export async function readBarcodeWasm(): Promise<Uint8Array<ArrayBuffer>> {
  // Not `import.meta.resolve`: loaders that make CommonJS of this module in a worker thread have none.
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  return new Uint8Array(await readFile(path));
}
