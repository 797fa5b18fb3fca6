// Ratios to what sharp (libvips, native code) needs for the same on the same pixels.
import sharp, { type Sharp } from 'sharp';
import { test } from 'vitest';
import { type GreyRaster, gaussianBlur, type Raster, resizeToFit, toGrey } from '../src/index.js';

const usual = { iterations: 20, time: 0, warmupIterations: 5, warmupTime: 0 };

/** Two megapixels of a smooth pattern. */
const frame: Raster = {
  widthPx: 1920,
  heightPx: 1080,
  channels: 4,
  data: Uint8Array.from({ length: 1920 * 1080 * 4 }, (_, k) => (k % 4 === 3 ? 255 : (k >> 4) % 251)),
};
const grey: GreyRaster = toGrey(frame);
const raw = { width: 1920, height: 1080 } as const;
const colour = (): Sharp => sharp(frame.data, { raw: { ...raw, channels: 4 } });
const single = (): Sharp => sharp(grey.data, { raw: { ...raw, channels: 1 } });

test('grey, from the pixels of a canvas', async ({ bench }) => {
  await bench.compare(
    bench('sharp (baseline)', async () => {
      await colour().greyscale().raw().toBuffer();
    }),
    bench('toGrey', () => {
      toGrey(frame);
    }),
    usual,
  );
});

test('grey and half as wide', async ({ bench }) => {
  await bench.compare(
    bench('sharp (baseline)', async () => {
      await colour().greyscale().resize(960).raw().toBuffer();
    }),
    bench('toGrey and resizeToFit', () => {
      resizeToFit(toGrey(frame), 960);
    }),
    usual,
  );
});

test('to 1000 pixels', async ({ bench }) => {
  await bench.compare(
    bench('sharp (baseline)', async () => {
      await single().resize(1000).raw().toBuffer();
    }),
    bench('resizeToFit', () => {
      resizeToFit(grey, 1000);
    }),
    usual,
  );
});

test('a blur of σ = 2', async ({ bench }) => {
  await bench.compare(
    bench('sharp (baseline)', async () => {
      await single().blur(2).raw().toBuffer();
    }),
    bench('gaussianBlur', () => {
      gaussianBlur(grey, 2);
    }),
    usual,
  );
});
