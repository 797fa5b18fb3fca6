import { type Box, boxAround, err, ok, type Place, type Point, type Result } from '@dossierkit/core';
import { crop, type GreyRaster, type PixelRect, type Raster, toGrey } from '@dossierkit/doc-raster';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { codeRegions } from './code-regions.js';
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
  const grey = toGrey(raster);
  const found: FoundSeal[] = [];
  for (const region of codeRegions(grey)) {
    if (found.length >= maxCodes) break;
    for (const code of await readCodes(crop(grey, region), maxCodes - found.length)) {
      const one = sealOf(code, region, grey, page);
      if (one && !found.some((other) => isSame(one, other))) found.push(one);
    }
  }
  // A code on a crumpled or blurred page may not stand out; then there is no way around looking everywhere.
  if (found.length === 0) {
    const whole = { leftPx: 0, topPx: 0, widthPx: grey.widthPx, heightPx: grey.heightPx };
    for (const code of await readCodes(grey, maxCodes)) {
      const one = sealOf(code, whole, grey, page);
      if (one) found.push(one);
    }
  }
  return found.sort((a, b) => (a.where.box?.y ?? 0) - (b.where.box?.y ?? 0));
}

async function readCodes(grey: GreyRaster, maxNumberOfSymbols: number): Promise<ReadResult[]> {
  const picture = {
    data: rgbaOf(grey),
    width: grey.widthPx,
    height: grey.heightPx,
    colorSpace: 'srgb',
  };
  return readBarcodes(picture as unknown as ImageData, {
    formats: ['DataMatrix'],
    textMode: 'Plain',
    tryHarder: true,
    // Seals are printed dark on light; looking for the opposite doubles the time.
    tryInvert: false,
    maxNumberOfSymbols,
  });
}

/** The seal in a code, with its place on the page; nothing for a code that is something else. */
function sealOf(
  code: ReadResult,
  { leftPx, topPx }: PixelRect,
  raster: Raster,
  page: number,
): FoundSeal | undefined {
  if (!code.isValid) return undefined;
  const seal = parseSeal(code.bytes);
  if (!seal.ok && seal.error.code === 'doc-authenticity/not-a-seal') return undefined;
  const { topLeft, topRight, bottomLeft, bottomRight } = code.position;
  const corners = [topLeft, topRight, bottomLeft, bottomRight].map(({ x, y }) => ({
    x: x + leftPx,
    y: y + topPx,
  }));
  const box = boxOf(corners, raster);
  return { seal: seal.ok ? ok(seal.value) : err(seal.error), where: { page, ...(box && { box }) } };
}

/** One code that lies in two regions. */
function isSame(one: FoundSeal, other: FoundSeal): boolean {
  const [a, b] = [one.where.box, other.where.box];
  return a !== undefined && b !== undefined && Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;
}

const buffers = new WeakMap<Uint8Array<ArrayBuffer>, ArrayBuffer>();

/** The same buffer for the same bytes, so that the decoder sees that nothing changed. */
function bufferOf(wasm: Uint8Array<ArrayBuffer> | ArrayBuffer): ArrayBuffer {
  if (wasm instanceof ArrayBuffer) return wasm;
  const known = buffers.get(wasm) ?? wasm.slice().buffer;
  buffers.set(wasm, known);
  return known;
}

function rgbaOf({ data }: GreyRaster): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(data.length * 4);
  const pixels = new Uint32Array(rgba.buffer);
  for (let i = 0; i < data.length; i++) pixels[i] = 0xff00_0000 | ((data[i] as number) * 0x01_0101);
  return rgba;
}

function boxOf(corners: readonly Point[], { widthPx, heightPx }: Raster): Box | undefined {
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  return boxAround(
    corners.map(({ x, y }) => ({ x: inside(x / widthPx), y: inside(y / heightPx), width: 0, height: 0 })),
  );
}
