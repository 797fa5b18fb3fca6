import { Inflate, Unzlib } from 'fflate';
import type { Budget } from './budget.js';
import { isDict, type PdfDict, type PdfObject } from './objects.js';

/** Undoes one filter. Damaged data gives what could be read up to the damage. */
export function applyFilter(
  name: string,
  data: Uint8Array,
  params: PdfDict,
  budget: Budget,
): Uint8Array | undefined {
  switch (name) {
    case 'FlateDecode':
    case 'Fl':
      return unpredict(inflate(data, budget), params);
    case 'LZWDecode':
    case 'LZW':
      return unpredict(lzw(data, params.entries.get('EarlyChange') !== 0, budget), params);
    case 'ASCII85Decode':
    case 'A85':
      return ascii85(data);
    case 'ASCIIHexDecode':
    case 'AHx':
      return asciiHex(data);
    case 'RunLengthDecode':
    case 'RL':
      return runLength(data, budget);
    case 'Crypt':
      return data;
    default:
      return undefined;
  }
}

class Enough extends Error {}

/** Unpacks zlib data as far as it goes and the budget allows. */
function inflate(data: Uint8Array, budget: Budget): Uint8Array {
  const parts: Uint8Array[] = [];
  const collect = (chunk: Uint8Array): void => {
    if (!budget.take(chunk.length)) throw new Enough();
    parts.push(chunk);
  };
  const run = (create: () => { push(chunk: Uint8Array, final: boolean): void }): void => {
    try {
      const stream = create();
      // In pieces, so that a bomb is noticed while it unpacks.
      for (let at = 0; at < data.length; at += CHUNK)
        stream.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length);
    } catch {
      // Damaged, cut off or too much: what came before is kept.
    }
  };
  run(() => new Unzlib(collect));
  if (parts.length === 0 && data.length > 2) run(() => new Inflate(collect));
  return join(parts);
}

const CHUNK = 16_384;

function join(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** PNG predictors (10–15), which cross-reference streams use; TIFF's (2) does not occur where this package reads. */
function unpredict(data: Uint8Array, { entries }: PdfDict): Uint8Array {
  const number = (key: string, fallback: number): number => {
    const value: PdfObject | undefined = entries.get(key);
    return typeof value === 'number' && value > 0 ? value : fallback;
  };
  if (number('Predictor', 1) < 10) return data;
  const bytesPerPixel = Math.max(1, (number('Colors', 1) * number('BitsPerComponent', 8)) >> 3);
  const row = Math.ceil((number('Columns', 1) * number('Colors', 1) * number('BitsPerComponent', 8)) / 8);
  if (row > data.length) return data;
  const rows = Math.floor(data.length / (row + 1));
  const out = new Uint8Array(rows * row);
  for (let y = 0; y < rows; y++) {
    const filter = data[y * (row + 1)];
    const to = y * row;
    for (let x = 0; x < row; x++) {
      const left = x >= bytesPerPixel ? (out[to + x - bytesPerPixel] as number) : 0;
      const up = y > 0 ? (out[to + x - row] as number) : 0;
      const upLeft = y > 0 && x >= bytesPerPixel ? (out[to + x - row - bytesPerPixel] as number) : 0;
      const raw = data[y * (row + 1) + 1 + x] as number;
      out[to + x] = raw + predicted(filter, left, up, upLeft);
    }
  }
  return out;
}

function predicted(filter: number | undefined, left: number, up: number, upLeft: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - upLeft;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  return a <= b && a <= c ? left : b <= c ? up : upLeft;
}

function lzw(data: Uint8Array, early: boolean, budget: Budget): Uint8Array {
  const out: number[] = [];
  let table: Uint8Array[] = [];
  const reset = (): void => {
    table = Array.from({ length: 258 }, (_, code) => Uint8Array.of(code & 255));
  };
  reset();
  let [bits, held, width] = [0, 0, 9];
  let previous: Uint8Array | undefined;
  for (const byte of data) {
    bits = ((bits << 8) | byte) & 0xff_ffff;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256) {
      reset();
      width = 9;
      previous = undefined;
      continue;
    }
    const known = table[code];
    const entry = known ?? (previous ? Uint8Array.of(...previous, previous[0] as number) : undefined);
    if (!entry || !budget.take(entry.length)) break;
    for (const value of entry) out.push(value);
    if (previous && table.length < 4096) table.push(Uint8Array.of(...previous, entry[0] as number));
    previous = entry;
    const size = table.length + (early ? 1 : 0);
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
  }
  return Uint8Array.from(out);
}

function ascii85(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  const group: number[] = [];
  const flush = (count: number): void => {
    let value = 0;
    for (let k = 0; k < 5; k++) value = value * 85 + (group[k] ?? 84);
    for (let k = 0; k < count; k++) out.push(Math.floor(value / 256 ** (3 - k)) & 255);
    group.length = 0;
  };
  for (const code of data) {
    if (code === 0x7e) break;
    if (code === 0x7a && group.length === 0) out.push(0, 0, 0, 0);
    else if (code >= 33 && code <= 117) {
      group.push(code - 33);
      if (group.length === 5) flush(4);
    }
  }
  if (group.length > 1) flush(group.length - 1);
  return Uint8Array.from(out);
}

function asciiHex(data: Uint8Array): Uint8Array {
  let digits = '';
  for (const code of data) {
    if (code === 0x3e) break;
    const character = String.fromCharCode(code);
    if (/[0-9a-f]/i.test(character)) digits += character;
  }
  if (digits.length % 2 === 1) digits += '0';
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function runLength(data: Uint8Array, budget: Budget): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < data.length; ) {
    const length = data[at++] as number;
    if (length === 128) break;
    const count = length < 128 ? length + 1 : 257 - length;
    if (!budget.take(count)) break;
    for (let k = 0; k < count; k++) out.push(data[length < 128 ? at + k : at] ?? 0);
    at += length < 128 ? count : 1;
  }
  return Uint8Array.from(out);
}

/** The parameters of the n-th filter: a dictionary, an array of them, or nothing. */
export function filterParams(params: PdfObject | undefined, index: number): PdfDict | undefined {
  const own = Array.isArray(params) ? (params[index] as PdfObject | undefined) : params;
  return isDict(own) ? own : undefined;
}
