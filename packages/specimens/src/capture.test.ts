import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Defect } from './defect.js';
import { capture } from './internal/pixels/capture.js';
import { applyHomography, homographyOf } from './internal/pixels/homography.js';
import type { View } from './internal/pixels/view.js';
import type { RgbRaster } from './internal/rasterise.js';
import { createRandom } from './random.js';
import { renderSpecimen } from './render-specimen.js';

/** A white page with a red, a green, a blue and a black square in its corners, from the upper left around. */
const MARKED: RgbRaster = (() => {
  const [widthPx, heightPx] = [200, 280];
  const data = new Uint8Array(widthPx * heightPx * 3).fill(255);
  const colors = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [0, 0, 0],
  ];
  const corners = [
    [0, 0],
    [170, 0],
    [170, 250],
    [0, 250],
  ];
  corners.forEach(([left = 0, top = 0], at) => {
    for (let y = top; y < top + 30; y++)
      for (let x = left; x < left + 30; x++) data.set(colors[at] ?? [], (y * widthPx + x) * 3);
  });
  return { widthPx, heightPx, channels: 3, data };
})();

const shoot = (medium: 'scan' | 'photo', seed: number, defects: readonly Defect[]) =>
  capture(createRandom(seed), {
    size: { widthMm: 200, heightMm: 280, cornerMm: 0 },
    medium,
    defects,
    widthPx: 300,
    draw: async () => MARKED,
    drawSecond: async () => MARKED,
  });

const colorAt = ({ widthPx, data }: RgbRaster, x: number, y: number): string => {
  const at = (Math.round(y) * widthPx + Math.round(x)) * 3;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  const most = Math.max(red, green, blue);
  if (most < 70) return 'black';
  return most === red ? 'red' : most === green ? 'green' : 'blue';
};

describe('the camera', () => {
  it.each([
    ['scan', 1, []],
    ['photo', 2, []],
    ['photo', 3, [{ kind: 'tilt', strength: 0.8 }]],
    ['photo', 4, [{ kind: 'rotate', degrees: 90 }]],
    ['photo', 5, [{ kind: 'rotate', degrees: 200 }]],
    ['scan', 6, [{ kind: 'rotate', degrees: 270 }]],
    ['photo', 7, [{ kind: 'far-away', strength: 0.6 }]],
  ] as const)('tells in a %s (%i) where the corners of the page are', async (medium, seed, defects) => {
    const { picture, view } = await shoot(medium, seed, defects);
    const middle = [0, 1].map(
      (axis) => view.corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / 4,
    );
    const found = view.corners.map(([x, y]) =>
      colorAt(picture, x + ((middle[0] ?? 0) - x) * 0.09, y + ((middle[1] ?? 0) - y) * 0.09),
    );
    expect(found).toEqual(['red', 'green', 'blue', 'black']);
  });

  it('maps the corners of the picture of the page to those of the page', async () => {
    const { view } = await shoot('photo', 9, [{ kind: 'tilt', strength: 1 }]);
    const [left, top] = applyHomography(view.toPage, view.corners[0]);
    const [right, bottom] = applyHomography(view.toPage, view.corners[2]);
    expect(Math.hypot(left, top, right - 200, bottom - 280)).toBeLessThan(1e-6);
  });

  it('leaves the named side out of a cropped picture', async () => {
    const { view } = await shoot('photo', 3, [{ kind: 'crop', strength: 0.5, side: 'bottom' }]);
    const [ul, ur, lr, ll] = view.corners;
    expect(Math.max(lr[1], ll[1])).toBeGreaterThan(view.heightPx);
    expect(Math.min(ul[1], ur[1])).toBeLessThan(view.heightPx);
  });
});

const greyAt = ({ widthPx, data }: RgbRaster, [x, y]: readonly [number, number]): number =>
  data[(Math.round(y) * widthPx + Math.round(x)) * 3 + 1] ?? 0;

/** Where a place of the page, in millimetres, is in the picture. */
const pixelOf = (view: View, x: number, y: number): readonly [number, number] => {
  const flat = [
    [0, 0],
    [200, 0],
    [200, 280],
    [0, 280],
  ] as const;
  return applyHomography(homographyOf(flat, view.corners), [x, y]);
};

