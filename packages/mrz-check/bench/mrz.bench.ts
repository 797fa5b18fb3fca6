import { plainDate } from '@dossierkit/core';
import type { Raster } from '@dossierkit/doc-raster';
import { renderSpecimen } from '@dossierkit/specimens';
import { parse } from 'mrz';
import sharp from 'sharp';
import { test } from 'vitest';
import { parseMrz } from '../src/parse-mrz.js';
import { readMrz } from '../src/read-mrz.js';

const at = plainDate('2026-05-03');
const lines = [
  'P<FRADUPONT<<MARIE<<<<<<<<<<<<<<<<<<<<<<<<<<',
  '12AB345673FRA9001011F3001019<<<<<<<<<<<<<<00',
];

test('a passport from text', async ({ bench }) => {
  await bench.compare(
    bench('mrz from npm (baseline)', () => {
      parse(lines);
    }),
    bench('parseMrz', () => {
      parseMrz(lines, { at });
    }),
  );
});

test('two megapixels', async ({ bench }) => {
  const [photo, letter] = await Promise.all([pixels('passport'), pixels('fr-tax-notice')]);
  await bench.compare(
    bench('readMrz, a passport', () => {
      readMrz(photo, { at });
    }),
    bench('readMrz, a letter without a zone', () => {
      readMrz(letter, { at });
    }),
  );
});

async function pixels(kind: 'passport' | 'fr-tax-notice'): Promise<Raster> {
  const { bytes } = await renderSpecimen(kind, { seed: 1, medium: 'photo', widthPx: 1600 });
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channels: 1, data: new Uint8Array(data) };
}
