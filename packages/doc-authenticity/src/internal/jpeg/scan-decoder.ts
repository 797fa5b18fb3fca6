import { BitReader, type HuffmanTable } from './huffman.js';
import type { JpegFrame, JpegSegment } from './segments.js';

/** The blocks of one component, padded to whole groups of the frame. */
interface Plane {
  readonly columns: number;
  readonly rows: number;
  /** Blocks that hold something of the picture. */
  readonly usedColumns: number;
  readonly usedRows: number;
  readonly data: Int16Array;
}

/** Decodes the scans of a frame one after the other; of colour, only its place in the bits is followed. */
export class ScanDecoder {
  readonly tables = new Map<number, HuffmanTable>();
  readonly planes: readonly Plane[];
  restartInterval = 0;
  readonly #bytes: Uint8Array;
  readonly #frame: JpegFrame;
  readonly #groups: readonly [number, number];
  #endOfBand = 0;

  constructor(bytes: Uint8Array, frame: JpegFrame) {
    this.#bytes = bytes;
    this.#frame = frame;
    const h = Math.max(...frame.components.map((one) => one.h));
    const v = Math.max(...frame.components.map((one) => one.v));
    const groups: [number, number] = [Math.ceil(frame.widthPx / 8 / h), Math.ceil(frame.heightPx / 8 / v)];
    this.#groups = groups;
    // Of colour nothing is kept but the place in the bits; one block takes it all.
    const scratch = new Int16Array(64);
    this.planes = frame.components.map((one, index) => {
      const [columns, rows] = [groups[0] * one.h, groups[1] * one.v];
      return {
        columns,
        rows,
        usedColumns: Math.ceil((frame.widthPx * one.h) / h / 8),
        usedRows: Math.ceil((frame.heightPx * one.v) / v / 8),
        data: index === 0 ? new Int16Array(columns * rows * 64) : scratch,
      };
    });
  }

  decode({ start, end }: JpegSegment): void {
    const bytes = this.#bytes;
    const count = bytes[start] as number;
    if (count < 1 || count > 4 || start + 4 + count * 2 > end) return;
    const parts: {
      plane: Plane;
      h: number;
      v: number;
      dc: HuffmanTable | undefined;
      ac: HuffmanTable | undefined;
      last: number;
    }[] = [];
    for (let k = 0; k < count; k++) {
      const id = bytes[start + 1 + k * 2];
      const tables = bytes[start + 2 + k * 2] as number;
      const index = this.#frame.components.findIndex((one) => one.id === id);
      const [component, plane] = [this.#frame.components[index], this.planes[index]];
      if (!component || !plane) return;
      const dc = this.tables.get(tables >> 4);
      const ac = this.tables.get(16 + (tables & 15));
      parts.push({ plane, h: component.h, v: component.v, dc, ac, last: 0 });
    }
    const at = start + 1 + count * 2;
    const [first, until, approximation] = [
      bytes[at] as number,
      bytes[at + 1] as number,
      bytes[at + 2] as number,
    ];
    const [high, low] = [approximation >> 4, approximation & 15];
    const reader = new BitReader(bytes, end);
    this.#endOfBand = 0;
    const block = (part: (typeof parts)[number], column: number, row: number): void => {
      const { data, columns } = part.plane;
      const offset = data.length === 64 ? 0 : (row * columns + column) * 64;
      if (!this.#frame.progressive) this.#baseline(reader, part, data, offset);
      else if (first === 0) this.#dc(reader, part, data, offset, high, low);
      else if (part.ac && high === 0)
        this.#acFirst(reader, part.ac, data, offset, first, Math.min(until, 63), low);
      else if (part.ac) this.#acAgain(reader, part.ac, data, offset, first, Math.min(until, 63), low);
    };
    const [only] = parts;
    const single = parts.length === 1 && only;
    if (single && only.plane !== this.planes[0]) return;
    const [columns, rows] = single ? [only.plane.usedColumns, only.plane.usedRows] : this.#groups;
    let left = this.restartInterval;
    for (let unit = 0; unit < columns * rows; unit++) {
      if (this.restartInterval > 0 && left === 0) {
        if (!reader.restart()) return;
        for (const part of parts) part.last = 0;
        this.#endOfBand = 0;
        left = this.restartInterval;
      }
      left--;
      const [x, y] = [unit % columns, Math.floor(unit / columns)];
      if (single) block(only, x, y);
      else
        for (const part of parts)
          for (let v = 0; v < part.v; v++)
            for (let h = 0; h < part.h; h++) block(part, x * part.h + h, y * part.v + v);
      if (reader.ended && this.restartInterval === 0) return;
    }
  }

  #baseline(
    reader: BitReader,
    part: { dc: HuffmanTable | undefined; ac: HuffmanTable | undefined; last: number },
    data: Int16Array,
    offset: number,
  ): void {
    if (!part.dc || !part.ac || reader.ended) return;
    part.last += reader.signed(Math.min(reader.symbol(part.dc), 15));
    data[offset] = part.last;
    for (let k = 1; k < 64; k++) {
      const symbol = reader.symbol(part.ac);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0) {
        if (run < 15) return;
        k += 15;
        continue;
      }
      k += run;
      if (k > 63) return;
      data[offset + k] = reader.signed(size);
    }
  }

