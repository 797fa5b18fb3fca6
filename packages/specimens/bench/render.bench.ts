import sharp from 'sharp';
import { bench, describe } from 'vitest';
import { renderSpecimen } from '../src/index.js';

const photo = await renderSpecimen('passport', { seed: 1, medium: 'photo', widthPx: 1640 });

// Baseline: what sharp needs to decode a picture of the same size and encode it again.
describe('a picture of 2 megapixels', () => {
  bench('baseline: sharp decodes and encodes it', async () => {
    await sharp(photo.bytes).jpeg({ quality: 88 }).toBuffer();
  });
  bench('a passport photo from the seed', async () => {
    await renderSpecimen('passport', { seed: 1, medium: 'photo', widthPx: 1640 });
  });
  bench('the same with focus blur', async () => {
    const defects = [{ kind: 'focus-blur', strength: 0.6 }] as const;
    await renderSpecimen('passport', { seed: 1, medium: 'photo', widthPx: 1640, defects });
  });
  bench('a letter as PDF', async () => {
    await renderSpecimen('fr-payslip', { seed: 1, medium: 'pdf' });
  });
});
