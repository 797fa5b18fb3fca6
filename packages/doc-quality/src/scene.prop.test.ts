// What must hold wherever a page lies, and wherever on it something is wrong.
import { type Sha256, timestamp } from '@dossierkit/core';
import {
  applyHomography,
  type GreyRaster,
  type Homography,
  homographyFromQuads,
  type Quad,
  warpPerspective,
} from '@dossierkit/doc-raster';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { checkQuality } from './check-quality.js';
import type { QualityFinding } from './findings.js';
import { letterPage } from './internal/letter-page.fixture.js';
import { measureQuality } from './measure-quality.js';
import { straightenPage } from './straighten-page.js';

const options = { at: timestamp('2026-05-03T08:15:00Z'), subject: '0'.repeat(64) as Sha256 };
const findingsOf = (raster: GreyRaster): readonly QualityFinding[] =>
  checkQuality({ raster, origin: 'picture' }, options).findings;

// Whole pages are slow: few runs, each on a page of its own, and no hunt for a smaller one.
const few = { numRuns: 4, endOnFailure: true };
const seed = fc.integer({ min: 1, max: 1000 });
const SIZE = { widthPx: 780, heightPx: 980 };

test.prop(
  [
    seed,
    fc.integer({ min: 200, max: 480 }),
    fc.integer({ min: 250, max: 740 }),
    fc.integer({ min: 60, max: 130 }),
  ],
  few,
)('a reflection is found where it is, in a box within the page', (page, x, y, radius) => {
  const letter = letterPage(page);
  const data = letter.data.map((value, k) => {
    const away = Math.hypot((k % 700) - x, Math.floor(k / 700) - y) / radius;
    return away > 1.3 ? value : Math.min(255, value + (away < 1 ? 255 : (255 * (1.3 - away)) / 0.3));
  });
  const glare = findingsOf({ ...letter, data }).find(({ code }) => code === 'doc-quality/glare');
  expect(glare?.outcome).toBe('failed');
  const box = glare?.where?.box ?? { x: 9, y: 9, width: 0, height: 0 };
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(1);
  expect(box.y + box.height).toBeLessThanOrEqual(1);
  expect(box.x).toBeLessThan(x / 700);
  expect(box.x + box.width).toBeGreaterThan(x / 700);
  expect(box.y).toBeLessThan(y / 990);
  expect(box.y + box.height).toBeGreaterThan(y / 990);
});

/** Every corner of the page up to 50 pixels from where it lies in a straight view. */
const corner = fc.record({ x: fc.integer({ min: -25, max: 25 }), y: fc.integer({ min: -25, max: 25 }) });

test.prop([seed, corner, corner, corner, corner], few)(
  'a page on a desk is found, and the map of the straightened page takes its corners there',
  (page, ...shifts) => {
    const straight = [
      { x: 90, y: 70 },
      { x: 690, y: 70 },
      { x: 690, y: 910 },
      { x: 90, y: 910 },
    ];
    const corners = straight.map(({ x, y }, k) => ({
      x: x + (shifts[k]?.x ?? 0),
      y: y + (shifts[k]?.y ?? 0),
    })) as unknown as Quad;
    const unit = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ] as const;
    const whole = unit.map(({ x, y }) => ({ x: x * 700, y: y * 990 })) as unknown as Quad;
    const toSource = homographyFromQuads(corners, whole) as Homography;
    const raster = warpPerspective(letterPage(page), { toSource, ...SIZE, fill: 70 });
    const { toOriginal, outlined, turned } = straightenPage({ raster, origin: 'picture' });
    expect(outlined).toBe(true);
    unit.forEach((at, k) => {
      const there = applyHomography(toOriginal, at);
      // The letters are made up, so which way up they stand is anybody's guess.
      const truth = corners[(k - turned + 4) & 3];
      const off = Math.hypot(
        there.x * SIZE.widthPx - (truth?.x ?? 0),
        there.y * SIZE.heightPx - (truth?.y ?? 0),
      );
      expect(off / Math.hypot(SIZE.widthPx, SIZE.heightPx)).toBeLessThan(0.01);
    });
  },
);

describe('a page that runs over the border of the picture', () => {
  /** A letter on a desk whose lower end lies outside, with a rule across it above the border. */
  const shown = (bottom: number, rule: boolean): GreyRaster => {
    const letter = letterPage(2);
    const data = new Uint8Array(SIZE.widthPx * SIZE.heightPx).fill(70);
    for (let y = 0; y < Math.min(letter.heightPx, bottom - 60); y++) {
      const row = letter.data.slice(y * 700, (y + 1) * 700).map((value) => (y > 640 ? 236 : value));
      if (rule && y >= 660 && y < 668) row.fill(110, 40, 660);
      data.set(row, (60 + y) * SIZE.widthPx + 40);
    }
    return { ...SIZE, channels: 1, data };
  };
  const cut = (raster: GreyRaster) => findingsOf(raster).find(({ code }) => code === 'doc-quality/cut-off');

  it.each([false, true])('is cut off there, whatever lies there; with a rule across it: %s', (rule) => {
    expect(cut(shown(980, rule))).toMatchObject({ outcome: 'failed', params: { sides: ['bottom'] } });
  });

  it('is not, where its end is seen', () => {
    expect(cut(shown(900, true))?.outcome).toBe('passed');
  });
});

it('refuses a size to measure on that is none, with a code', () => {
  const raster = letterPage();
  for (const maxSidePx of [Number.NaN, 0, -5]) {
    expect(() => measureQuality({ raster, origin: 'picture' }, { maxSidePx })).toThrow(
      'doc-raster/size-invalid',
    );
  }
});
