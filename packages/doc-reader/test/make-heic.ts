// A HEIC file from scratch: HEVC with uncompressed blocks (PCM), so that no encoder is needed and no picture of unknown
// origin lies in the repository. See ITU-T H.265 (7.3 syntax, 9.3.4.5 and 9.3.5 arithmetic coding) and ISO/IEC 23008-12.

const BLOCK = 16;

/** Luma and the two colour differences of a block, 0 to 255. */
export type BlockColour = readonly [number, number, number];

/** A HEIC picture of `columns` by `rows` blocks of 16×16 pixels, each of one colour (Y, Cb, Cr). */
export function heic(columns: number, rows: number, colours: readonly BlockColour[]): Buffer {
  const size = [columns * BLOCK, rows * BLOCK] as const;
  const parameterSets = [vps(), sps(...size), pps()];
  const slice = nal(19, sliceData(colours)); // IDR_W_RADL
  const data = Buffer.concat([uint32(slice.length), slice]);
  const before = Buffer.concat([fileType(), meta(size, parameterSets, data.length, 0)]).length;
  const where = before + 8;
  return Buffer.concat([fileType(), meta(size, parameterSets, data.length, where), box('mdat', data)]);
}

class Bits {
  readonly #bytes: number[] = [];
  #count = 0;
  put(value: number, length: number): this {
    for (let i = length - 1; i >= 0; i--) {
      if (this.#count % 8 === 0) this.#bytes.push(0);
      const bit = Math.floor(value / 2 ** i) % 2;
      const last = this.#bytes.length - 1;
      this.#bytes[last] = (this.#bytes[last] as number) | (bit << (7 - (this.#count % 8)));
      this.#count++;
    }
    return this;
  }
  /** An unsigned Exp-Golomb code. */
  ue(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.put(0, length).put(value + 1, length + 1);
  }
  se(value: number): this {
    return this.ue(value > 0 ? 2 * value - 1 : -2 * value);
  }
  /** A one, then zeros up to the next byte. */
  end(): Buffer {
    this.put(1, 1);
    return this.align();
  }
  align(): Buffer {
    while (this.#count % 8 !== 0) this.put(0, 1);
    return Buffer.from(this.#bytes);
  }
}

function nal(type: number, payload: Buffer): Buffer {
  const out: number[] = [type << 1, 1];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3); // keeps a start code from appearing
      zeros = 0;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Buffer.from(out);
}

function profile(bits: Bits): Bits {
  bits.put(0, 2).put(0, 1).put(3, 5); // Main Still Picture
  bits.put(0x70000000, 32); // compatible with profiles 1 to 3
  bits.put(0b1001, 4).put(0, 43).put(0, 1); // progressive, frames only
  return bits.put(30, 8); // level 1
}

function vps(): Buffer {
  const bits = new Bits().put(0, 4).put(3, 2).put(0, 6).put(0, 3).put(1, 1).put(0xffff, 16);
  profile(bits).put(1, 1).ue(0).ue(0).ue(0);
  return nal(32, bits.put(0, 6).ue(0).put(0, 1).put(0, 1).end());
}

function sps(width: number, height: number): Buffer {
  const bits = profile(new Bits().put(0, 4).put(0, 3).put(1, 1)).ue(0).ue(1);
  bits.ue(width).ue(height).put(0, 1).ue(0).ue(0).ue(4).put(1, 1).ue(0).ue(0).ue(0);
  bits.ue(1).ue(0); // coding blocks of 16, and coding tree blocks of the same size
  bits.ue(0).ue(2).ue(0).ue(0); // transform blocks of 4 to 16
  bits.put(0, 1).put(0, 1).put(0, 1); // no scaling list, no asymmetric partitions, no sample adaptive offset
  bits.put(1, 1).put(7, 4).put(7, 4).ue(1).ue(0).put(1, 1); // PCM: 8 bits, blocks of 16, no deblocking
  bits.ue(0).put(0, 1).put(0, 1).put(0, 1);
  bits.put(1, 1); // how to turn it into colours: full range, BT.601
  bits.put(0, 1).put(0, 1).put(1, 1).put(5, 3).put(1, 1).put(1, 1).put(1, 8).put(13, 8).put(6, 8).put(0, 1);
  bits.put(0, 1).put(0, 1).put(0, 1).put(0, 1).put(0, 1).put(0, 1);
  return nal(33, bits.put(0, 1).end());
}

function pps(): Buffer {
  const bits = new Bits().ue(0).ue(0).put(0, 1).put(0, 1).put(0, 3).put(0, 1).put(0, 1).ue(0).ue(0).se(0);
  bits.put(0, 1).put(0, 1).put(0, 1).se(0).se(0).put(0, 1).put(0, 1).put(0, 1).put(0, 1).put(0, 1).put(0, 1);
  bits.put(0, 1).put(0, 1).put(0, 1).put(0, 1).ue(0).put(0, 1);
  return nal(34, bits.put(0, 1).end());
}

/** One intra slice: each block says "one part", "uncompressed", and its samples. */
function sliceData(colours: readonly BlockColour[]): Buffer {
  const bits = new Bits().put(1, 1).put(0, 1).ue(0).ue(2).se(0);
  bits.put(1, 1);
  const parts: Buffer[] = [bits.align()];
  let arithmetic = new Arithmetic();
  const partMode = { state: 0, likely: 1 };
  initialise(partMode, 184);
  colours.forEach(([y, cb, cr], i) => {
    arithmetic.encode(partMode, 1);
    arithmetic.terminate(1); // pcm_flag
    parts.push(arithmetic.finish());
    parts.push(
      Buffer.alloc(BLOCK * BLOCK, y),
      Buffer.alloc((BLOCK * BLOCK) / 4, cb),
      Buffer.alloc((BLOCK * BLOCK) / 4, cr),
    );
    arithmetic = new Arithmetic();
    arithmetic.terminate(i === colours.length - 1 ? 1 : 0);
  });
  parts.push(arithmetic.finish());
  return Buffer.concat(parts);
}

interface Context {
  state: number;
  likely: number;
}

/** A context's start at quantiser 26. */
function initialise(context: Context, value: number): void {
  const state = ((((value >> 4) * 5 - 45) * 26) >> 4) + ((value & 15) << 3) - 16;
  context.likely = state > 63 ? 1 : 0;
  context.state = context.likely ? state - 64 : 63 - state;
}

/** The rows of table 9-52 that four likely bins in a row reach. */
const RANGE_OF_UNLIKELY = [
  [128, 176, 208, 240],
  [128, 167, 197, 227],
  [128, 158, 187, 216],
  [123, 150, 178, 205],
];

/** The arithmetic encoder of 9.3.5, for likely bins and terminating ones. */
class Arithmetic {
  readonly #bits = new Bits();
  #low = 0;
  #range = 510;
  #first = true;
  #outstanding = 0;

  encode(context: Context, bin: number): void {
    const row = RANGE_OF_UNLIKELY[context.state];
    if (!row || bin !== context.likely) throw new Error('This encoder knows the likely path only');
    this.#range -= row[(this.#range >> 6) & 3] as number;
    context.state++;
    this.#renormalise();
  }

  terminate(bin: 0 | 1): void {
    this.#range -= 2;
    if (bin === 1) {
      this.#low += this.#range;
      this.#range = 2;
    }
    this.#renormalise();
  }

  /** After a terminating 1. The last bit written is the stop bit. */
  finish(): Buffer {
    this.#put((this.#low >> 9) & 1);
    this.#bits.put(((this.#low >> 7) & 3) | 1, 2);
    return this.#bits.align();
  }

  #renormalise(): void {
    while (this.#range < 256) {
      if (this.#low < 256) this.#put(0);
      else if (this.#low >= 512) {
        this.#low -= 512;
        this.#put(1);
      } else {
        this.#low -= 256;
        this.#outstanding++;
      }
      this.#range *= 2;
      this.#low *= 2;
    }
  }

  #put(bit: number): void {
    if (this.#first) this.#first = false;
    else this.#bits.put(bit, 1);
    for (; this.#outstanding > 0; this.#outstanding--) this.#bits.put(1 - bit, 1);
  }
}

const uint32 = (value: number): Buffer => Buffer.from(new Uint32Array([value]).buffer).swap32();
const uint16 = (value: number): Buffer => Buffer.from(new Uint16Array([value]).buffer).swap16();

function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([uint32(content.length + 8), Buffer.from(type, 'latin1'), content]);
}

const fullBox = (type: string, version: number, ...parts: readonly Buffer[]): Buffer =>
  box(type, uint32(version * 2 ** 24), ...parts);

const fileType = (): Buffer => box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));

