import { type Box, plainTextOf, unwrap, wordsOf } from '@dossierkit/core';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { firstPageOf, LINES, pdf, quarterColours, quarters, textPicture } from '../../test/make-files.js';
import { encryptedPdf, onePage, rawPdf, stream } from '../../test/make-pdf.js';
import { createReader, type OpenOptions } from '../create-reader.js';

const reader = createReader({ languages: ['eng'], ocrWorkers: 1 });
afterAll(() => reader.close());

const open = async (bytes: Uint8Array, options: OpenOptions = {}) =>
  unwrap(await reader.open(bytes, options));
const scan = async () => textPicture(LINES, 1190, 1684).jpeg().toBuffer();

describe('a born-digital page', () => {
  it('gives its text with places', async () => {
    const document = await open(await pdf());
    const page = firstPageOf(document);
    expect(document).toMatchObject({ format: 'pdf', findings: [] });
    expect(page).toMatchObject({
      origin: 'pdf-vector',
      hasTextLayer: true,
      dpi: 200,
      widthPx: 1652,
      heightPx: 2338,
    });
    const text = unwrap(await page.readText());
    expect(text).toMatchObject({ page: 0, source: 'file' });
    expect(plainTextOf(text).split(/\n+/)).toEqual(LINES);
    const [first] = wordsOf(text);
    expect(first).toMatchObject({ text: 'INVOICE', confidence: 1 });
    expect(first?.box.x).toBeCloseTo(60 / 595, 2);
    expect(bottomOf(first?.box)).toBeCloseTo(80 / 842, 2);
  });

  it.each([90, 180, 270] as const)(
    'turned by %i degrees is upright, and its words lie on their ink',
    async (rotate) => {
      const page = firstPageOf(await open(await pdf([{ lines: ['Turned'], rotate }])));
      expect(page.widthPx > page.heightPx).toBe(rotate !== 180);
      const [word] = wordsOf(unwrap(await page.readText()));
      const grey = unwrap(await page.readRaster({ grey: true }));
      expect(inkShare(grey, word?.box)).toBeGreaterThan(0.1);
      expect(inkShare(grey)).toBeLessThan(0.01);
    },
  );

  it('may have a crop box', async () => {
    const source = await PDFDocument.load(await pdf([{ lines: ['Cropped'] }]));
    source.getPage(0).setCropBox(50, 700, 300, 100);
    const page = firstPageOf(await open(await source.save()));
    expect(page).toMatchObject({ widthPx: 833, heightPx: 277 });
    const [word] = wordsOf(unwrap(await page.readText()));
    expect(word?.box.x).toBeCloseTo(10 / 300, 1);
    expect(inkShare(unwrap(await page.readRaster({ grey: true })), word?.box)).toBeGreaterThan(0.1);
  });

  it('joins what stands on one line, whatever the order of the file', async () => {
    const content =
      'BT /F 12 Tf 300 100 Td (128.40) Tj ET BT /F 12 Tf 20 100 Td (Amount due) Tj ET BT /F 12 Tf 20 160 Td (Bill) Tj ET';
    const page = '/MediaBox [0 0 400 200] /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R';
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
    const document = await open(rawPdf(onePage(page, stream('', content), font)));
    const text = unwrap(await firstPageOf(document).readText());
    expect(plainTextOf(text)).toBe('Bill\n\nAmount due 128.40');
  });

  it('shows and tells what was filled into its form', async () => {
    const source = await PDFDocument.create();
    const field = source.getForm().createTextField('name');
    field.setText('Jane Example');
    field.addToPage(source.addPage([595, 842]), { x: 60, y: 700, width: 300, height: 40 });
    const page = firstPageOf(await open(await source.save()));
    expect(plainTextOf(unwrap(await page.readText()))).toBe('Jane Example');
  });

  it('reads one region', async () => {
    const page = firstPageOf(await open(await pdf()));
    const region = { x: 0, y: 0, width: 1, height: 0.11 };
    const text = unwrap(await page.readText({ region }));
    expect(text.region).toEqual(region);
    expect(plainTextOf(text)).toBe(LINES[0]);
  });

  it('is drawn in the wanted size, in colour and grey', async () => {
    const page = firstPageOf(
      await open(await pdf([{ picture: await quarters().jpeg().toBuffer(), size: [300, 200] }])),
    );
    const raster = unwrap(await page.readRaster({ dpi: 144 }));
    expect(raster).toMatchObject({ widthPx: 600, heightPx: 400, channels: 3 });
    expect(quarterColours(raster)).toBe('rgbw');
    const odd = unwrap(await page.readRaster({ maxSidePx: 101, grey: true }));
    expect(odd).toMatchObject({ widthPx: 101, heightPx: 67, channels: 1 });
    expect(odd.data).toHaveLength(101 * 67);
  });
});

