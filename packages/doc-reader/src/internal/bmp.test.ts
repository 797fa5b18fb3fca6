import { describe, expect, it } from 'vitest';
import { bmp } from '../../test/make-files.js';
import { decodeBmp } from './bmp.js';

const RED = [255, 0, 0];
const GREEN = [0, 255, 0];
const BLUE = [0, 0, 255];
const WHITE = [255, 255, 255];
const BLACK = [0, 0, 0];

interface Sketch {
  readonly size: readonly [number, number];
  readonly bits: number;
  readonly compression?: number;
  /** Colours as blue, green, red, 0. */
  readonly palette?: readonly number[];
  readonly masks?: readonly number[];
  readonly pixels: readonly number[];
}

function make({ size, bits, compression = 0, palette = [], masks = [], pixels }: Sketch): Buffer {
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + palette.length + masks.length * 4, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(size[0], 18);
  head.writeInt32LE(size[1], 22);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(compression, 30);
  head.writeUInt32LE(palette.length / 4, 46);
  const fields = Buffer.alloc(masks.length * 4);
  masks.forEach((mask, i) => {
    fields.writeUInt32LE(mask, i * 4);
  });
  return Buffer.concat([head, fields, Buffer.from(palette), Buffer.from(pixels)]);
}

const FOUR = [0, 0, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0]; // black, red, green, blue
const pixelsOf = (bytes: Uint8Array) => [...decodeBmp(bytes, 1000).data];

describe('decodeBmp', () => {
  it('reads 24 bits, rows from the bottom', () => {
    expect(decodeBmp(bmp(), 1000)).toMatchObject({ widthPx: 2, heightPx: 2, channels: 3 });
    expect(pixelsOf(bmp())).toEqual([...RED, ...GREEN, ...BLUE, ...WHITE]);
  });

  it('reads rows from the top where the height is negative', () => {
    const bytes = bmp();
    bytes.writeInt32LE(-2, 22);
    expect(pixelsOf(bytes)).toEqual([...BLUE, ...WHITE, ...RED, ...GREEN]);
  });

  it.each<[string, Sketch]>([
    ['8 bits', { size: [3, 1], bits: 8, palette: FOUR, pixels: [1, 2, 3, 0] }],
    ['4 bits', { size: [3, 1], bits: 4, palette: FOUR, pixels: [0x12, 0x30, 0, 0] }],
    [
      'runs of 8 bits',
      { size: [3, 1], bits: 8, compression: 1, palette: FOUR, pixels: [0, 3, 1, 2, 3, 0, 0, 1] },
    ],
    [
      'runs of 4 bits',
      { size: [3, 1], bits: 4, compression: 2, palette: FOUR, pixels: [2, 0x12, 1, 0x30, 0, 1] },
    ],
    ['16 bits', { size: [3, 1], bits: 16, pixels: [0x00, 0x7c, 0xe0, 0x03, 0x1f, 0x00, 0, 0] }],
    [
      '16 bits with masks',
      {
        size: [3, 1],
        bits: 16,
        compression: 3,
        masks: [0xf800, 0x07e0, 0x001f],
        pixels: [0x00, 0xf8, 0xe0, 0x07, 0x1f, 0, 0, 0],
      },
    ],
    ['32 bits', { size: [3, 1], bits: 32, pixels: [0, 0, 255, 9, 0, 255, 0, 9, 255, 0, 0, 9] }],
  ])('reads %s', (_, sketch) => {
    expect(pixelsOf(make(sketch))).toEqual([...RED, ...GREEN, ...BLUE]);
  });

  it('reads 1 bit', () => {
    const bytes = make({
      size: [3, 1],
      bits: 1,
      palette: [0, 0, 0, 0, 255, 255, 255, 0],
      pixels: [0b10100000, 0, 0, 0],
    });
    expect(pixelsOf(bytes)).toEqual([...WHITE, ...BLACK, ...WHITE]);
  });

  it.each<[string, Sketch]>([
    ['cut off', { size: [3, 1], bits: 24, pixels: [1, 2, 3] }],
    ['with runs cut off', { size: [3, 2], bits: 8, compression: 1, palette: FOUR, pixels: [3, 1] }],
    ['of 7 bits', { size: [3, 1], bits: 7, pixels: [0, 0, 0, 0] }],
    ['without width', { size: [0, 1], bits: 24, pixels: [0, 0, 0, 0] }],
  ])('refuses one %s', (_, sketch) => {
    expect(() => decodeBmp(make(sketch), 1000)).toThrowError('doc-reader/damaged');
  });
});