function meta(
  [width, height]: readonly [number, number],
  sets: readonly Buffer[],
  length: number,
  where: number,
): Buffer {
  const handler = fullBox('hdlr', 0, Buffer.from('\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0', 'latin1'));
  const extent = [uint16(1), uint16(0), uint16(1), uint32(where), uint32(length)];
  const location = fullBox('iloc', 0, Buffer.from([0x44, 0x00]), uint16(1), ...extent);
  const entry = fullBox('infe', 2, uint16(1), uint16(0), Buffer.from('hvc1\0', 'latin1'));
  const size = fullBox('ispe', 0, uint32(width), uint32(height));
  const use = fullBox('ipma', 0, uint32(1), uint16(1), Buffer.from([2, 0x81, 0x02]));
  const properties = box('iprp', box('ipco', configuration(sets), size), use);
  const info = fullBox('iinf', 0, uint16(1), entry);
  return fullBox('meta', 0, handler, fullBox('pitm', 0, uint16(1)), location, info, properties);
}

function configuration(sets: readonly Buffer[]): Buffer {
  const head = [
    1,
    3,
    0x70,
    0,
    0,
    0,
    0x90,
    0,
    0,
    0,
    0,
    0,
    30,
    0xf0,
    0,
    0xfc,
    0xfd,
    0xf8,
    0xf8,
    0,
    0,
    0x0f,
    sets.length,
  ];
  const arrays = sets.map((set, i) =>
    Buffer.concat([Buffer.from([0x80 | (32 + i)]), uint16(1), uint16(set.length), set]),
  );
  return box('hvcC', Buffer.from(head), ...arrays);
}
