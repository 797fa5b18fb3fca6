import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { GreyRaster } from './raster.js';
import { resize, resizeToFit } from './resize.js';
import { anyRaster, greyRaster } from './testing.js';

const mean = (data: ArrayLike<number>): number => Array.from(data).reduce((a, b) => a + b, 0) / data.length;
const side = fc.integer({ min: 1, max: 40 });

test.prop([anyRaster(), side, side])(
  'never leaves the range of the old pixels',
  (raster, widthPx, heightPx) => {
    const small = resize(raster, { widthPx, heightPx });
    expect(small.data).toHaveLength(widthPx * heightPx * raster.channels);
    expect(Math.min(...small.data)).toBeGreaterThanOrEqual(Math.min(...raster.data));
    expect(Math.max(...small.data)).toBeLessThanOrEqual(Math.max(...raster.data));
  },
);

test.prop([
  greyRaster({ minSidePx: 8, maxSidePx: 40 }),
  fc.integer({ min: 1, max: 8 }),
  fc.integer({ min: 1, max: 8 }),
])('shrinking keeps the mean', (grey, widthPx, heightPx) => {
  expect(Math.abs(mean(resize(grey, { widthPx, heightPx }).data) - mean(grey.data))).toBeLessThanOrEqual(
    0.51,
  );
});

test.prop([greyRaster({ maxSidePx: 7 }), fc.integer({ min: 2, max: 5 })])(
  'a whole factor gives the rounded mean of every square',
  ({ widthPx, heightPx, data }, factor) => {
    const large = resize(
      { widthPx, heightPx, channels: 1, data },
      { widthPx: widthPx * factor, heightPx: heightPx * factor },
    );
    resize(large, { widthPx, heightPx }).data.forEach((value, k) => {
      const [x, y] = [(k % widthPx) * factor, Math.floor(k / widthPx) * factor];
      const square = Array.from({ length: factor ** 2 }, (_, at) => {
        const [column, row] = [x + (at % factor), y + Math.floor(at / factor)];
        return large.data[row * large.widthPx + column] as number;
      });
      expect(value).toBe(Math.floor(mean(square) + 0.5));
    });
  },
);

test.prop([anyRaster({ maxSidePx: 60 }), side])('fits and keeps at least one pixel', (raster, maxSidePx) => {
  const small = resizeToFit(raster, maxSidePx);
  expect(Math.max(small.widthPx, small.heightPx)).toBe(
    Math.min(maxSidePx, Math.max(raster.widthPx, raster.heightPx)),
  );
  expect(Math.min(small.widthPx, small.heightPx)).toBeGreaterThanOrEqual(1);
});

describe('resize', () => {
  const grey: GreyRaster = {
    widthPx: 3,
    heightPx: 2,
    channels: 1,
    data: Uint8Array.of(0, 30, 60, 60, 90, 120),
  };

  it('averages areas exactly where it shrinks', () => {
    expect([...resize(grey, { widthPx: 1, heightPx: 1 }).data]).toEqual([60]);
    // One and a half columns each: (0 + 30 / 2) / 1.5 and (30 / 2 + 60) / 1.5.
    expect([...resize(grey, { widthPx: 2, heightPx: 2 }).data]).toEqual([10, 50, 70, 110]);
  });

  it('interpolates between pixel centres where it grows', () => {
    const line: GreyRaster = { widthPx: 2, heightPx: 1, channels: 1, data: Uint8Array.of(0, 100) };
    expect([...resize(line, { widthPx: 4, heightPx: 1 }).data]).toEqual([0, 25, 75, 100]);
  });

  it('keeps the channels apart', () => {
    const red = {
      widthPx: 2,
      heightPx: 1,
      channels: 3,
      data: Uint8Array.of(200, 0, 10, 100, 0, 30),
    } as const;
    expect([...resize(red, { widthPx: 1, heightPx: 1 }).data]).toEqual([150, 0, 20]);
  });

  it('refuses sizes and rasters that make no sense', () => {
    expect(() => resize(grey, { widthPx: 0, heightPx: 1 })).toThrow('doc-raster/size-invalid');
    expect(() => resizeToFit(grey, Number.NaN)).toThrow('doc-raster/size-invalid');
    expect(() => resizeToFit(grey, 0)).toThrow('doc-raster/size-invalid');
    expect(() => resize({ ...grey, widthPx: 4 }, { widthPx: 1, heightPx: 1 })).toThrow(
      'doc-raster/raster-invalid',
    );
  });
});
