// What a camera adds to a page: fingers, screens, movement, and other papers.
import { timestamp } from '@dossierkit/core';
import { type GreyRaster, gaussianBlur, type Raster, resize } from '@dossierkit/doc-raster';
import { describe, expect, it } from 'vitest';
import { checkQuality } from './check-quality.js';
import type { QualityFinding } from './findings.js';
import { letterPage } from './internal/letter-page.fixture.js';
import { qualityPolicies } from './presets.js';

const at = timestamp('2026-05-03T08:15:00Z');
type Code = QualityFinding['code'];

function findingOf<C extends Code>(code: C, raster: Raster, more: { dpi?: number } = {}) {
  const { findings } = checkQuality({ raster, origin: 'picture', ...more }, { at });
  return findings.find((finding): finding is Extract<QualityFinding, { code: C }> => finding.code === code);
}

/** In colour, each pixel as `paint` changes its red, green and blue. */
function painted(
  { widthPx, heightPx, data }: GreyRaster,
  paint: (x: number, y: number) => readonly [number, number, number] | undefined,
): Raster {
  const pixels = new Uint8Array(data.length * 3);
  data.forEach((value, k) => {
    pixels.set(paint(k % widthPx, Math.floor(k / widthPx)) ?? [value, value, value - 6], k * 3);
  });
  return { widthPx, heightPx, channels: 3, data: pixels };
}

describe('a finger', () => {
  const letter = letterPage();
  /** A rounded bar that comes in over the right side. */
  const held = (skin: readonly [number, number, number]): Raster =>
    painted(letter, (x, y) => {
      const away = Math.hypot(Math.min(0, x - 610), y - 500) / 45;
      return away < 1
        ? (skin.map((value) => value * (1.02 - 0.3 * away)) as [number, number, number])
        : undefined;
    });

  it.each([[[224, 172, 142]], [[141, 90, 62]], [[92, 58, 42]]] as const)(
    'of the colour %o is found, and where it is',
    (skin) => {
      const finding = findingOf('doc-quality/covered', held(skin));
      expect(finding).toMatchObject({ outcome: 'failed', params: { region: 'right' } });
      const { x = 0, y = 0, width = 0 } = finding?.where?.box ?? {};
      expect(x + width / 2).toBeGreaterThan(0.85);
      expect(y).toBeGreaterThan(0.4);
    },
  );

  it('is not seen in what is printed, nor in a bar of a letterhead', () => {
    expect(
      findingOf(
        'doc-quality/covered',
        painted(letter, () => undefined),
      )?.outcome,
    ).toBe('passed');
    const bar = painted(letter, (_, y) => (y > 480 && y < 490 ? [224, 172, 142] : undefined));
    expect(findingOf('doc-quality/covered', bar)?.outcome).toBe('passed');
  });

  it('cannot be told without colour', () => {
    expect(findingOf('doc-quality/covered', letter)?.outcome).toBe('inconclusive');
  });
});

describe('a photo of a screen', () => {
  const grid = (period: number): GreyRaster => {
    const page = letterPage();
    const wave = (k: number, height: number): number => 1 + height * Math.sin((2 * Math.PI * k) / period);
    return {
      ...page,
      data: page.data.map((value, k) => 0.9 * value * wave(k % 700, 0.09) * wave(Math.floor(k / 700), 0.03)),
    };
  };

  it.each([2.3, 3.1, 5.7])('shows by the grid of its pixels, %f wide', (period) => {
    expect(findingOf('doc-quality/screen-photo', grid(period))?.outcome).toBe('failed');
  });

  it('is not seen in noise', () => {
    const page = letterPage();
    let state = 5;
    const noisy = {
      ...page,
      data: page.data.map((value) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.min(255, Math.max(0, value + (state >>> 28) - 8));
      }),
    };
    expect(findingOf('doc-quality/screen-photo', noisy)?.outcome).toBe('passed');
  });
});

