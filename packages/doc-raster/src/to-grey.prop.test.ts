import { test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { anyRaster } from './testing.js';
import { toGrey } from './to-grey.js';

test.prop([anyRaster()])('has one value a pixel, and a grey picture stays what it is', (raster) => {
  const grey = toGrey(raster);
  expect(grey.data).toHaveLength(raster.widthPx * raster.heightPx);
  expect(toGrey(grey)).toBe(grey);
});

it('weighs the colours as the eye does, and puts transparent pixels on white', () => {
  const data = Uint8Array.of(255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0);
  expect([...toGrey({ widthPx: 5, heightPx: 1, channels: 4, data }).data]).toEqual([77, 149, 29, 255, 255]);
});

it('agrees with the standard to one grey value', () => {
  for (let step = 0; step < 4096; step++) {
    const rgb = [(step & 15) * 17, ((step >> 4) & 15) * 17, (step >> 8) * 17] as const;
    const [luma = 0] = toGrey({ widthPx: 1, heightPx: 1, channels: 3, data: Uint8Array.from(rgb) }).data;
    expect(Math.abs(luma - (0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]))).toBeLessThan(1);
  }
});
