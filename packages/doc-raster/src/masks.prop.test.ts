import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { componentBoxes } from './component-boxes.js';
import { connectedComponents } from './components.js';
import type { Mask } from './mask.js';
import { dilate, erode } from './morphology.js';
import { anyMask } from './testing.js';

/** The slow and obvious way: spread each label over its neighbours until nothing changes. */
function floodCount({ widthPx, heightPx, data }: Mask, connectivity: 4 | 8): number {
  const seen = new Set<number>();
  let count = 0;
  for (let start = 0; start < data.length; start++) {
    if (data[start] === 0 || seen.has(start)) continue;
    count++;
    const open = [start];
    seen.add(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
      for (let v = Math.max(0, y - 1); v <= Math.min(heightPx - 1, y + 1); v++) {
        for (let u = Math.max(0, x - 1); u <= Math.min(widthPx - 1, x + 1); u++) {
          const next = v * widthPx + u;
          if (connectivity === 4 && u !== x && v !== y) continue;
          if (data[next] === 1 && !seen.has(next)) open.push(next);
          if (data[next] === 1) seen.add(next);
        }
      }
    }
  }
  return count;
}

test.prop([anyMask(), fc.constantFrom(4 as const, 8 as const)])(
  'components are what flooding finds',
  (mask, connectivity) => {
    const { components, labels } = connectedComponents(mask, { connectivity });
    expect(components).toHaveLength(floodCount(mask, connectivity));
    expect(Array.from(labels, (label) => (label > 0 ? 1 : 0))).toEqual([...mask.data]);
    for (const { label, areaPx, leftPx, topPx, widthPx, heightPx } of components) {
      const pixels = [...labels.keys()].filter((at) => labels[at] === label);
      expect(pixels).toHaveLength(areaPx);
      const columns = pixels.map((at) => at % mask.widthPx);
      const rows = pixels.map((at) => Math.floor(at / mask.widthPx));
      expect([Math.min(...columns), Math.min(...rows)]).toEqual([leftPx, topPx]);
      expect([Math.max(...columns), Math.max(...rows)]).toEqual([leftPx + widthPx - 1, topPx + heightPx - 1]);
    }
  },
);

test.prop([anyMask(), fc.constantFrom(4 as const, 8 as const)])(
  'boxes are those of the labelled components',
  (mask, connectivity) => {
    expect(componentBoxes(mask, { connectivity })).toEqual(
      connectedComponents(mask, { connectivity }).components,
    );
  },
);

const reach = fc.record({ xPx: fc.nat(5), yPx: fc.nat(5) });

test.prop([anyMask(), reach])('dilating and eroding mirror each other', (mask, by) => {
  const inverse: Mask = { ...mask, data: mask.data.map((value) => 1 - value) };
  expect(erode(inverse, by).data).toEqual(dilate(mask, by).data.map((value) => 1 - value));
});

test.prop([anyMask(), reach])('dilating marks exactly what has a mark within reach', (mask, by) => {
  const { data } = dilate(mask, by);
  data.forEach((value, at) => {
    const [x, y] = [at % mask.widthPx, Math.floor(at / mask.widthPx)];
    let near = 0;
    for (let v = Math.max(0, y - by.yPx); v <= Math.min(mask.heightPx - 1, y + by.yPx); v++) {
      for (let u = Math.max(0, x - by.xPx); u <= Math.min(mask.widthPx - 1, x + by.xPx); u++) {
        near |= mask.data[v * mask.widthPx + u] as number;
      }
    }
    expect(value).toBe(near);
  });
});

describe('connectedComponents', () => {
  it('joins a U, whose arms meet only at the bottom', () => {
    const mask: Mask = { widthPx: 3, heightPx: 2, data: Uint8Array.of(1, 0, 1, 1, 1, 1) };
    expect(connectedComponents(mask).components).toEqual([
      { label: 1, leftPx: 0, topPx: 0, widthPx: 3, heightPx: 2, areaPx: 5 },
    ]);
  });
});