describe('several documents', () => {
  /** Letters of 300 × 420 on a desk, with their upper left corners at these places. */
  const desk = (...places: readonly (readonly [number, number])[]): GreyRaster => {
    const small = resize(letterPage(1, 3), { widthPx: 300, heightPx: 420 });
    const data = new Uint8Array(800 * 560).fill(80);
    for (const [left, top] of places) {
      for (let y = 0; y < 420; y++)
        data.set(small.data.subarray(y * 300, (y + 1) * 300), (top + y) * 800 + left);
    }
    return { widthPx: 800, heightPx: 560, channels: 1, data };
  };
  const finding = (raster: GreyRaster) => findingOf('doc-quality/several-documents', raster);

  it('are counted, side by side or apart', () => {
    expect(finding(desk([90, 70], [410, 70]))).toMatchObject({ outcome: 'failed', params: { count: 2 } });
    expect(finding(desk([30, 20], [470, 120]))).toMatchObject({ outcome: 'failed', params: { count: 2 } });
  });

  it('have a place', () => {
    const boxes = [desk([90, 70], [410, 70])].map((raster) => finding(raster)?.where?.box);
    expect(boxes[0]?.width).toBeCloseTo(300 / 800, 1);
    expect(boxes[0]?.height).toBeCloseTo(420 / 560, 1);
  });

  it('are not seen in one', () => {
    expect(finding(desk([250, 70]))).toMatchObject({ outcome: 'passed', params: { count: 1 } });
  });
});

/** Every pixel the mean of so many along a direction. */
function moved(page: GreyRaster, lengthPx: number, degrees: number): GreyRaster {
  const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const data = page.data.map((_, at) => {
    let sum = 0;
    for (let k = 0; k < lengthPx; k++) {
      const away = k - lengthPx / 2;
      const x = Math.min(page.widthPx - 1, Math.max(0, Math.round((at % page.widthPx) + away * dx)));
      const y = Math.min(
        page.heightPx - 1,
        Math.max(0, Math.round(Math.floor(at / page.widthPx) + away * dy)),
      );
      sum += page.data[y * page.widthPx + x] as number;
    }
    return sum / lengthPx;
  });
  return { ...page, data };
}

describe('a movement of the camera', () => {
  it.each([0, 90])('at %i degrees is told by its direction', (degrees) => {
    const finding = findingOf('doc-quality/motion-blurred', moved(letterPage(), 7, degrees));
    expect(finding?.outcome).toBe('failed');
    const off = Math.abs((finding?.params.degrees ?? 45) - degrees) % 180;
    expect(Math.min(off, 180 - off)).toBeLessThan(15);
  });

  it('is not seen in a picture that is out of focus', () => {
    const soft = gaussianBlur(letterPage(), 2);
    expect(findingOf('doc-quality/motion-blurred', soft)?.outcome).toBe('passed');
    expect(findingOf('doc-quality/blurred', soft)?.outcome).toBe('failed');
  });
});

describe('resolution', () => {
  it('is held against the size of the paper, where the file or its shape tells it', () => {
    const byFile = findingOf('doc-quality/low-resolution', letterPage(), { dpi: 60 });
    expect(byFile).toMatchObject({
      outcome: 'failed',
      params: { cause: 'dpi' },
      measured: { value: 60, unit: 'dpi' },
    });
    // 700 × 990 has the shape of A4, so it has 85 dpi, whatever a camera says.
    const byShape = findingOf('doc-quality/low-resolution', letterPage(1, 1), { dpi: 72_000 });
    expect(byShape?.measured?.value).toBeCloseTo(84.7, 0);
  });

  it('is asked more of by the policy for identity documents, which takes front and back in one picture', () => {
    const { identityDocument, standard } = qualityPolicies;
    expect(identityDocument.dpi.reading).toBeGreaterThan(standard.dpi.reading);
    expect(identityDocument.documents.reading).toBe(2);
  });
});
