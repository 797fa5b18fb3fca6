import { crc32, deflateSync } from 'node:zlib';
import { unwrap } from '@dossierkit/core';
import { PDFDocument } from 'pdf-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { firstPageOf, pdf, quarters, textPicture } from '../test/make-files.js';
import { nestedForms, onePage, rawPdf, stream } from '../test/make-pdf.js';
import { createReader } from './create-reader.js';

const reader = createReader({ languages: ['eng'], ocrWorkers: 1 });
afterAll(() => reader.close());

const errorOf = async (bytes: Uint8Array, using = reader) => {
  const opened = await using.open(bytes);
  return opened.ok ? undefined : opened.error;
};

describe('a file that is none', () => {
  it.each([
    ['no bytes', '', 'doc-reader/empty-file', {}],
    ['text', 'Dear Sir or Madam', 'doc-reader/unsupported-format', { looksLike: 'text' }],
    ['a web page', '<!DOCTYPE html><p>', 'doc-reader/unsupported-format', { looksLike: 'web-page' }],
    ['SVG', '<?xml version="1.0"?><svg/>', 'doc-reader/unsupported-format', { looksLike: 'svg' }],
    ['Word', 'PK\x03\x04........word/document.xml', 'doc-reader/unsupported-format', { looksLike: 'office' }],
    ['an archive', 'PK\x03\x04........photo.jpg', 'doc-reader/unsupported-format', { looksLike: 'archive' }],
    ['a video', '\0\0\0\x18ftypmp42\0\0\0\0', 'doc-reader/unsupported-format', { looksLike: 'video' }],
    ['AVIF', '\0\0\0\x18ftypavif\0\0\0\0', 'doc-reader/unsupported-format', { looksLike: 'avif' }],
    ['random bytes', '\x01\x92\xfe\x00\x17', 'doc-reader/unsupported-format', { looksLike: 'unknown' }],
    ['the head of a PNG', '\x89PNG\r\n\x1a\n', 'doc-reader/damaged', { format: 'png' }],
    ['the head of a JPEG', '\xff\xd8\xff\xe0', 'doc-reader/damaged', { format: 'jpeg' }],
    ['the head of a PDF', '%PDF-1.7\n', 'doc-reader/damaged', { format: 'pdf' }],
    ['the head of a TIFF', 'II*\0\x08\0\0\0', 'doc-reader/damaged', { format: 'tiff' }],
    ['the head of a BMP', 'BM............\x28\0\0\0', 'doc-reader/damaged', { format: 'bmp' }],
  ])('%s', async (_, text, code, params) => {
    expect(await errorOf(Buffer.from(text, 'latin1'))).toEqual({ code, params });
  });

  it.each([
    ['a path to nothing', '/nowhere/at/all.pdf', 'ENOENT'],
    ['a folder', '/', 'EISDIR'],
  ])('%s', async (_, path, reason) => {
    const error = { code: 'doc-reader/unreadable-source', params: { reason } };
    expect(await reader.open(path)).toEqual({ ok: false, error });
  });

  it('a stream that breaks', async () => {
    async function* broken() {
      yield new Uint8Array(4);
      throw new Error('connection lost');
    }
    const error = { code: 'doc-reader/unreadable-source', params: { reason: 'stream' } };
    expect(await reader.open(broken())).toEqual({ ok: false, error });
  });
});

describe('too much', () => {
  it('bytes are not read to their end', async () => {
    let read = 0;
    async function* endless() {
      for (;;) {
        read++;
        yield new Uint8Array(1000);
      }
    }
    const small = createReader({ limits: { maxBytes: 10_000 } });
    const error = { code: 'doc-reader/too-many-bytes', params: { limitBytes: 10_000 } };
    expect(await small.open(endless())).toEqual({ ok: false, error });
    expect(read).toBe(11);
    expect(await errorOf(new Uint8Array(10_001), small)).toEqual(error);
    await small.close();
  });

  it('a stream that never answers ends with the signal', async () => {
    const stuck = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => {}) }) };
    const opening = reader.open(stuck, { signal: AbortSignal.timeout(20) });
    expect(await opening).toMatchObject({ error: { code: 'doc-reader/cancelled' } });
  });

  it('pixels in few bytes', async () => {
    const bomb = pngOfSize(30_000, 30_000);
    expect(bomb.length).toBeLessThan(2_000);
    const params = { widthPx: 30_000, heightPx: 30_000, limitPixels: 80_000_000 };
    expect(await errorOf(bomb)).toEqual({ code: 'doc-reader/too-many-pixels', params });
  });

  it('pixels in a bitmap', async () => {
    const header = Buffer.alloc(60);
    header.write('BM');
    header.writeUInt32LE(54, 10);
    header.writeUInt32LE(40, 14);
    header.writeInt32LE(2_000_000_000, 18);
    header.writeInt32LE(-2_000_000_000, 22);
    header.writeUInt16LE(24, 28);
    expect(await errorOf(header)).toMatchObject({ code: 'doc-reader/too-many-pixels' });
  });

  it('pages are left out', async () => {
    const source = await PDFDocument.create();
    for (let i = 0; i < 3000; i++) source.addPage([200, 200]);
    const document = unwrap(await reader.open(await source.save()));
    expect(document.pages).toHaveLength(20);
    expect(document.findings).toEqual([
      {
        code: 'doc-reader/pages-left-out',
        outcome: 'failed',
        severity: 'warning',
        params: { pages: 3000, limit: 20 },
        measured: { value: 3000, limit: 20, unit: 'pages' },
      },
    ]);
  });

  it('pages that are said to be there and are not', async () => {
    const loop = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>',
    ]);
    expect(await errorOf(loop)).toEqual({ code: 'doc-reader/damaged', params: { format: 'pdf' } });
    const none = rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']);
    expect(await errorOf(none)).toEqual({ code: 'doc-reader/no-pages', params: {} });
  });

  it.each([
    ['200 m wide and high', [566_929, 566_929]],
    ['a line', [9_999_999, 0.01]],
  ])('paper: %s', async (_, [width, height]) => {
    const document = unwrap(await reader.open(rawPdf(onePage(`/MediaBox [0 0 ${width} ${height}]`))));
    const page = firstPageOf(document);
    expect(page.widthPx * page.heightPx).toBeLessThanOrEqual(20_000_000);
    expect(unwrap(await page.readRaster({ dpi: 600, grey: true })).data.length).toBeLessThanOrEqual(
      80_000_000,
    );
  });
});

