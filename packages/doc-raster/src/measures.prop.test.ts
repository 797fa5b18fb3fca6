import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { adaptiveThreshold } from './adaptive-threshold.js';
import { gaussianBlur } from './gaussian-blur.js';
import { gradientStrength, sobel } from './gradients.js';
import { histogram, percentile } from './histogram.js';
import { boxMean, boxSum, integralImage } from './integral.js';
import { otsuThreshold, thresholdMask } from './mask.js';
import type { GreyRaster } from './raster.js';
import { rotate90 } from './rotate.js';
import { greyRaster } from './testing.js';

const at = ({ data, widthPx }: GreyRaster, x: number, y: number): number => data[y * widthPx + x] as number;
const flat = (value: number, widthPx = 9, heightPx = 7): GreyRaster => ({
  widthPx,
  heightPx,
  channels: 1,
  data: new Uint8Array(widthPx * heightPx).fill(value),
});

test.prop([greyRaster(), fc.nat(1000), fc.nat(1000), fc.nat(1000), fc.nat(1000)])(
  'an integral image answers what adding up answers',
  (grey, a, b, c, d) => {
    const [left = 0, right = 0] = [a % (grey.widthPx + 1), b % (grey.widthPx + 1)].sort((p, q) => p - q);
    const [top = 0, bottom = 0] = [c % (grey.heightPx + 1), d % (grey.heightPx + 1)].sort((p, q) => p - q);
    let sum = 0;
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += at(grey, x, y);
    expect(boxSum(integralImage(grey), left, top, right, bottom)).toBe(sum);
  },
);

test.prop([greyRaster(), fc.integer({ min: 0, max: 30 })])(
  'a box mean is the mean of what lies inside',
  (grey, radius) => {
    const means = boxMean(grey, radius);
    for (const [x, y] of [
      [0, 0],
      [grey.widthPx - 1, grey.heightPx >> 1],
    ] as const) {
      let sum = 0;
      let count = 0;
      for (let v = Math.max(0, y - radius); v <= Math.min(grey.heightPx - 1, y + radius); v++) {
        for (let u = Math.max(0, x - radius); u <= Math.min(grey.widthPx - 1, x + radius); u++, count++)
          sum += at(grey, u, v);
      }
      expect(at(means, x, y)).toBe(Math.floor(sum / count + 0.5));
    }
  },
);

test.prop([greyRaster({ minSidePx: 3 })])(
  'Sobel agrees with its definition and turns with the picture',
  (grey) => {
    const { dx, dy } = sobel(grey);
    const [x, y] = [grey.widthPx >> 1, grey.heightPx >> 1];
    const weigh = (v: number): number => at(grey, x + 1, v) - at(grey, x - 1, v);
    expect(dx[y * grey.widthPx + x]).toBe(weigh(y - 1) + 2 * weigh(y) + weigh(y + 1));
    const turned = sobel(rotate90(grey, 1));
    const sorted = (values: Int16Array): number[] => Array.from(values, Math.abs).sort((a, b) => a - b);
    expect(sorted(turned.dy)).toEqual(sorted(dx));
    expect(sorted(turned.dx)).toEqual(sorted(dy));
  },
);

test.prop([greyRaster()])('thresholds part what is dark from what is light', (grey) => {
  const threshold = otsuThreshold(histogram(grey));
  const { data } = thresholdMask(grey);
  grey.data.forEach((value, i) => {
    expect(data[i]).toBe(value <= threshold ? 1 : 0);
  });
  const several = new Set(grey.data).size > 1;
  expect(new Set(data).size).toBe(several ? 2 : 1);
});

test.prop([greyRaster(), fc.double({ min: 0, max: 1, noNaN: true })])(
  'a percentile is the value of that rank',
  (grey, fraction) => {
    const sorted = [...grey.data].sort((a, b) => a - b);
    const rank = Math.max(0, Math.ceil(sorted.length * fraction) - 1);
    expect(percentile(histogram(grey), fraction)).toBe(sorted[rank]);
  },
);

test.prop([greyRaster({ minSidePx: 4 }), fc.double({ min: 0.3, max: 4, noNaN: true })])(
  'a Gaussian stays in range and never makes edges steeper than the steepest',
  (grey, sigma) => {
    const soft = gaussianBlur(grey, sigma);
    expect(Math.min(...soft.data)).toBeGreaterThanOrEqual(Math.min(...grey.data));
    expect(Math.max(...soft.data)).toBeLessThanOrEqual(Math.max(...grey.data));
  },
);

test.prop([greyRaster(), fc.integer({ min: 1, max: 12 })])(
  'adaptive thresholds do not mind more light',
  (grey, radiusPx) => {
    const dim: GreyRaster = { ...grey, data: grey.data.map((value) => value >> 1) };
    const bright: GreyRaster = { ...dim, data: dim.data.map((value) => value + 100) };
    const options = { method: 'mean', radiusPx } as const;
    expect(adaptiveThreshold(bright, options)).toEqual(adaptiveThreshold(dim, options));
  },
);

describe('measures', () => {
  it('finds the ink under a shadow, where one threshold cannot', () => {
    const page = flat(0, 60, 40);
    page.data.forEach((_, i) => {
      const paper = 220 - (i % 60);
      page.data[i] = i % 7 === 0 && i > 400 && i < 2000 ? paper - 40 : paper;
    });
    for (const options of [
      { method: 'mean', radiusPx: 8 },
      { method: 'sauvola', radiusPx: 8, k: 0.1 },
    ] as const) {
      const { data } = adaptiveThreshold(page, options);
      const right = data.filter((ink, i) => ink === (i % 7 === 0 && i > 400 && i < 2000 ? 1 : 0)).length;
      expect(right / data.length).toBeGreaterThan(0.97);
    }
  });

  it('finds no ink on empty paper', () => {
    expect(adaptiveThreshold(flat(230), { method: 'sauvola', radiusPx: 3 }).data).toEqual(new Uint8Array(63));
    expect(gradientStrength(sobel(flat(230)))).toEqual(new Uint16Array(63));
  });

  it('puts the threshold into the middle of the gap', () => {
    const two = flat(40);
    two.data.fill(200, 20);
    expect(otsuThreshold(histogram(two))).toBe(119);
  });
});