describe('a second document', () => {
  it('lies beside the first, in the picture, on the table', async () => {
    const { picture, view } = await shoot('photo', 8, [{ kind: 'second-document', strength: 1 }]);
    const place = view.second ?? { leftMm: 0, topMm: 0, turn: 0 };
    expect(place.leftMm).toBeGreaterThan(200);
    const white = greyAt(picture, pixelOf(view, 100, 140));
    expect(greyAt(picture, pixelOf(view, place.leftMm + 100, place.topMm + 140))).toBeGreaterThan(
      white * 0.8,
    );
    expect(greyAt(picture, pixelOf(view, (200 + place.leftMm) / 2, 140))).toBeLessThan(white * 0.8);
  });

  it('is not there without the defect', async () => {
    expect((await shoot('photo', 8, [])).view.second).toBeUndefined();
  });
});

it('the grid of a screen shows on white paper', async () => {
  const rough = async (defects: readonly Defect[]): Promise<number> => {
    const { picture, view } = await shoot('photo', 8, defects);
    const row = Array.from({ length: 40 }, (_, k) => greyAt(picture, pixelOf(view, 60 + 2 * k, 140)));
    return Math.max(...row) - Math.min(...row);
  };
  expect(await rough([{ kind: 'screen', strength: 1 }])).toBeGreaterThan(3 * (await rough([])));
});

describe('defects', () => {
  const measure = async (defects: readonly Defect[]) => {
    const { bytes } = await renderSpecimen('fr-payslip', {
      seed: 2,
      medium: 'photo',
      widthPx: 360,
      defects,
      format: 'png',
    });
    const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
    let [sum, edges, burnt] = [0, 0, 0];
    for (let at = 1; at < data.length; at++) {
      sum += data[at] ?? 0;
      edges += ((data[at] ?? 0) - (data[at - 1] ?? 0)) ** 2;
      if ((data[at] ?? 0) >= 254) burnt++;
    }
    return {
      mean: sum / data.length,
      edges: edges / data.length,
      burnt: burnt / data.length,
      widthPx: info.width,
    };
  };

  it('do to the pixels what they say', async () => {
    const good = await measure([]);
    const weak = await measure([{ kind: 'focus-blur', strength: 0.3 }]);
    const strong = await measure([{ kind: 'focus-blur', strength: 1 }]);
    expect(weak.edges).toBeLessThan(good.edges);
    expect(strong.edges).toBeLessThan(weak.edges);
    expect((await measure([{ kind: 'motion-blur', strength: 0.8, degrees: 0 }])).edges).toBeLessThan(
      good.edges * 0.6,
    );
    expect((await measure([{ kind: 'dark', strength: 0.8 }])).mean).toBeLessThan(good.mean * 0.4);
    expect((await measure([{ kind: 'low-contrast', strength: 0.8 }])).edges).toBeLessThan(good.edges * 0.2);
    expect((await measure([{ kind: 'noise', strength: 0.5 }])).edges).toBeGreaterThan(good.edges * 1.3);
    expect((await measure([{ kind: 'glare', strength: 0.6 }])).burnt).toBeGreaterThan(good.burnt + 0.05);
    expect((await measure([{ kind: 'low-resolution', strength: 1 }])).widthPx).toBe(72);
  });

  it('of rotation and EXIF tags leave the viewer the same picture', async () => {
    const upright = await renderSpecimen('id-card-front', { seed: 2, medium: 'photo', widthPx: 240 });
    const seen = async (bytes: Uint8Array) =>
      sharp(bytes).autoOrient().greyscale().raw().toBuffer({ resolveWithObject: true });
    const expected = await seen(upright.bytes);
    for (const exifOrientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      const { bytes, truth } = await renderSpecimen('id-card-front', {
        seed: 2,
        medium: 'photo',
        widthPx: 240,
        exifOrientation,
      });
      expect((await sharp(bytes).metadata()).orientation).toBe(exifOrientation);
      const { data, info } = await seen(bytes);
      expect([info.width, info.height]).toEqual([expected.info.width, expected.info.height]);
      let difference = 0;
      for (let at = 0; at < data.length; at++)
        difference += Math.abs((data[at] ?? 0) - (expected.data[at] ?? 0));
      expect(difference / data.length).toBeLessThan(2);
      expect(truth.corners).toEqual(upright.truth.corners);
    }
  });
});
