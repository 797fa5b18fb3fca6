// Ratios to what sharp needs to decode the same file to grey, and the time for a camera's frame beside toGrey of it.
import { type Sha256, timestamp } from '@dossierkit/core';
import { toGrey } from '@dossierkit/doc-raster';
import { renderSpecimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { test } from 'vitest';
import { checkQuality, liveMaxSidePx, recommendedMaxSidePx } from '../src/index.js';

// Given by the host, who has the file's digest already.
const options = { at: timestamp('2026-01-01T00:00:00Z'), subject: '0'.repeat(64) as Sha256 };
const usual = { iterations: 15, time: 0, warmupIterations: 5, warmupTime: 0 };

const { bytes: photo } = await renderSpecimen('fr-payslip', { seed: 5, medium: 'photo', widthPx: 3024 });
const card = await renderSpecimen('id-card-front', { seed: 6, medium: 'photo', widthPx: 1280 });
const frame = {
  widthPx: 1280,
  heightPx: 720,
  channels: 4,
  data: await sharp(card.bytes).resize(1280, 720, { fit: 'cover' }).ensureAlpha().raw().toBuffer(),
} as const;

test('a JPEG of 12 megapixels, from bytes to report', async ({ bench }) => {
  await bench.compare(
    bench('sharp alone: decode to grey (baseline)', async () => {
      await sharp(photo).greyscale().raw().toBuffer();
    }),
    bench('decode to grey at the recommended size, and check', async () => {
      const box = { width: recommendedMaxSidePx, height: recommendedMaxSidePx, fit: 'inside' } as const;
      const { data, info } = await sharp(photo)
        .greyscale()
        .resize(box)
        .raw()
        .toBuffer({ resolveWithObject: true });
      const raster = { widthPx: info.width, heightPx: info.height, channels: 1, data } as const;
      checkQuality({ raster, origin: 'picture', originalWidthPx: 3024, originalHeightPx: 4032 }, options);
    }),
    usual,
  );
});

test('a camera frame of 1280 × 720', async ({ bench }) => {
  await bench.compare(
    bench('sharp alone: to grey (baseline)', async () => {
      await sharp(frame.data, { raw: { width: frame.widthPx, height: frame.heightPx, channels: 4 } })
        .greyscale()
        .raw()
        .toBuffer();
    }),
    bench('toGrey alone', () => {
      toGrey(frame);
    }),
    bench('checkQuality on liveMaxSidePx', () => {
      checkQuality({ raster: frame, origin: 'picture' }, { ...options, maxSidePx: liveMaxSidePx });
    }),
    bench('checkQuality in full', () => {
      checkQuality({ raster: frame, origin: 'picture' }, options);
    }),
    usual,
  );
});
