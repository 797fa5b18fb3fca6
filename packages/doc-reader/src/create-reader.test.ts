import { plainTextOf, unwrap, wordsOf } from '@dossierkit/core';
import { afterAll, describe, expect, it } from 'vitest';
import { LINES, pdf, quarterColours, quarters, textPicture } from '../test/make-files.js';
import { createReader } from './create-reader.js';

const reader = createReader({ languages: ['eng'], ocrWorkers: 1 });
afterAll(() => reader.close());

const open = async (bytes: Uint8Array | string, options = {}) => unwrap(await reader.open(bytes, options));

describe('a picture', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif'] as const)('is read from %s', async (format) => {
    const document = await open(await quarters().toFormat(format).toBuffer());
    const [page] = document.pages;
    expect(document).toMatchObject({ format, findings: [] });
    expect(page).toMatchObject({
      index: 0,
      origin: 'picture',
      widthPx: 60,
      heightPx: 40,
      hasTextLayer: false,
    });
    const raster = unwrap(await page!.readRaster());
    expect(raster).toMatchObject({ widthPx: 60, heightPx: 40, channels: 3 });
    expect(quarterColours(raster)).toBe('rgbw');
    const grey = unwrap(await page!.readRaster({ grey: true, maxSidePx: 30 }));
    expect(grey).toMatchObject({ widthPx: 30, heightPx: 20, channels: 1 });
    expect(grey.data).toHaveLength(600);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is upright with EXIF orientation %i', async (orientation) => {
    // What sharp calls orientation n is turned back by the reader; so store the picture as that camera would.
    const upright = await quarters().png().toBuffer();
    const stored = await storedAs(upright, orientation);
    const [page] = (await open(stored)).pages;
    expect(page).toMatchObject({ widthPx: 60, heightPx: 40 });
    expect(quarterColours(unwrap(await page!.readRaster()))).toBe('rgbw');
  });

  it('gives its text by OCR, with places and confidence', async () => {
    const [page] = (await open(await textPicture().png().toBuffer())).pages;
    const text = unwrap(await page!.readText());
    expect(text).toMatchObject({ page: 0, source: 'ocr' });
    expect(plainTextOf(text).split(/\n+/)).toEqual(LINES);
    const word = wordsOf(text).find((candidate) => candidate.text === 'INVOICE');
    expect(word!.confidence).toBeGreaterThan(0.8);
    expect(word!.box.x).toBeCloseTo(60 / 900, 1);
    expect(word!.box.y).toBeCloseTo(75 / 500, 1);
  });
});

describe('a PDF', () => {
  it('gives its text with places', async () => {
    const document = await open(await pdf());
    const [page] = document.pages;
    expect(document).toMatchObject({ format: 'pdf', findings: [] });
    expect(page).toMatchObject({
      origin: 'pdf-vector',
      hasTextLayer: true,
      dpi: 200,
      widthPx: 1652,
      heightPx: 2338,
    });
    const text = unwrap(await page!.readText());
    expect(text.source).toBe('file');
    expect(plainTextOf(text).split(/\n+/)).toEqual(LINES);
    const [first] = wordsOf(text);
    expect(first).toMatchObject({ text: 'INVOICE', confidence: 1 });
    expect(first!.box.x).toBeCloseTo(60 / 595, 2);
    expect(first!.box.y + first!.box.height).toBeCloseTo(80 / 842, 2);
  });
});

async function storedAs(upright: Buffer, orientation: number): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const turn: Record<number, (picture: ReturnType<typeof sharp>) => ReturnType<typeof sharp>> = {
    1: (picture) => picture,
    2: (picture) => picture.flop(),
    3: (picture) => picture.rotate(180),
    4: (picture) => picture.flip(),
    5: (picture) => picture.flop().rotate(270),
    6: (picture) => picture.rotate(270),
    7: (picture) => picture.flop().rotate(90),
    8: (picture) => picture.rotate(90),
  };
  // Two passes: sharp turns before it mirrors, whatever the order of the calls.
  const mirrored = await (orientation === 5 || orientation === 7 ? sharp(upright).flop() : sharp(upright))
    .png()
    .toBuffer();
  const plain =
    orientation === 5
      ? sharp(mirrored).rotate(270)
      : orientation === 7
        ? sharp(mirrored).rotate(90)
        : turn[orientation]!(sharp(mirrored));
  return plain.withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer();
}
