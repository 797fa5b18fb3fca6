import { LOCALES, renderMessage, timestamp } from '@dossierkit/core';
import {
  applyHomography,
  crop,
  type GreyRaster,
  type Homography,
  homographyFromQuads,
  type Quad,
  warpPerspective,
} from '@dossierkit/doc-raster';
import { describe, expect, it } from 'vitest';
import { checkQuality } from './check-quality.js';
import { letterPage } from './internal/letter-page.fixture.js';
import { messages } from './messages/index.js';
import { planRetake } from './plan-retake.js';
import { defineQualityPolicy } from './policy.js';
import { qualityPolicies } from './presets.js';
import { renderQualityOverlay } from './render-quality-overlay.js';
import { straightenPage } from './straighten-page.js';

const at = timestamp('2026-05-03T08:15:00Z');

/** Corners of the letter as it lies on the desk, in pixels. */
const CORNERS: Quad = [
  { x: 130, y: 60 },
  { x: 660, y: 90 },
  { x: 700, y: 900 },
  { x: 80, y: 870 },
];

/** A letter on a dark desk, seen at a slant. */
function letterOnDesk(): GreyRaster {
  const letter = letterPage();
  const page: Quad = [
    { x: 0, y: 0 },
    { x: letter.widthPx, y: 0 },
    { x: letter.widthPx, y: letter.heightPx },
    { x: 0, y: letter.heightPx },
  ];
  const toSource = homographyFromQuads(CORNERS, page) as Homography;
  return warpPerspective(letter, { toSource, widthPx: 780, heightPx: 980, fill: 70 });
}

describe('a letter on a desk', () => {
  const raster = letterOnDesk();
  const report = checkQuality({ raster, origin: 'picture' }, { at });

  it('is found, and accepted', () => {
    expect(report.verdict).toBe('accept');
    report.value.measures.page.corners.forEach(({ x, y }, k) => {
      const error = Math.hypot(x * 780 - (CORNERS[k]?.x ?? 0), y * 980 - (CORNERS[k]?.y ?? 0));
      expect(error / Math.hypot(780, 980)).toBeLessThan(0.01);
    });
  });

  it('is straightened, with a map back to the picture', () => {
    const straight = straightenPage({ raster, origin: 'picture' }, { measures: report.value.measures });
    const corner = applyHomography(straight.toOriginal, { x: 1, y: 1 });
    expect(corner.x * 780).toBeCloseTo(700, -1);
    expect(corner.y * 980).toBeCloseTo(900, -1);
    const again = checkQuality({ raster: straight.raster, origin: 'picture' }, { at });
    expect(Math.abs(again.value.measures.text.degrees ?? 9)).toBeLessThan(1);
    expect(again.value.measures.page.outlined).toBe(false);
  });

  it('has its outline drawn', () => {
    const svg = renderQualityOverlay(report, { widthPx: 780, heightPx: 980 });
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 780 980".*<polygon points="1\d\d(\.\d)?,\d.*<\/svg>$/);
  });

  it('is drawn with a bar along the border that cuts it off, and labels within the picture', () => {
    const cut = crop(raster, { leftPx: 0, topPx: 0, widthPx: 780, heightPx: 700 });
    const bad = checkQuality({ raster: cut, origin: 'picture' }, { at });
    const svg = renderQualityOverlay(bad, { widthPx: 780, heightPx: 700, label: () => 'x'.repeat(60) });
    expect(svg).toContain('<rect x="0" y="692.2" width="780" height="7.8"');
    for (const [, x, , width] of svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g))
      expect(x === '0' || Number(x) + Number(width) <= 780.1).toBe(true);
  });

  it('escapes labels', () => {
    const dark: GreyRaster = { ...raster, data: raster.data.map((value) => value / 8) };
    const bad = checkQuality({ raster: dark, origin: 'picture' }, { at });
    expect(renderQualityOverlay(bad, { widthPx: 780, heightPx: 980, label: () => '<script>' })).not.toContain(
      '<script>',
    );
  });
});

describe('policies', () => {
  it('ask again at most twice, then let a person look', () => {
    const policy = defineQualityPolicy();
    const plans = [0, 1, 2].map((retakes) => planRetake({ verdict: 'reject' }, retakes, policy));
    expect(plans).toEqual(['ask-again', 'ask-again', 'accept-for-review']);
    expect(planRetake({ verdict: 'accept' }, 0, policy)).toBe('accept');
  });

  it('are stricter or more lenient, as they say', () => {
    const { strict, standard, lenient } = qualityPolicies;
    expect(strict.blur.reading).toBeLessThan(standard.blur.reading);
    expect(standard.blur.reading).toBeLessThan(lenient.blur.reading);
  });

  it.each([{ blur: { reading: Number.NaN } }, { maxRetakes: -1 }, { unknown: 1 } as object])(
    'refuse %o',
    (policy) => {
      expect(() => defineQualityPolicy(policy)).toThrow('core/policy-invalid');
    },
  );
});

describe('messages', () => {
  const dark = letterPage();
  const raster: GreyRaster = { ...dark, data: dark.data.map((value) => value / 8) };
  const { findings } = checkQuality({ raster, origin: 'picture' }, { at });

  it.each(LOCALES)('say what is wrong and what to do, or what was verified: %s', (locale) => {
    for (const finding of findings) {
      const { text, advice } = renderMessage(messages, finding, locale);
      expect(text.length).toBeGreaterThan(5);
      expect(advice.length > 5).toBe(finding.outcome !== 'passed');
    }
  });
});
