import { timestamp } from '@dossierkit/core';
import {
  applyHomography,
  type GreyRaster,
  gaussianBlur,
  type Homography,
  rotate90,
} from '@dossierkit/doc-raster';
import { anyRaster } from '@dossierkit/doc-raster/testing';
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { checkQuality } from './check-quality.js';
import { letterPage } from './internal/letter-page.fixture.js';
import { measureQuality } from './measure-quality.js';
import type { QualityMeasures } from './quality-measures.js';
import { straightenPage } from './straighten-page.js';

const at = timestamp('2026-05-03T08:15:00Z');
const subject = checkQuality({ raster: letterPage(), origin: 'picture' }, { at }).subject;
const measure = (raster: GreyRaster): QualityMeasures => measureQuality({ raster, origin: 'picture' });
const sigma = ({ blur }: QualityMeasures): number => Math.sqrt((blur?.along ?? 0) * (blur?.across ?? 0));
const failed = (raster: GreyRaster): string[] =>
  checkQuality({ raster, origin: 'picture' }, { at, subject })
    .findings.filter(({ outcome }) => outcome === 'failed')
    .map(({ code }) => code);

// Whole pages are slow: few runs, each on a page of its own.
const few = { numRuns: 4, endOnFailure: true };
const seed = fc.integer({ min: 1, max: 1000 });

test.prop(
  [seed, fc.double({ min: 0.5, max: 4, noNaN: true }), fc.double({ min: 0.3, max: 3, noNaN: true })],
  few,
)('more blur is never measured as sharper', (page, first, more) => {
  const soft = gaussianBlur(letterPage(page), first);
  const softer = gaussianBlur(soft, more);
  // Pixels are whole numbers: where hardly any blur is added, the last percent is chance.
  const least = Math.max(0.985, 0.9 * Math.hypot(1, more / Math.hypot(first, 1)));
  expect(sigma(measure(softer))).toBeGreaterThanOrEqual(sigma(measure(soft)) * least);
});

test.prop([seed, fc.integer({ min: 1, max: 3 })], few)(
  'a quarter turn changes the orientation and nothing else',
  (page, turns) => {
    const upright = letterPage(page);
    const turned = rotate90(upright, turns);
    const outcomes = (raster: GreyRaster): string[] =>
      checkQuality({ raster, origin: 'picture' }, { at, subject })
        .findings.filter(({ code }) => code !== 'doc-quality/turned')
        .map(({ code, outcome, severity }) => `${code} ${outcome} ${severity}`);
    expect(outcomes(turned)).toEqual(outcomes(upright));
    const finding = checkQuality({ raster: turned, origin: 'picture' }, { at, subject }).findings.find(
      ({ code }) => code === 'doc-quality/turned',
    );
    expect(finding).toMatchObject({ outcome: 'failed', params: { quarterTurns: 4 - turns } });
    expect(Math.abs(sigma(measure(turned)) / sigma(measure(upright)) - 1)).toBeLessThan(0.1);
  },
);

test.prop([seed, fc.double({ min: 0.45, max: 1, noNaN: true }), fc.boolean()], few)(
  'dimmer light does not change whether a page is blurred',
  (page, light, soft) => {
    const raster = soft ? gaussianBlur(letterPage(page), 2.5) : letterPage(page);
    const dim: GreyRaster = { ...raster, data: raster.data.map((value) => Math.round(value * light)) };
    expect(failed(dim).includes('doc-quality/blurred')).toBe(failed(raster).includes('doc-quality/blurred'));
  },
);

test.prop(
  [
    anyRaster({ maxSidePx: 90 }),
    fc.constantFrom('picture' as const, 'pdf-picture' as const, 'pdf-vector' as const),
  ],
  {
    numRuns: 100,
  },
)('any picture gets a report, and every box lies inside the page', (raster, origin) => {
  const report = checkQuality({ raster, origin }, { at, subject });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  for (const { where } of report.findings) {
    const box = where?.box;
    if (!box) continue;
    expect(Math.min(box.x, box.y, box.width, box.height)).toBeGreaterThanOrEqual(0);
    expect(Math.max(box.x + box.width, box.y + box.height)).toBeLessThanOrEqual(1);
  }
});

test.prop([anyRaster({ minSidePx: 2, maxSidePx: 90 })], { numRuns: 60 })(
  'the map of a straightened page takes its corners to the corners in the picture, and back',
  (raster) => {
    const { toOriginal, fromOriginal, corners } = straightenPage({ raster, origin: 'picture' });
    const unit = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
      { x: 0, y: 1 },
    ];
    const close = (
      map: Homography,
      from: { x: number; y: number },
      to: { x: number; y: number } | undefined,
    ): void => {
      const there = applyHomography(map, from);
      expect(there.x).toBeCloseTo(to?.x as number, 6);
      expect(there.y).toBeCloseTo(to?.y as number, 6);
    };
    unit.forEach((corner, k) => {
      close(toOriginal, corner, corners[k]);
      close(fromOriginal, corners[k] ?? corner, corner);
    });
  },
);

describe('hostile pictures', () => {
  const flat = (widthPx: number, heightPx: number, value: number): GreyRaster => ({
    widthPx,
    heightPx,
    channels: 1,
    data: new Uint8Array(widthPx * heightPx).fill(value),
  });

  it.each([
    ['all black', flat(800, 600, 0)],
    ['all white', flat(800, 600, 255)],
    ['a strip of 20000 pixels', flat(20_000, 20, 128)],
    ['a strip of one pixel', flat(1, 20_000, 128)],
  ])('%s is blank', (_, raster) => {
    expect(failed(raster)).toEqual(['doc-quality/blank']);
  });

  it('noise is not called good', () => {
    let state = 7;
    const noise = flat(600, 400, 0);
    noise.data.forEach((_, k) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      noise.data[k] = state >>> 24;
    });
    expect(checkQuality({ raster: noise, origin: 'picture' }, { at, subject }).verdict).not.toBe('accept');
  });
});
