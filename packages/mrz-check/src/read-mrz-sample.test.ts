import { expect, it } from 'vitest';
import { tryPage, tryZone } from '../scripts/try-reader.js';
import { fontFile, sharpWithFonts } from '../scripts/with-fonts.js';

// The first numbers of scripts/nightly.ts, which does the same for thousands.
it('reads damaged zones, and accepts none that it misread', async () => {
  const sharp = await sharpWithFonts(fontFile('ocr-b.otf'), fontFile('open-sans.ttf'));
  const zones = [];
  for (let seed = 20_000; seed < 20_032; seed++) zones.push(await tryZone(sharp, seed));
  const exact = zones.filter(({ outcome }) => outcome === 'exact');
  expect(zones.filter(({ damage, outcome }) => damage === 'standard' && outcome !== 'exact')).toEqual([]);
  expect(zones.filter(({ accepted, outcome }) => accepted && outcome !== 'exact')).toEqual([]);
  expect(exact.length).toBeGreaterThanOrEqual(29);
  expect(zones.filter(({ accepted }) => accepted).length).toBeGreaterThanOrEqual(20);
}, 60_000);

it('finds no zone on pages without one', async () => {
  const sharp = await sharpWithFonts(fontFile('ocr-b.otf'), fontFile('open-sans.ttf'));
  for (let seed = 20_000; seed < 20_008; seed++) {
    expect(await tryPage(sharp, seed)).toMatchObject({ accepted: false });
  }
}, 60_000);
