import { type Box, boxAround, linesOf, type PageText, type TextLine, type TextPage } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { defineClassifierPolicy } from './policy.js';
import { readPages } from './read-pages.js';

/** Two columns of lines of several heights, each with a text of its own. */
const columns = fc
  .array(
    fc.array(fc.tuple(fc.integer({ min: 6, max: 19 }), fc.integer({ min: 4, max: 60 })), { maxLength: 40 }),
    {
      minLength: 1,
      maxLength: 2,
    },
  )
  .map((all) => all.flatMap((column, at) => linesOfColumn(column, at)));

function linesOfColumn(steps: readonly (readonly [number, number])[], column: number): TextLine[] {
  let y = 0.01;
  return steps.flatMap(([height, gap], at) => {
    const box = { x: 0.05 + 0.5 * column, y, width: 0.4, height: height / 1000 };
    y += (height + gap) / 1000;
    const text = `line ${column}-${at}`;
    return y > 0.98 ? [] : [{ text, box, words: [{ text, box, confidence: 1 }] }];
  });
}

/** Reads as OCR does: what the edge of a region cuts through comes with its visible part, and perhaps as something else. */
function scanOf(lines: readonly TextLine[]): TextPage & { readonly regions: Box[] } {
  const regions: Box[] = [];
  const readText: TextPage['readText'] = async ({ region = { x: 0, y: 0, width: 1, height: 1 } } = {}) => {
    regions.push(region);
    const seen = lines.flatMap((line) => visiblePart(line, region));
    const box = boxAround(seen.map((line) => line.box)) ?? region;
    const text: PageText = { page: 0, source: 'ocr', region, blocks: [{ box, lines: seen }] };
    return { ok: true, value: text };
  };
  return { index: 0, hasTextLayer: false, readText, regions };
}

function visiblePart(line: TextLine, region: Box): TextLine[] {
  const top = Math.max(line.box.y, region.y);
  const bottom = Math.min(line.box.y + line.box.height, region.y + region.height);
  const share = (bottom - top) / line.box.height;
  if (share > 0.999) return [line];
  if (share < 0.3) return [];
  const box = { ...line.box, y: top, height: bottom - top };
  return [{ text: 'cut', box, words: [{ text: 'cut', box, confidence: 0.4 }] }];
}

test.prop([columns])('every line of a scan is read whole, and given once', async (lines) => {
  const page = scanOf(lines);
  const decide = () => ({ enough: false, languages: [] });
  const { texts } = await readPages([page], defineClassifierPolicy(), ['fra'], decide, undefined);
  const read = texts.flatMap(linesOf).map((line) => line.text);
  expect(read.toSorted()).toEqual(lines.map((line) => line.text).toSorted());
  // In three bands, which have little in common.
  expect(page.regions).toHaveLength(3);
  const heights = page.regions.reduce((sum, region) => sum + region.height, 0);
  expect(heights).toBeLessThan(1.09);
});
