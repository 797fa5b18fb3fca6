import type { GreyRaster } from '@dossierkit/doc-raster';
import { describe, expect, it } from 'vitest';
import { withoutRules } from './without-rules.js';

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const PAPER = 240;
const INK = 40;

/** Paper with dark rectangles on it. */
function paperWith(...rects: readonly Rect[]): GreyRaster & { readonly data: Uint8Array } {
  const [widthPx, heightPx] = [400, 200];
  const data = new Uint8Array(widthPx * heightPx).fill(PAPER);
  for (const { x, y, width, height } of rects) {
    for (let row = y; row < y + height; row++) data.fill(INK, row * widthPx + x, row * widthPx + x + width);
  }
  return { widthPx, heightPx, channels: 1, data };
}

const darkest = ({ data, widthPx }: GreyRaster, { x, y, width, height }: Rect): number => {
  let least = 255;
  for (let row = y; row < y + height; row++) {
    for (let at = row * widthPx + x; at < row * widthPx + x + width; at++)
      least = Math.min(least, data[at] as number);
  }
  return least;
};
const ALL = { x: 0, y: 0, width: 400, height: 200 };
const table: readonly Rect[] = [
  ...[20, 60, 100].map((y) => ({ x: 10, y, width: 380, height: 3 })),
  ...[10, 200, 387].map((x) => ({ x, y: 20, width: 3, height: 83 })),
];

describe('withoutRules', () => {
  it('leaves nothing of an empty table, its crossings included', () => {
    expect(darkest(withoutRules(paperWith(...table)), ALL)).toBe(PAPER);
  });

  it('leaves nothing of the boxes of a form', () => {
    const boxes = Array.from({ length: 8 }, (_, at) => 20 + at * 34).flatMap((x) => [
      { x, y: 50, width: 32, height: 2 },
      { x, y: 92, width: 32, height: 2 },
      { x, y: 50, width: 2, height: 44 },
      { x: x + 30, y: 50, width: 2, height: 44 },
    ]);
    expect(darkest(withoutRules(paperWith(...boxes)), ALL)).toBe(PAPER);
  });

  it('takes away a rule that lies askew', () => {
    const askew = Array.from({ length: 18 }, (_, at) => ({
      x: 20 + 20 * at,
      y: 100 + Math.floor(at / 4),
      width: 20,
      height: 3,
    }));
    expect(darkest(withoutRules(paperWith(...askew)), ALL)).toBeGreaterThan(200);
  });

  it('keeps letters, also where they cross a rule, and dark bars', () => {
    const letter = { x: 50, y: 70, width: 4, height: 24 };
    const crossing = { x: 90, y: 46, width: 5, height: 30 };
    const bar = { x: 20, y: 130, width: 300, height: 40 };
    const clean = withoutRules(paperWith(...table, letter, crossing, bar));
    expect(darkest(clean, letter)).toBe(INK);
    expect(darkest(clean, { ...crossing, height: 1 })).toBe(INK);
    expect(darkest(clean, { x: 92, y: 60, width: 1, height: 3 })).toBe(INK);
    expect(clean.data[150 * 400 + 100]).toBe(INK);
  });

  it('gives a picture without rules back as it is, and never writes into the one it got', () => {
    const plain = paperWith({ x: 50, y: 70, width: 4, height: 24 });
    expect(withoutRules(plain)).toBe(plain);
    const ruled = paperWith(...table);
    const before = Uint8Array.from(ruled.data);
    withoutRules(ruled);
    expect(ruled.data).toEqual(before);
  });
});
