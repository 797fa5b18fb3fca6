import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestBytes, isDossierkitError, plainTextOf, unwrap } from '@dossierkit/core';
import { afterAll, describe, expect, it } from 'vitest';
import { firstPageOf, pdf, quarterColours, quarters, storedAs, textPicture } from '../test/make-files.js';
import { createReader, type OpenOptions } from './create-reader.js';

const reader = createReader({ languages: ['eng'], ocrWorkers: 1 });
afterAll(() => reader.close());

const open = async (bytes: Uint8Array, options: OpenOptions = {}) =>
  unwrap(await reader.open(bytes, options));

describe('pictures', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif'] as const)('are read from %s', async (format) => {
    const document = await open(await quarters().toFormat(format).toBuffer());
    const page = firstPageOf(document);
    expect(document).toMatchObject({ format, findings: [] });
    expect(page).toMatchObject({
      index: 0,
      origin: 'picture',
      widthPx: 60,
      heightPx: 40,
      hasTextLayer: false,
    });
    const raster = unwrap(await page.readRaster());
    expect(raster).toMatchObject({ widthPx: 60, heightPx: 40, channels: 3 });
    expect(quarterColours(raster)).toBe('rgbw');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('are upright with EXIF orientation %i', async (orientation) => {
    const page = firstPageOf(await open(await storedAs(quarters(), orientation)));
    expect(page).toMatchObject({ widthPx: 60, heightPx: 40 });
    expect(quarterColours(unwrap(await page.readRaster()))).toBe('rgbw');
    const small = unwrap(await page.readRaster({ maxSidePx: 30 }));
    expect(small).toMatchObject({ widthPx: 30, heightPx: 20 });
    expect(quarterColours(small)).toBe('rgbw');
  });

  it('become grey with one channel', async () => {
    const grey = unwrap(
      await firstPageOf(await open(await quarters().png().toBuffer())).readRaster({ grey: true }),
    );
    expect(grey.channels).toBe(1);
    expect(grey.data).toHaveLength(60 * 40);
    expect([grey.data[0], grey.data[59], grey.data[39 * 60]]).toEqual([77, 149, 29]);
  });

  it.each([
    ['16 bits', () => quarters().toColourspace('rgb16').png()],
    ['CMYK', () => quarters().toColourspace('cmyk').tiff()],
    ['a palette', () => quarters().png({ palette: true })],
  ])('are read with %s', async (_, make) => {
    const raster = unwrap(await firstPageOf(await open(await make().toBuffer())).readRaster());
    expect(quarterColours(raster)).toBe('rgbw');
  });

  it.each([
    ['grey', () => textPicture().greyscale()],
    ['grey and alpha', () => textPicture().greyscale().ensureAlpha(0.5)],
    ['black and white', () => textPicture().greyscale().threshold()],
  ])('have three channels also where they are %s', async (_, make) => {
    const raster = unwrap(await firstPageOf(await open(await make().png().toBuffer())).readRaster());
    expect(raster.channels).toBe(3);
    expect([...raster.data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });

  it('have white where they are transparent', async () => {
    const clear = quarters().ensureAlpha(0).png();
    const raster = unwrap(await firstPageOf(await open(await clear.toBuffer())).readRaster());
    expect(quarterColours(raster)).toBe('wwww');
  });

  it('state their resolution where it is meant', async () => {
    const at = async (density: number) =>
      firstPageOf(await open(await quarters().withMetadata({ density }).jpeg().toBuffer())).dpi;
    expect([await at(300), await at(72)]).toEqual([300, undefined]);
  });

  it('are never enlarged, and decoded once for each size', async () => {
    const page = firstPageOf(await open(await quarters().png().toBuffer()));
    const [a, b, c] = await Promise.all([
      page.readRaster({ maxSidePx: 5000 }),
      page.readRaster(),
      page.readRaster({ maxSidePx: 60 }),
    ]);
    expect(unwrap(a)).toMatchObject({ widthPx: 60, heightPx: 40 });
    expect(unwrap(b).data).toBe(unwrap(a).data);
    expect(unwrap(c).data).toBe(unwrap(a).data);
    expect(unwrap(await page.readRaster({ grey: true })).data).not.toBe(unwrap(a).data);
  });

  it('have a page for each page of a TIFF', async () => {
    const frames = [await quarters().png().toBuffer(), await quarters().flop().png().toBuffer()];
    const { default: sharp } = await import('sharp');
    const tiff = await sharp(frames, { join: { animated: true } })
      .tiff()
      .toBuffer();
    const { pages } = await open(tiff);
    const colours = pages.map(async (page) => quarterColours(unwrap(await page.readRaster())));
    expect(await Promise.all(colours)).toEqual(['rgbw', 'grwb']);
  });
});

describe('inputs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doc-reader-'));
  const path = join(folder, 'quarters.png');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may be bytes, a path, a stream, a web stream or a file', async () => {
    const bytes = await quarters().png().toBuffer();
    writeFileSync(path, bytes);
    const digest = await digestBytes(bytes);
    const file = new File([new Uint8Array(bytes)], 'quarters.png');
    for (const input of [bytes, path, createReadStream(path, { highWaterMark: 7 }), file.stream(), file]) {
      expect(unwrap(await reader.open(input))).toMatchObject({ digest, sizeBytes: bytes.length });
    }
  });

  it.each([
    ['photo.jpg', undefined, undefined],
    ['PHOTO.JPEG', 'image/jpeg; charset=binary', undefined],
    ['scan 12.03.2026', 'application/octet-stream', undefined],
    ['photo.png', undefined, { severity: 'info', params: { by: 'name', claimed: '.png', format: 'jpeg' } }],
    [
      'photo.pdf',
      undefined,
      { severity: 'warning', params: { by: 'name', claimed: '.pdf', format: 'jpeg' } },
    ],
    [
      'photo.exe',
      undefined,
      { severity: 'warning', params: { by: 'name', claimed: '.exe', format: 'jpeg' } },
    ],
    [
      'photo',
      'image/png',
      { severity: 'info', params: { by: 'mime-type', claimed: 'image/png', format: 'jpeg' } },
    ],
  ])('named %s (%s) are judged by content', async (name, mimeType, mismatch) => {
    const options = { name, ...(mimeType ? { mimeType } : {}) };
    const { findings } = await open(await quarters().jpeg().toBuffer(), options);
    const expected = mismatch ? [{ code: 'doc-reader/type-mismatch', outcome: 'failed', ...mismatch }] : [];
    expect(findings).toEqual(expected);
  });
});

