// The frames of a camera are measured on a smaller picture: defects must come out as they do in full.
import { type Sha256, timestamp } from '@dossierkit/core';
import { type GreyRaster, gaussianBlur, type Raster, resize } from '@dossierkit/doc-raster';
import { describe, expect, it } from 'vitest';
import { checkQuality } from './check-quality.js';
import { letterPage } from './internal/letter-page.fixture.js';
import { liveMaxSidePx } from './page-image.js';

const options = { at: timestamp('2026-05-03T08:15:00Z'), subject: '0'.repeat(64) as Sha256 };
const FRAME = { widthPx: 960, heightPx: 1280 };

function failed(raster: Raster, maxSidePx?: number): string[] {
  const report = checkQuality(
    { raster, origin: 'picture' },
    { ...options, ...(maxSidePx ? { maxSidePx } : {}) },
  );
  return report.findings.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code.slice(12));
}

/** A letter on a dark desk, as a phone's camera shows it: red, green, blue, alpha. */
function frameOf(change: (page: GreyRaster) => GreyRaster = (page) => page, turns = 0): Raster {
  const letter = resize(letterPage(3, 3), { widthPx: 820, heightPx: 1160 });
  const grey = new Uint8Array(FRAME.widthPx * FRAME.heightPx).fill(60);
  for (let y = 0; y < letter.heightPx; y++) {
    const row = letter.data.subarray(y * letter.widthPx, (y + 1) * letter.widthPx);
    grey.set(row, (60 + y) * FRAME.widthPx + 70);
  }
  if (turns === 2) grey.reverse();
  const { data } = change({ ...FRAME, channels: 1, data: grey });
  const pixels = new Uint8ClampedArray(data.length * 4).fill(255);
  data.forEach((value, k) => {
    pixels.set([value, value, value], k * 4);
  });
  return { ...FRAME, channels: 4, data: pixels };
}

const tone =
  (factor: number, offset: number) =>
  (page: GreyRaster): GreyRaster => ({ ...page, data: page.data.map((value) => value * factor + offset) });

function burnt(page: GreyRaster): GreyRaster {
  const data = page.data.map((value, k) => {
    const away = Math.hypot((k % page.widthPx) - 420, Math.floor(k / page.widthPx) - 500) / 150;
    return away > 1.3 ? value : Math.min(255, value + (away < 1 ? 255 : (255 * (1.3 - away)) / 0.3));
  });
  return { ...page, data };
}

describe('a frame of a camera', () => {
  const cases: readonly (readonly [string, Raster, string | undefined])[] = [
    ['good', frameOf(), undefined],
    ['slightly out of focus', frameOf((page) => gaussianBlur(page, 1.9)), 'blurred'],
    ['badly out of focus', frameOf((page) => gaussianBlur(page, 5)), 'blurred'],
    ['dark', frameOf(tone(0.2, 0)), 'too-dark'],
    ['faint', frameOf(tone(0.15, 110)), 'low-contrast'],
    ['under a lamp', frameOf(burnt), 'glare'],
    ['upside down', frameOf(undefined, 2), 'turned'],
    ['of nothing', frameOf(tone(0, 200)), 'blank'],
  ];

  it.each(cases)('that is %s is judged as in full', (_, raster, code) => {
    const live = failed(raster, liveMaxSidePx);
    expect(live).toEqual(failed(raster));
    expect(live.includes(code ?? 'nothing')).toBe(code !== undefined);
    if (!code) expect(live).toEqual([]);
  });
});
