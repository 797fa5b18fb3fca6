import { type Box, boxAround, err, ok, type Place, type Point, type Result } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { parseSeal } from './parse-seal.js';
import type { Seal } from './seal.js';
import type { SealError } from './seal-error.js';

/** Options of {@link findSeals}. */
export interface FindSealsOptions {
  /**
   * The bytes of `zxing-wasm/reader/zxing_reader.wasm`: `readBarcodeWasm()` of `@dossierkit/doc-authenticity/node` reads
   * them from the installed package; in a browser, fetch them from your own host. They are never loaded from elsewhere.
   * Pass the same object each time: the decoder is prepared once.
   */
  readonly wasm: Uint8Array<ArrayBuffer> | ArrayBuffer;
  /** The page, counted from 0, for the places. Default: 0. */
  readonly page?: number;
  /** How many codes are looked at. Default: 8. */
  readonly maxCodes?: number;
}

/** A code on a page that is a seal, or begins like one. */
export interface FoundSeal {
  /** The seal, or why the code is none that can be used. */
  readonly seal: Result<Seal, SealError>;
  readonly where: Place;
}

/**
 * Finds every DataMatrix on a page, at any rotation, and reads the seals among them. Codes that are something else are
 * left out.
 *
 * 150 dpi are enough for most seals, 200 dpi are comfortable.
 *
 * @returns the seals from top to bottom; empty where there is none that can be read
 */
export async function findSeals(raster: Raster, options: FindSealsOptions): Promise<FoundSeal[]> {
  const { wasm, page = 0, maxCodes = 8 } = options;
  prepareZXingModule({ overrides: { wasmBinary: bufferOf(wasm) } });
  const picture = {
    data: rgbaOf(raster),
    width: raster.widthPx,
    height: raster.heightPx,
    colorSpace: 'srgb',
  };
  const codes = await readBarcodes(picture as unknown as ImageData, {
    formats: ['DataMatrix'],
    textMode: 'Plain',
    tryHarder: true,
    // Seals are printed dark on light; looking for the opposite doubles the time.
    tryInvert: false,
    maxNumberOfSymbols: maxCodes,
  });
  const found: FoundSeal[] = [];
  for (const code of codes) {
    if (!code.isValid) continue;
    const seal = parseSeal(code.bytes);
    if (!seal.ok && seal.error.code === 'doc-authenticity/not-a-seal') continue;
    const { topLeft, topRight, bottomLeft, bottomRight } = code.position;
    const box = boxOf([topLeft, topRight, bottomLeft, bottomRight], raster);
    found.push({ seal: seal.ok ? ok(seal.value) : err(seal.error), where: { page, ...(box && { box }) } });
  }
  return found.sort((a, b) => (a.where.box?.y ?? 0) - (b.where.box?.y ?? 0));
}

const buffers = new WeakMap<Uint8Array<ArrayBuffer>, ArrayBuffer>();

/** The same buffer for the same bytes, so that the decoder sees that nothing changed. */
function bufferOf(wasm: Uint8Array<ArrayBuffer> | ArrayBuffer): ArrayBuffer {
  if (wasm instanceof ArrayBuffer) return wasm;
  const known = buffers.get(wasm) ?? wasm.slice().buffer;
  buffers.set(wasm, known);
  return known;
}

function rgbaOf({ data, channels, widthPx, heightPx }: Raster): Uint8ClampedArray {
  const count = widthPx * heightPx;
  const rgba = new Uint8ClampedArray(count * 4);
  for (let i = 0; i < count; i++) {
    const from = i * channels;
    for (let c = 0; c < 3; c++) rgba[i * 4 + c] = data[from + (channels === 1 ? 0 : c)] as number;
    rgba[i * 4 + 3] = 255;
  }
  return rgba;
}

function boxOf(corners: readonly Point[], { widthPx, heightPx }: Raster): Box | undefined {
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  return boxAround(
    corners.map(({ x, y }) => ({ x: inside(x / widthPx), y: inside(y / heightPx), width: 0, height: 0 })),
  );
}
