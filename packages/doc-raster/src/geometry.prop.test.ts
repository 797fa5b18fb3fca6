import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { crop } from './crop.js';
import {
  applyHomography,
  chainHomographies,
  type Homography,
  homographyFromQuads,
  invertHomography,
  mapBox,
  type Quad,
} from './homography.js';
import type { GreyRaster } from './raster.js';
import { rotate, rotate90 } from './rotate.js';
import { anyRaster, greyRaster } from './testing.js';
import { warpPerspective } from './warp.js';

const jitter = fc.double({ min: -0.3, max: 0.3, noNaN: true });
/** Convex quads around the unit square. */
const quad = fc.array(jitter, { minLength: 8, maxLength: 8 }).map(
  ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]): Quad => [
    { x: a, y: b },
    { x: 1 + c, y: d },
    { x: 1 + e, y: 1 + f },
    { x: g, y: 1 + h },
  ],
);
const UNIT: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];

test.prop([quad, quad])('a homography takes each corner where it was asked to, and back', (from, to) => {
  const map = homographyFromQuads(from, to) as Homography;
  const back = invertHomography(map) as Homography;
  from.forEach((corner, k) => {
    const there = applyHomography(map, corner);
    expect(there.x).toBeCloseTo(to[k]?.x as number, 6);
    expect(there.y).toBeCloseTo(to[k]?.y as number, 6);
    const again = applyHomography(back, there);
    expect(again.x).toBeCloseTo(corner.x, 6);
    expect(again.y).toBeCloseTo(corner.y, 6);
  });
});

test.prop([quad, quad])('chained maps do one after the other', (first, second) => {
  const one = homographyFromQuads(UNIT, first) as Homography;
  const two = homographyFromQuads(UNIT, second) as Homography;
  const point = { x: 0.4, y: 0.7 };
  const both = applyHomography(chainHomographies(one, two), point);
  const steps = applyHomography(two, applyHomography(one, point));
  expect(both.x).toBeCloseTo(steps.x, 6);
  expect(both.y).toBeCloseTo(steps.y, 6);
});

test.prop([anyRaster(), fc.integer({ min: -8, max: 8 }), fc.integer({ min: -8, max: 8 })])(
  'quarter turns add up',
  (raster, a, b) => {
    expect(rotate90(rotate90(raster, a), b)).toEqual(rotate90(raster, a + b));
    expect(rotate90(raster, 4)).toBe(raster);
  },
);

test.prop([anyRaster(), fc.integer({ min: 0, max: 3 })])(
  'turning by an angle agrees with turning by quarters',
  (raster, turns) => {
    const byAngle = rotate(raster, turns * 90);
    const byQuarter = rotate90(raster, turns);
    expect([byAngle.widthPx, byAngle.heightPx]).toEqual([byQuarter.widthPx, byQuarter.heightPx]);
    byAngle.data.forEach((value, i) => {
      expect(Math.abs(value - (byQuarter.data[i] as number))).toBeLessThanOrEqual(1);
    });
  },
);

test.prop([greyRaster({ minSidePx: 3 }), fc.nat(100), fc.nat(100)])(
  'a crop is a warp by whole pixels',
  (grey, a, b) => {
    const leftPx = a % (grey.widthPx - 1);
    const topPx = b % (grey.heightPx - 1);
    const size = { widthPx: grey.widthPx - leftPx, heightPx: grey.heightPx - topPx };
    const toSource: Homography = [1, 0, leftPx, 0, 1, topPx, 0, 0, 1];
    expect(crop(grey, { leftPx, topPx, ...size }).data).toEqual(
      warpPerspective(grey, { toSource, ...size }).data,
    );
  },
);

describe('geometry', () => {
  const letter: GreyRaster = { widthPx: 2, heightPx: 3, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

  it('turns clockwise', () => {
    expect([...rotate90(letter, 1).data]).toEqual([5, 3, 1, 6, 4, 2]);
    expect([...rotate90(letter, -1).data]).toEqual([2, 4, 6, 1, 3, 5]);
    expect([...rotate90(letter, 2).data]).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('fills what lies outside', () => {
    const black: GreyRaster = { widthPx: 20, heightPx: 20, channels: 1, data: new Uint8Array(400) };
    const turned = rotate(black, 45, { fill: 200 });
    expect([turned.widthPx, turned.data[0], turned.data[14 * 28 + 14]]).toEqual([28, 200, 0]);
  });

  it('has no map for points on one line', () => {
    const line: Quad = [UNIT[0], { x: 0.5, y: 0.5 }, UNIT[2], UNIT[3]];
    expect(homographyFromQuads(line, UNIT)).toBeUndefined();
    expect(homographyFromQuads(UNIT, line)).toBeUndefined();
    expect(invertHomography([1, 2, 3, 2, 4, 6, 0, 0, 1])).toBeUndefined();
  });

  it('refuses to crop outside', () => {
    const rect = { leftPx: 1, topPx: 0, widthPx: 2, heightPx: 1 };
    expect(() => crop(letter, rect)).toThrow('doc-raster/rect-outside');
    expect(() => crop(letter, { ...rect, widthPx: 0.5 })).toThrow('doc-raster/rect-outside');
  });
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Boxes on a page. */
const box = fc.record({ x: share, y: share, w: share, h: share }).map(({ x, y, w, h }) => ({
  x,
  y,
  width: w * (1 - x),
  height: h * (1 - y),
}));

test.prop([quad, box, share, share])(
  'a mapped box lies on its page and holds what the box held',
  (to, from, u, v) => {
    const map = homographyFromQuads(UNIT, to) as Homography;
    const mapped = mapBox(map, from);
    const point = applyHomography(map, { x: from.x + u * from.width, y: from.y + v * from.height });
    for (const [at, low, size] of [
      [point.x, mapped.x, mapped.width],
      [point.y, mapped.y, mapped.height],
    ] as const) {
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low + size).toBeLessThanOrEqual(1 + 1e-12);
      const onPage = Math.min(1, Math.max(0, at));
      expect(onPage).toBeGreaterThanOrEqual(low - 1e-9);
      expect(onPage).toBeLessThanOrEqual(low + size + 1e-9);
    }
  },
);
