import type { JpegSegment } from './segments.js';

/** A Huffman code, by the length of its words (ITU-T T.81, F.2.2.3). */
export interface HuffmanTable {
  readonly maxCode: Int32Array;
  readonly offset: Int32Array;
  readonly values: Uint8Array;
}

/** Adds the tables of a DHT segment, by class (0 DC, 1 AC) times 16 and number. */
export function readHuffman(
  bytes: Uint8Array,
  { start, end }: JpegSegment,
  tables: Map<number, HuffmanTable>,
): void {
  for (let at = start; at + 17 <= end; ) {
    const head = bytes[at] as number;
    const counts = bytes.subarray(at + 1, at + 17);
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (total > 256 || at + 17 + total > end) return;
    tables.set(head, tableOf(counts, bytes.slice(at + 17, at + 17 + total)));
    at += 17 + total;
  }
}

function tableOf(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const maxCode = new Int32Array(17).fill(-1);
  const offset = new Int32Array(17);
  let [code, index] = [0, 0];
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] as number;
    offset[length] = index - code;
    index += count;
    code += count;
    if (count > 0) maxCode[length] = code - 1;
    code <<= 1;
  }
  return { maxCode, offset, values };
}

/** Reads the entropy-coded bits of a scan. Past the end, or at a marker, it gives zeros and says so. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;
  /** Whether the data ended. */
  ended = false;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  bit(): number {
    if (this.#count === 0) this.#refill();
    this.#count--;
    return (this.#held >> this.#count) & 1;
  }

  bits(count: number): number {
    let value = 0;
    for (let k = 0; k < count; k++) value = (value << 1) | this.bit();
    return value;
  }

  /** A signed number of so many bits (ITU-T T.81, F.2.2.1). */
  signed(count: number): number {
    if (count === 0) return 0;
    const value = this.bits(count);
    return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  }

  symbol(table: HuffmanTable): number {
    let code = 0;
    for (let length = 1; length <= 16; length++) {
      code = (code << 1) | this.bit();
      if (code <= (table.maxCode[length] as number))
        return table.values[code + (table.offset[length] as number)] ?? 0;
    }
    this.ended = true;
    return 0;
  }

  /** Goes on behind the next restart marker; false where there is none. */
  restart(): boolean {
    this.#count = 0;
    const bytes = this.#bytes;
    for (let at = this.#at; at + 1 < bytes.length; at++) {
      if (bytes[at] !== 0xff || bytes[at + 1] === 0) continue;
      const marker = bytes[at + 1] as number;
      if (marker < 0xd0 || marker > 0xd7) return false;
      this.#at = at + 2;
      this.ended = false;
      return true;
    }
    return false;
  }

  #refill(): void {
    const byte = this.#bytes[this.#at];
    if (byte === undefined || (byte === 0xff && this.#bytes[this.#at + 1] !== 0)) {
      this.ended = true;
      this.#held = 0;
    } else {
      this.#held = byte;
      this.#at += byte === 0xff ? 2 : 1;
    }
    this.#count = 8;
  }
}
