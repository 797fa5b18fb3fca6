import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { anyRaster } from './testing.js';
import { toGrey } from './to-grey.js';

test.prop([anyRaster()])('has one value a pixel, and a grey picture stays what it is', (raster) => {
  const grey = toGrey(raster);
  expect(grey.data).toHaveLength(raster.widthPx * raster.heightPx);
  expect(toGrey(grey)).toBe(grey);
});

test.prop([fc.uint8Array({ minLength: 4, maxLength: 96 }), fc.boolean(), fc.integer({ min: 0, max: 1 })])(
  'is the same for pixels with and without a fourth channel, wherever they begin in memory',
  (bytes, opaque, shift) => {
    const widthPx = bytes.length >> 2;
    const rgba = new Uint8Array(widthPx * 4 + shift).subarray(shift);
    rgba.set(bytes.subarray(0, widthPx * 4));
    const rgb = new Uint8Array(widthPx * 3);
    for (let k = 0; k < widthPx; k++) {
      if (opaque) rgba[k * 4 + 3] = 255;
      const alpha = (rgba[k * 4 + 3] as number) / 255;
      // On white paper: colours move towards white as they fade.
      for (let c = 0; c < 3; c++)
        rgb[k * 3 + c] = Math.round(255 - (255 - (rgba[k * 4 + c] as number)) * alpha);
    }
    const [four, three] = [
      toGrey({ widthPx, heightPx: 1, channels: 4, data: rgba }),
      toGrey({ widthPx, heightPx: 1, channels: 3, data: rgb }),
    ];
    four.data.forEach((value, k) => {
      expect(Math.abs(value - (three.data[k] as number))).toBeLessThanOrEqual(opaque ? 0 : 1);
    });
  },
);

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