describe('closing', () => {
  it('a document ends its reads and refuses new ones', async () => {
    const document = await open(await textPicture().png().toBuffer());
    const reading = firstPageOf(document).readText();
    document.close();
    document.close();
    expect(await reading).toMatchObject({ ok: false, error: { code: 'doc-reader/cancelled' } });
    expect(() => firstPageOf(document).readRaster()).toThrowError(/doc-reader\/closed/);
  });

  it('a reader closes its documents and refuses new ones', async () => {
    const other = createReader({ languages: ['eng'] });
    const picture = unwrap(await other.open(await textPicture().png().toBuffer()));
    const paper = unwrap(await other.open(await pdf()));
    const reads = [
      firstPageOf(picture).readText(),
      firstPageOf(paper).readRaster(),
      firstPageOf(paper).readText(),
    ];
    await other.close();
    for (const read of await Promise.all(reads)) expect(read).toMatchObject({ ok: false });
    let thrown: unknown;
    try {
      await other.open(new Uint8Array(1));
    } catch (error) {
      thrown = error;
    }
    expect(isDossierkitError(thrown) && thrown.code).toBe('doc-reader/closed');
  });

  it('while a file is being opened cancels it', async () => {
    const other = createReader();
    const opening = other.open(await pdf());
    await other.close();
    expect(await opening).toMatchObject({ ok: false, error: { code: 'doc-reader/cancelled' } });
  });
});

describe('options', () => {
  it.each([
    { limits: { maxBytes: -1 } },
    { limits: { maxPages: 1.5 } },
    { ocrWorkers: 0 },
    { languages: [] },
  ])('that make no sense throw: %j', (options) => {
    expect(() => createReader(options)).toThrowError(/core\/policy-invalid|doc-reader\/invalid-option/);
  });

  it('for a size of zero throw', async () => {
    const page = firstPageOf(await open(await quarters().png().toBuffer()));
    expect(() => page.readRaster({ maxSidePx: 0 })).toThrowError(/doc-reader\/invalid-size/);
  });

  it('with a language that is not there fail with its code', async () => {
    const page = firstPageOf(await open(await quarters().png().toBuffer()));
    for (const language of ['xxx', '../eng']) {
      expect(await page.readText({ languages: [language] })).toEqual({
        ok: false,
        error: { code: 'doc-reader/language-missing', params: { language } },
      });
    }
  });
});

it('reads the text of a PDF', async () => {
  expect(
    plainTextOf(unwrap(await firstPageOf(await open(await pdf([{ lines: ['Hello'] }]))).readText())),
  ).toBe('Hello');
});
