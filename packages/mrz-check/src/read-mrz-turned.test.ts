import { plainDate } from '@dossierkit/core';
import {
  type GreyRaster,
  homographyFromQuads,
  type Quad,
  rotate,
  warpPerspective,
} from '@dossierkit/doc-raster';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMrz } from './read-mrz.js';

const at = plainDate('2026-05-03');
let grey: GreyRaster;
let lines: readonly string[] | undefined;

beforeAll(async () => {
  const { bytes, truth } = await renderSpecimen('id-card-back', { seed: 21, medium: 'scan', widthPx: 800 });
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  grey = { widthPx: info.width, heightPx: info.height, channels: 1, data: new Uint8Array(data) };
  lines = truth.mrz;
});

/** The picture as a camera stores it that writes this orientation: turned and mirrored, with a note to undo that. */
async function stored(orientation: number): Promise<Uint8Array> {
  const picture = () =>
    sharp(grey.data, { raw: { width: grey.widthPx, height: grey.heightPx, channels: 1 } });
  // flop mirrors left and right; the turn comes after it.
  const [mirrored, degrees] = (
    [
      [false, 0],
      [true, 0],
      [false, 180],
      [true, 180],
      [true, 270],
      [false, 270],
      [true, 90],
      [false, 90],
    ] as const
  )[orientation - 1] as readonly [boolean, number];
  const flopped = await picture().flop(mirrored).png().toBuffer();
  return await sharp(flopped).rotate(degrees).withMetadata({ orientation }).jpeg({ quality: 92 }).toBuffer();
}

describe('readMrz', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'reads what a camera stored with EXIF orientation %d',
    async (orientation) => {
      await using reader = createReader();
      const opened = await reader.open(await stored(orientation));
      if (!opened.ok) throw new Error(opened.error.code);
      using document = opened.value;
      const raster = await document.pages[0]?.readRaster({ grey: true });
      if (!raster?.ok) throw new Error('not read');
      const reading = readMrz(raster.value, { at });
      expect(reading?.lines).toEqual(lines);
      expect(Math.abs(reading?.sight?.angleDegrees ?? 180)).toBeLessThan(2);
    },
  );

  it.each([-135, -90, -50, 20, 45, 90, 110, 180])('reads a picture turned by %d°', (degrees) => {
    const reading = readMrz(rotate(grey, degrees), { at });
    expect(reading?.lines).toEqual(lines);
    const off = (((((reading?.sight?.angleDegrees ?? 0) - degrees) % 360) + 540) % 360) - 180;
    expect(Math.abs(off)).toBeLessThan(2);
  });

  it.each([
    ['from the left', [0, 0, 0.94, 0.1, 0.94, 0.9, 0, 1]],
    ['from the right', [0.06, 0.1, 1, 0, 1, 1, 0.06, 0.9]],
    ['from below', [0.1, 0.08, 0.9, 0.08, 1, 1, 0, 1]],
    ['from above, and upside down', [0.9, 0.95, 0.1, 0.95, 0, 0, 1, 0]],
  ] as const)('reads a card seen %s', (_, [ax, ay, bx, by, cx, cy, dx, dy]) => {
    const { widthPx: w, heightPx: h } = grey;
    const seen: Quad = [
      { x: ax * w, y: ay * h },
      { x: bx * w, y: by * h },
      { x: cx * w, y: cy * h },
      { x: dx * w, y: dy * h },
    ];
    const flat: Quad = [
      { x: 0, y: 0 },
      { x: w, y: 0 },
      { x: w, y: h },
      { x: 0, y: h },
    ];
    const toSource = homographyFromQuads(seen, flat);
    if (!toSource) throw new Error('no such view');
    const raster = warpPerspective(grey, { widthPx: w, heightPx: h, toSource, fill: 90 });
    expect(readMrz(raster, { at })?.lines).toEqual(lines);
  });
});
