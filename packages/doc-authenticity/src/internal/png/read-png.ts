import type { GreyRaster } from '@dossierkit/doc-raster';
import { Budget } from '../pdf/budget.js';
import { applyFilter } from '../pdf/filters.js';
import { latin1, type PdfDict, type PdfObject } from '../pdf/objects.js';

/** More than a phone's camera takes. */
const MAX_PIXELS = 50_000_000;
/** Samples in a pixel, by the colour type of the header. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface PngHeader {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bits: number;
  readonly colour: number;
}

/**
 * The brightness of a PNG. PNG unpacks as PDF's streams do, so it is done by the same code.
 *
 * @returns `undefined` for interlaced ones, damaged ones, and those that are too large
 * @see W3C, Portable Network Graphics (Third Edition)
 */
export function readPng(bytes: Uint8Array): GreyRaster | undefined {
  const { header, palette, data } = chunksOf(bytes);
  if (!header || data.length === 0) return undefined;
  const { widthPx, heightPx, bits, colour } = header;
  const samples = SAMPLES[colour];
  if (!samples || ![1, 2, 4, 8, 16].includes(bits) || widthPx * heightPx > MAX_PIXELS || widthPx === 0)
    return undefined;
  const row = Math.ceil((widthPx * samples * bits) / 8);
  const params: PdfDict = {
    type: 'dict',
    entries: new Map<string, PdfObject>([
      ['Predictor', 15],
      ['Colors', samples],
      ['BitsPerComponent', bits],
      ['Columns', widthPx],
    ]),
  };
  const unpacked = applyFilter('FlateDecode', join(data), params, new Budget((row + 1) * heightPx + 65_536));
  if (!unpacked || unpacked.length < row * heightPx) return undefined;
  return toLuma(unpacked, header, samples, row, palette);
}

function chunksOf(bytes: Uint8Array): { header?: PngHeader; palette: Uint8Array; data: Uint8Array[] } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let header: PngHeader | undefined;
  let palette = new Uint8Array();
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length));
    if (type === 'IHDR' && content.length >= 13 && content[12] === 0)
      header = {
        widthPx: view.getUint32(at + 8),
        heightPx: view.getUint32(at + 12),
        bits: content[8] as number,
        colour: content[9] as number,
      };
    else if (type === 'PLTE') palette = Uint8Array.from(content);
    else if (type === 'IDAT') data.push(content);
    else if (type === 'IEND') break;
    at += 12 + length;
  }
  return { ...(header && { header }), palette, data };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function toLuma(
  unpacked: Uint8Array,
  { widthPx, heightPx, bits, colour }: PngHeader,
  samples: number,
  row: number,
  palette: Uint8Array,
): GreyRaster {
  const luma = new Uint8ClampedArray(widthPx * heightPx);
  const largest = (1 << Math.min(bits, 8)) - 1;
  const sample = (y: number, k: number): number => {
    if (bits >= 8) return unpacked[y * row + k * (bits >> 3)] as number;
    const bit = k * bits;
    return ((unpacked[y * row + (bit >> 3)] as number) >> (8 - bits - (bit & 7))) & largest;
  };
  const grey = (r: number, g: number, b: number): number => 0.299 * r + 0.587 * g + 0.114 * b;
  for (let y = 0, to = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++, to++) {
      const first = sample(y, x * samples);
      if (colour === 3) luma[to] = grey(...(rgbAt(palette, first * 3) as [number, number, number]));
      else if (colour === 2 || colour === 6)
        luma[to] = grey(first, sample(y, x * samples + 1), sample(y, x * samples + 2));
      else luma[to] = (first * 255) / largest;
    }
  return { widthPx, heightPx, channels: 1, data: luma };
}

const rgbAt = (palette: Uint8Array, at: number): number[] => [
  palette[at] ?? 0,
  palette[at + 1] ?? 0,
  palette[at + 2] ?? 0,
];
