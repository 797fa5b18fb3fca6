// Each read from bytes to answer, beside the bare library on the same bytes.
import { unwrap } from '@dossierkit/core';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { afterAll, test } from 'vitest';
import { createReader, type Page } from '../src/index.js';
import { findLanguages } from '../src/internal/ocr-languages.js';
import { OcrThread } from '../src/internal/ocr-thread.js';
import { firstPageOf, pdf, textPicture } from '../test/make-files.js';

const reader = createReader({ languages: ['eng'], ocrWorkers: 1 });
const thread = new OcrThread();
const pdfium = await PDFiumLibrary.init();
afterAll(async () => {
  await reader.close();
  thread.terminate();
  pdfium.destroy();
});

const SENTENCE = 'The amount of 128.40 EUR is due on 3 May 2026';
const lines = Array.from({ length: 19 }, (_, i) => `${i + 1} ${SENTENCE}`);
const photo = await photoOf(4000, 3000);
const letter = await pdf([{ lines: lines.slice(0, 18) }]);
const scan = await textPicture(lines, 1654, 2339).png().toBuffer();
const usual = { iterations: 10, time: 0, warmupIterations: 2, warmupTime: 0 };

async function readPage(bytes: Uint8Array, use: (page: Page) => Promise<unknown>): Promise<void> {
  const document = unwrap(await reader.open(bytes));
  await use(firstPageOf(document));
  document.close();
}

for (const side of [1000, 2339]) {
  test(`a JPEG of 12 megapixels, grey at ${side} px`, async ({ bench }) => {
    await bench.compare(
      bench('sharp', async () => {
        await sharp(photo).resize(side).greyscale().raw().toBuffer();
      }),
      bench('doc-reader', () => readPage(photo, (page) => page.readRaster({ maxSidePx: side, grey: true }))),
      usual,
    );
  });
}

test('a JPEG of 12 megapixels, every pixel in colour', async ({ bench }) => {
  await bench.compare(
    bench('sharp', async () => {
      await sharp(photo).raw().toBuffer();
    }),
    bench('doc-reader', () => readPage(photo, (page) => page.readRaster())),
    usual,
  );
});

test('the text of a PDF page', async ({ bench }) => {
  await bench.compare(
    bench('PDFium, without places', async () => {
      const document = await pdfium.loadDocument(letter);
      document.getPage(0).getText();
      document.destroy();
    }),
    bench('doc-reader', () => readPage(letter, (page) => page.readText())),
    usual,
  );
});

test('a PDF page drawn in grey at 200 dpi', async ({ bench }) => {
  await bench.compare(
    bench('PDFium', async () => {
      const document = await pdfium.loadDocument(letter);
      await document.getPage(0).render({ scale: 200 / 72, render: 'bitmap', colorSpace: 'Gray' });
      document.destroy();
    }),
    bench('doc-reader', () => readPage(letter, (page) => page.readRaster({ grey: true }))),
    usual,
  );
});

test('OCR of an A4 page at 200 dpi', { timeout: 120_000 }, async ({ bench }) => {
  const languages = await findLanguages(['eng'], undefined);
  const job = { languages, picture: scan, dpi: 200, pageSegmentation: '4' };
  await bench.compare(
    bench('tesseract.js, one warm worker', async () => {
      await thread.recognise(job, 60_000, () => {});
    }),
    bench('doc-reader', () => readPage(scan, (page) => page.readText())),
    { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 },
  );
});

/** Noise over slow waves: compresses about as a photo of a page does. */
async function photoOf(width: number, height: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0, seed = 1; i < data.length; i++) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    data[i] = 128 + 60 * Math.sin(i / 3000) + ((seed >> 16) & 15);
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}