describe('a scanned page', () => {
  it('has the resolution of its picture and is read by OCR', async () => {
    const page = firstPageOf(await open(await pdf([{ picture: await scan() }])));
    expect(page).toMatchObject({ origin: 'pdf-picture', hasTextLayer: false, widthPx: 1190, heightPx: 1684 });
    const text = unwrap(await page.readText());
    expect(text.source).toBe('ocr');
    expect(plainTextOf(text).split(/\n+/)).toEqual(LINES);
  });

  it('is not believed its invisible text, unless asked', async () => {
    const document = await open(
      await pdf([{ picture: await scan(), lines: ['Forged 1.00 EUR'], invisible: true }]),
    );
    const page = firstPageOf(document);
    expect(page.hasTextLayer).toBe(false);
    expect(document.findings).toMatchObject([{ code: 'doc-reader/text-layer-hidden', where: { page: 0 } }]);
    expect(plainTextOf(unwrap(await page.readText({ layer: 'file' })))).toBe('Forged 1.00 EUR');
  });

  it('is not believed text under its picture', async () => {
    const source = await PDFDocument.create();
    const sheet = source.addPage([595, 842]);
    sheet.drawText('Forged 1.00 EUR', { x: 60, y: 700 });
    sheet.drawImage(await source.embedJpg(await scan()), { x: 0, y: 0, width: 595, height: 842 });
    const document = await open(await source.save());
    expect(document.findings).toMatchObject([{ code: 'doc-reader/text-layer-hidden' }]);
    expect(firstPageOf(document).hasTextLayer).toBe(false);
  });

  it('with a stamp of its scanner is still a scan', async () => {
    const page = firstPageOf(
      await open(await pdf([{ picture: await scan(), lines: ['Scanned with an app'] }])),
    );
    expect(page).toMatchObject({ origin: 'pdf-picture', hasTextLayer: false });
  });

  it('has no text of its own to give', async () => {
    const page = firstPageOf(await open(await pdf([{ picture: await scan() }])));
    expect(await page.readText({ layer: 'file' })).toMatchObject({
      error: { code: 'doc-reader/no-text-layer' },
    });
  });
});

describe('a protected PDF', () => {
  const bytes = encryptedPdf('secret', 'Opened');

  it('opens with its password', async () => {
    const document = await open(bytes, { password: 'secret' });
    expect(plainTextOf(unwrap(await firstPageOf(document).readText()))).toBe('Opened');
  });

  it('is told apart from a damaged one', async () => {
    expect(await reader.open(bytes)).toMatchObject({ error: { code: 'doc-reader/encrypted' } });
    const wrong = await reader.open(bytes, { password: 'wrong' });
    expect(wrong).toMatchObject({ error: { code: 'doc-reader/wrong-password' } });
    const damaged = await reader.open(bytes.subarray(0, 200));
    expect(damaged).toMatchObject({ error: { code: 'doc-reader/damaged' } });
  });
});

const bottomOf = (box: Box | undefined): number => (box ? box.y + box.height : Number.NaN);

/** The share of dark pixels of a raster, or within a box. */
function inkShare(
  raster: { readonly widthPx: number; readonly heightPx: number; readonly data: ArrayLike<number> },
  box: Box = { x: 0, y: 0, width: 1, height: 1 },
): number {
  let [dark, all] = [0, 0];
  for (let y = Math.floor(box.y * raster.heightPx); y < (box.y + box.height) * raster.heightPx; y++) {
    for (let x = Math.floor(box.x * raster.widthPx); x < (box.x + box.width) * raster.widthPx; x++) {
      all++;
      if ((raster.data[y * raster.widthPx + x] ?? 255) < 128) dark++;
    }
  }
  return dark / all;
}
