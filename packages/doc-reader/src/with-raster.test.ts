import { type Box, plainTextOf, type TextWord, unwrap, wordsOf } from '@dossierkit/core';
import { type Homography, type Raster, rotate90 } from '@dossierkit/doc-raster';
import { afterAll, describe, expect, it } from 'vitest';
import { firstPageOf, quarterColours, quarters, textPicture } from '../test/make-files.js';
import { createReader } from './create-reader.js';

const reader = createReader({ languages: ['eng'], ocrWorkers: 1 });
afterAll(() => reader.close());

const pageOf = async (bytes: Uint8Array) => firstPageOf(unwrap(await reader.open(bytes)));
/** Where a point of the page that was turned clockwise lies on the page before. */
const BEFORE_TURN: Homography = [0, 1, 0, -1, 0, 1, 0, 0, 1];

const find = (words: readonly TextWord[], text: string): Box => {
  const word = words.find((one) => one.text === text);
  if (!word) throw new Error(`No ${text} among ${words.map((one) => one.text)}`);
  return word.box;
};

describe('a page over other pixels', () => {
  it('is read by OCR, and takes its boxes back to the page of the file', async () => {
    const upright = await textPicture().png().toBuffer();
    const lying = await pageOf(await textPicture().rotate(-90).png().toBuffer());
    const raster = rotate90(unwrap(await lying.readRaster({ grey: true })), 1);
    const page = lying.withRaster({ raster, toOriginal: BEFORE_TURN });
    expect(page).toMatchObject({ index: 0, origin: 'picture', widthPx: 900, heightPx: 500 });
    const text = unwrap(await page.readText());
    expect(plainTextOf(text)).toBe(plainTextOf(unwrap(await (await pageOf(upright)).readText())));
    const [here, there] = [find(wordsOf(text), 'INVOICE'), { x: 0, y: 0, width: 0, height: 0 }];
    Object.assign(there, page.toFilePage?.(here));
    expect(there.x).toBeCloseTo(here.y, 6);
    expect(there.y).toBeCloseTo(1 - here.x - here.width, 6);
    expect([there.width, there.height]).toEqual([
      expect.closeTo(here.height, 6),
      expect.closeTo(here.width, 6),
    ]);
  });

  it('reads a region of those pixels', async () => {
    const raster = unwrap(await (await pageOf(await textPicture().png().toBuffer())).readRaster());
    const page = (await pageOf(await quarters().png().toBuffer())).withRaster({ raster });
    const region = { x: 0, y: 0, width: 1, height: 0.35 };
    expect(plainTextOf(unwrap(await page.readText({ region })))).toBe('INVOICE 2026-0117');
  });

  it.each([1, 3, 4] as const)('gives its pixels from %i channels', async (channels) => {
    const page = await pageOf(await textPicture().png().toBuffer());
    const picture = quarters();
    const raw = channels === 4 ? picture.ensureAlpha() : channels === 1 ? picture.greyscale() : picture;
    const data = await raw.raw().toBuffer();
    const other = page.withRaster({ raster: { widthPx: 60, heightPx: 40, channels, data } });
    const rgb = unwrap(await other.readRaster());
    expect(rgb.channels).toBe(3);
    if (channels !== 1) expect(quarterColours(rgb)).toBe('rgbw');
    else expect(rgb.data[0]).toBe(rgb.data[1]);
    expect(unwrap(await other.readRaster({ grey: true, maxSidePx: 30 }))).toMatchObject({
      widthPx: 30,
      heightPx: 20,
      channels: 1,
    });
    expect(unwrap(await page.readRaster()).widthPx).toBe(900);
  });

  it('maps through both where it is changed twice', async () => {
    const page = await pageOf(await quarters().png().toBuffer());
    const raster: Raster = { widthPx: 1, heightPx: 1, channels: 1, data: Uint8Array.of(0) };
    const once = page.withRaster({ raster, toOriginal: BEFORE_TURN });
    const twice = once.withRaster({ raster, toOriginal: BEFORE_TURN });
    const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.1 };
    const halfTurned = twice.toFilePage?.(box) as Box;
    expect(halfTurned.x).toBeCloseTo(0.6, 9);
    expect(halfTurned.y).toBeCloseTo(0.7, 9);
    expect(page.toFilePage).toBeUndefined();
  });

  it('ends with its document, and takes no pixels that are none', async () => {
    const document = unwrap(await reader.open(await quarters().png().toBuffer()));
    const page = firstPageOf(document);
    const wrong: Raster = { widthPx: 2, heightPx: 2, channels: 1, data: Uint8Array.of(0) };
    expect(() => page.withRaster({ raster: wrong })).toThrowError(/doc-reader\/invalid-raster/);
    const other = page.withRaster({ raster: { ...wrong, heightPx: 1, widthPx: 1 } });
    document.close();
    expect(() => other.readText()).toThrowError(/doc-reader\/closed/);
    expect(() => page.withRaster({ raster: wrong })).toThrowError(/doc-reader\/closed/);
  });
});
