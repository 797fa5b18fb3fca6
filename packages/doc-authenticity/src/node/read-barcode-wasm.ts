import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The barcode decoder of the installed `zxing-wasm`, for `findSeals`. Nothing is loaded from a network. */
export async function readBarcodeWasm(): Promise<Uint8Array<ArrayBuffer>> {
  const url = import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm');
  return new Uint8Array(await readFile(fileURLToPath(url)));
}
