import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { greyToFit } from './grey-to-fit.js';
import { resizeToFit } from './resize.js';
import { anyRaster } from './testing.js';
import { toGrey } from './to-grey.js';

test.prop([anyRaster(), fc.integer({ min: 1, max: 30 })])(
  'is grey, then smaller, to one value',
  (raster, side) => {
    const fast = greyToFit(raster, side);
    const slow = resizeToFit(toGrey(raster), side);
    expect([fast.widthPx, fast.heightPx]).toEqual([slow.widthPx, slow.heightPx]);
    fast.data.forEach((value, k) => {
      expect(Math.abs(value - (slow.data[k] ?? 0))).toBeLessThanOrEqual(1);
    });
  },
);

test.prop([
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 12 }),
  fc.boolean(),
  fc.uint8Array({ minLength: 24 * 24 * 4, maxLength: 24 * 24 * 4 }),
])('halves the pixels of a canvas to the same, to one value', (columns, rows, opaque, bytes) => {
  const [widthPx, heightPx] = [2 * columns, 2 * rows];
  const data = bytes
    .slice(0, widthPx * heightPx * 4)
    .map((value, k) => (opaque && k % 4 === 3 ? 255 : value));
  const raster = { widthPx, heightPx, channels: 4, data } as const;
  const side = Math.max(columns, rows);
  const slow = resizeToFit(toGrey(raster), side);
  greyToFit(raster, side).data.forEach((value, k) => {
    expect(Math.abs(value - (slow.data[k] ?? 0))).toBeLessThanOrEqual(1);
  });
});

it('refuses what is no size', () => {
  const raster = { widthPx: 1, heightPx: 1, channels: 1, data: Uint8Array.of(9) } as const;
  expect(() => greyToFit(raster, 0.5)).toThrow('doc-raster/size-invalid');
  expect(() => greyToFit(raster, Number.NaN)).toThrow('doc-raster/size-invalid');
});