  #dc(
    reader: BitReader,
    part: { dc: HuffmanTable | undefined; last: number },
    data: Int16Array,
    offset: number,
    high: number,
    low: number,
  ): void {
    if (high > 0) {
      if (reader.bit()) data[offset] = (data[offset] as number) | (1 << low);
    } else if (part.dc) {
      part.last += reader.signed(Math.min(reader.symbol(part.dc), 15));
      data[offset] = part.last << low;
    }
  }

  /** The first pass over a band of AC coefficients (ITU-T T.81, G.1.2.2). */
  #acFirst(
    reader: BitReader,
    ac: HuffmanTable,
    data: Int16Array,
    offset: number,
    from: number,
    to: number,
    low: number,
  ): void {
    if (this.#endOfBand > 0) {
      this.#endOfBand--;
      return;
    }
    for (let k = from; k <= to; k++) {
      const symbol = reader.symbol(ac);
      const [run, size] = [symbol >> 4, symbol & 15];
      if (size === 0) {
        if (run < 15) {
          this.#endOfBand = (1 << run) - 1 + (run > 0 ? reader.bits(run) : 0);
          return;
        }
        k += 15;
        continue;
      }
      k += run;
      if (k > 63) return;
      data[offset + k] = reader.signed(size) << low;
    }
  }

  /** Later passes, which add a bit to each coefficient (ITU-T T.81, G.1.2.3). */
  #acAgain(
    reader: BitReader,
    ac: HuffmanTable,
    data: Int16Array,
    offset: number,
    from: number,
    to: number,
    low: number,
  ): void {
    const one = 1 << low;
    let k = from;
    const refine = (at: number): void => {
      const value = data[at] as number;
      if (reader.bit() && (value & one) === 0) data[at] = value + (value > 0 ? one : -one);
    };
    if (this.#endOfBand === 0) {
      for (; k <= to && !reader.ended; k++) {
        const symbol = reader.symbol(ac);
        let run = symbol >> 4;
        let value = 0;
        if ((symbol & 15) === 0) {
          if (run < 15) {
            this.#endOfBand = (1 << run) + (run > 0 ? reader.bits(run) : 0);
            break;
          }
        } else value = reader.bit() ? one : -one;
        for (; k <= to; k++) {
          if (data[offset + k] !== 0) refine(offset + k);
          else if (run-- === 0) break;
        }
        if (value !== 0 && k <= to) data[offset + k] = value;
      }
    }
    if (this.#endOfBand > 0) {
      for (; k <= to; k++) if (data[offset + k] !== 0) refine(offset + k);
      this.#endOfBand--;
    }
  }
}
