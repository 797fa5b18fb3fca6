import sharp from 'sharp';
import { test } from 'vitest';
import { renderSpecimen } from '../src/index.js';

const WIDTH_PX = 1640;

test('a picture of 2 megapixels', async ({ bench }) => {
  const { bytes } = await renderSpecimen('passport', { seed: 1, medium: 'photo', widthPx: WIDTH_PX });
  const blurred = [{ kind: 'focus-blur', strength: 0.6 }] as const;
  await bench.compare(
    bench('sharp decodes and encodes it (baseline)', async () => {
      await sharp(bytes).jpeg({ quality: 88 }).toBuffer();
    }),
    bench('a passport photo from its seed', async () => {
      await renderSpecimen('passport', { seed: 1, medium: 'photo', widthPx: WIDTH_PX });
    }),
    bench('a passport photo with focus blur', async () => {
      await renderSpecimen('passport', { seed: 1, medium: 'photo', widthPx: WIDTH_PX, defects: blurred });
    }),
    bench('a payslip as PDF', async () => {
      await renderSpecimen('fr-payslip', { seed: 1, medium: 'pdf' });
    }),
    { iterations: 6, warmupIterations: 2, time: 0, warmupTime: 0 },
  );
}, 300_000);
