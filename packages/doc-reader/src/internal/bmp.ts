import { fail } from './failure.js';
import { checkPixels, type RawPicture } from './raw-picture.js';

const damaged = () => fail('doc-reader/damaged', { format: 'bmp' });
const COMPRESSION = { none: 0, rle8: 1, rle4: 2, fields: 3, alphaFields: 6 };
const METRES_PER_INCH = 0.0254;

interface Header {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly topDown: boolean;
  readonly bits: number;
  readonly compression: number;
  readonly pixelsAt: number;
  readonly palette: Uint8Array;
  readonly paletteStep: 3 | 4;
  readonly masks: readonly number[];
  readonly dpi: number;
}

/**
 * Decodes a Windows bitmap: 1, 4, 8, 16, 24 or 32 bits a pixel, also run-length encoded. libvips as it is packed for Node
 * does not read the format.
 *
 * @see Microsoft, "Bitmap Storage", https://learn.microsoft.com/windows/win32/gdi/bitmap-storage
 */
export function decodeBmp(bytes: Uint8Array, limitPixels: number): RawPicture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(bytes, view);
  const { widthPx, heightPx, topDown, dpi } = header;
  checkPixels(header, limitPixels);
  const data = new Uint8Array(widthPx * heightPx * 3);
  const runs = header.compression === COMPRESSION.rle8 || header.compression === COMPRESSION.rle4;
  const indexes = runs ? unpackRuns(bytes, header) : undefined;
  const rowBytes = Math.ceil((widthPx * header.bits) / 32) * 4;
  if (!runs && header.pixelsAt + rowBytes * heightPx > bytes.length) throw damaged();
  for (let y = 0; y < heightPx; y++) {
    const out = (topDown ? y : heightPx - 1 - y) * widthPx * 3;
    if (indexes) copyIndexed(indexes, y * widthPx, 8, header, data, out);
    else if (header.bits <= 8)
      copyIndexed(bytes, header.pixelsAt + y * rowBytes, header.bits, header, data, out);
    else copyDirect(view, header.pixelsAt + y * rowBytes, header, data, out);
  }
  const means = dpi >= 50 && ![72, 96].includes(Math.round(dpi));
  return { widthPx, heightPx, channels: 3, data, ...(means ? { dpi } : {}) };
}

function readHeader(bytes: Uint8Array, view: DataView): Header {
  if (bytes.length < 26) throw damaged();
  const size = view.getUint32(14, true);
  const old = size === 12;
  if (!old && bytes.length < 54) throw damaged();
  const height = old ? view.getUint16(20, true) : view.getInt32(22, true);
  const bits = view.getUint16(old ? 24 : 28, true);
  const compression = old ? COMPRESSION.none : view.getUint32(30, true);
  const header = {
    widthPx: old ? view.getUint16(18, true) : view.getInt32(18, true),
    heightPx: Math.abs(height),
    topDown: height < 0,
    bits,
    compression,
    pixelsAt: view.getUint32(10, true),
    paletteStep: old ? (3 as const) : (4 as const),
    dpi: old ? 0 : view.getInt32(38, true) * METRES_PER_INCH,
  };
  if (header.widthPx <= 0 || header.heightPx <= 0 || !isKnown(bits, compression)) throw damaged();
  const colours = bits > 8 ? 0 : (old ? 0 : view.getUint32(46, true)) || 2 ** bits;
  const paletteAt = 14 + size;
  const palette = bytes.subarray(paletteAt, paletteAt + Math.min(colours, 256) * header.paletteStep);
  return { ...header, palette, masks: masksOf(view, bytes.length, bits, compression) };
}

function isKnown(bits: number, compression: number): boolean {
  if (compression === COMPRESSION.none) return [1, 4, 8, 16, 24, 32].includes(bits);
  if (compression === COMPRESSION.rle8) return bits === 8;
  if (compression === COMPRESSION.rle4) return bits === 4;
  const fields = compression === COMPRESSION.fields || compression === COMPRESSION.alphaFields;
  return fields && (bits === 16 || bits === 32);
}

function masksOf(view: DataView, length: number, bits: number, compression: number): readonly number[] {
  if (compression === COMPRESSION.fields || compression === COMPRESSION.alphaFields) {
    if (length < 66) throw damaged();
    return [54, 58, 62].map((at) => view.getUint32(at, true));
  }
  return bits === 16 ? [0x7c00, 0x03e0, 0x001f] : [0xff0000, 0x00ff00, 0x0000ff];
}

function copyIndexed(
  from: Uint8Array,
  at: number,
  bits: number,
  header: Header,
  data: Uint8Array,
  out: number,
): void {
  const { palette, paletteStep, widthPx } = header;
  const perByte = 8 / bits;
  const mask = 2 ** bits - 1;
  for (let x = 0; x < widthPx; x++) {
    const byte = from[at + Math.floor(x / perByte)] ?? 0;
    const entry = ((byte >> (8 - bits * ((x % perByte) + 1))) & mask) * paletteStep;
    for (let c = 0; c < 3; c++) data[out + x * 3 + c] = palette[entry + 2 - c] ?? 0;
  }
}

function copyDirect(view: DataView, at: number, header: Header, data: Uint8Array, out: number): void {
  const { bits, masks, widthPx } = header;
  const step = bits / 8;
  const fields = masks.map((mask) => ({
    mask,
    shift: Math.clz32(mask & -mask) ^ 31,
    top: mask >>> (Math.clz32(mask & -mask) ^ 31),
  }));
  for (let x = 0; x < widthPx; x++) {
    const from = at + x * step;
    if (bits === 24) {
      for (let c = 0; c < 3; c++) data[out + x * 3 + c] = view.getUint8(from + 2 - c);
      continue;
    }
    const pixel = bits === 16 ? view.getUint16(from, true) : view.getUint32(from, true);
    fields.forEach(({ mask, shift, top }, c) => {
      data[out + x * 3 + c] = top === 0 ? 0 : Math.round((((pixel & mask) >>> shift) * 255) / top);
    });
  }
}

/** Palette indexes, one byte each, rows as they are stored. What the runs leave out stays 0. */
function unpackRuns(bytes: Uint8Array, header: Header): Uint8Array {
  const { widthPx, heightPx, bits } = header;
  const out = new Uint8Array(widthPx * heightPx);
  let [x, y, at] = [0, 0, header.pixelsAt];
  const put = (index: number) => {
    if (x < widthPx && y < heightPx) out[y * widthPx + x] = index;
    x++;
  };
  const nibble = (byte: number, i: number) => (bits === 8 ? byte : i % 2 === 0 ? byte >> 4 : byte & 15);
  while (at + 1 < bytes.length && y < heightPx) {
    const count = bytes[at++] ?? 0;
    const value = bytes[at++] ?? 0;
    if (count > 0) for (let i = 0; i < count; i++) put(nibble(value, i));
    else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) return out;
    else if (value === 2) [x, y] = [x + (bytes[at++] ?? 0), y + (bytes[at++] ?? 0)];
    else {
      const stored = bits === 8 ? value : Math.ceil(value / 2);
      for (let i = 0; i < value; i++) put(nibble(bytes[at + (bits === 8 ? i : i >> 1)] ?? 0, i));
      at += stored + (stored % 2);
    }
  }
  if (y < heightPx) throw damaged();
  return out;
}