describe('a hostile PDF', () => {
  it('of objects nested 200,000 deep opens', async () => {
    const deep = rawPdf(onePage(`/MediaBox [0 0 200 200] /X ${'['.repeat(200_000)}${']'.repeat(200_000)}`));
    expect(await errorOf(deep)).toBeUndefined();
  });

  it('of forms within forms costs neither the process nor the next file', async () => {
    const careful = createReader({ limits: { maxPdfHeapBytes: 96 * 1024 * 1024, stepTimeoutMs: 10_000 } });
    const good = unwrap(await careful.open(await pdf([{ lines: ['Still here'] }])));
    expect(await errorOf(nestedForms(), careful)).toMatchObject({
      code: expect.stringMatching(/^doc-reader\/(too-much-memory|timed-out|damaged)$/),
    });
    // The thread that had this file open is gone: it is opened again in the next one.
    expect(unwrap(await firstPageOf(good).readText()).blocks[0]?.lines[0]?.text).toBe('Still here');
    expect(await errorOf(await pdf(), careful)).toBeUndefined();
    await careful.close();
  });

  it('that takes too long is stopped, and the next one is read', async () => {
    // 75 MB of pixels in a few kilobytes, unpacked and drawn again and again.
    const bomb = deflateSync(deflateSync(Buffer.alloc(5000 * 5000 * 3, 77))).toString('latin1');
    const picture = `/Type /XObject /Subtype /Image /Width 5000 /Height 5000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Interpolate true /Filter [/FlateDecode /FlateDecode]`;
    const page = '/MediaBox [0 0 200 200] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R';
    const drawn = 'q 200 0 0 200 0 0 cm /F Do Q '.repeat(400);
    const slow = rawPdf(onePage(page, stream('', drawn), stream(picture, bomb)));
    const hasty = createReader({ limits: { stepTimeoutMs: 700 } });
    const opened = await hasty.open(slow);
    const read = opened.ok ? await firstPageOf(opened.value).readRaster() : opened;
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'doc-reader/timed-out', params: { limitMs: 700 } },
    });
    await hasty.close();
  });
});

describe('a broken picture', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff', 'gif'] as const)(
    'cut off in the middle (%s) is damaged',
    async (format) => {
      const bytes = await textPicture().toFormat(format).toBuffer();
      const opened = await reader.open(bytes.subarray(0, bytes.length / 2));
      const read = opened.ok ? await firstPageOf(opened.value).readRaster({ maxSidePx: 300 }) : opened;
      expect(read).toEqual({ ok: false, error: { code: 'doc-reader/damaged', params: { format } } });
    },
  );
});

describe('a file that is two things', () => {
  it('is told: a picture that is an archive', async () => {
    const zip = Buffer.alloc(46 + 22);
    zip.writeUInt32LE(0x02014b50, 0);
    zip.writeUInt32LE(0x06054b50, 46);
    zip.writeUInt32LE(46, 46 + 12);
    const picture = await quarters().png().toBuffer();
    expect(unwrap(await reader.open(Buffer.concat([picture, zip]))).findings).toMatchObject([
      { code: 'doc-reader/second-format', severity: 'warning', params: { format: 'png', second: 'archive' } },
    ]);
  });

  it('is told: a GIF that is a PDF', async () => {
    const gif = await quarters().gif().toBuffer();
    const comment = Buffer.concat([Buffer.from('\x21\xfe\x09%PDF-1.7\n\0', 'latin1')]);
    const at = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);
    const both = Buffer.concat([gif.subarray(0, at), comment, gif.subarray(at)]);
    expect(unwrap(await reader.open(both)).findings).toMatchObject([
      { code: 'doc-reader/second-format', params: { format: 'gif', second: 'pdf' } },
    ]);
  });
});

/** A PNG that claims a size and holds next to nothing. */
function pngOfSize(widthPx: number, heightPx: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([1, 0], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const rows = deflateSync(Buffer.alloc(100_000));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
