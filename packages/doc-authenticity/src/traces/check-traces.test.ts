import { digestBytesSync, plainDate } from '@dossierkit/core';
import { renderSpecimen } from '@dossierkit/specimens';
import {
  decodePDFRawStream,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFRawStream,
  PDFString,
  rgb,
  StandardFonts,
} from 'pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkTraces, type TraceFinding } from './check-traces.js';

const at = plainDate('2026-06-01');
let original: Uint8Array;

beforeAll(async () => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([400, 300]);
  const font = await pdf.embedFont(StandardFonts.TimesRoman);
  page.drawText('Net pay for May', { x: 40, y: 200, size: 12, font });
  page.drawText('1 234,56', { x: 250, y: 200, size: 12, font });
  pdf.setProducer('Payroll 7');
  pdf.setCreationDate(new Date('2026-05-30T08:00:00Z'));
  pdf.setModificationDate(new Date('2026-05-30T08:00:00Z'));
  original = await pdf.save({ useObjectStreams: false });
});

const failed = (bytes: Uint8Array): TraceFinding[] =>
  checkTraces(bytes, { subject: digestBytesSync(bytes), at }).findings.filter(
    ({ outcome, severity }) => outcome !== 'passed' && severity !== 'info',
  );

const codes = (bytes: Uint8Array): string[] => failed(bytes).map(({ code }) => code.split('/')[1] as string);

/** Adds objects to the end of a file, as programs do that save a change without writing the file anew. */
function append(bytes: Uint8Array, objects: Readonly<Record<number, string>>): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const [root] = /\/Root \d+ 0 R/.exec(text) ?? [];
  const [info] = /\/Info \d+ 0 R/.exec(text) ?? [];
  let body = `${text}\n`;
  let table = '';
  for (const [number, object] of Object.entries(objects)) {
    table += `${number} 1\n${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const start = body.length;
  body += `xref\n${table}trailer\n<< /Size 99 ${root} ${info} /Prev ${previous} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(body, 'latin1'));
}

/** Changes the content of the first page, as an editor of text would that knows how it is packed. */
function rewriteContent(pdf: PDFDocument, change: (content: string) => string): void {
  const page = pdf.getPage(0);
  const contents = page.node.normalizedEntries().Contents;
  for (let k = 0; k < (contents?.size() ?? 0); k++) {
    const stream = contents?.lookup(k);
    // The library adds streams of its own around those of the page.
    if (!(stream instanceof PDFRawStream)) continue;
    const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    contents?.set(k, pdf.context.register(pdf.context.flateStream(change(content))));
  }
}

describe('checkTraces', () => {
  it('notices nothing on a file that was only made', () => {
    expect(failed(original)).toEqual([]);
  });

  it('shows where text was covered and written anew', async () => {
    const pdf = await PDFDocument.load(original, { updateMetadata: false });
    const [page] = pdf.getPages();
    page?.drawRectangle({ x: 245, y: 195, width: 80, height: 16, color: rgb(1, 1, 1) });
    page?.drawText('9 234,56', { x: 250, y: 200, size: 12 });
    const [finding] = failed(await pdf.save());
    expect(finding).toMatchObject({ code: 'doc-authenticity/pdf-covered-text', params: { replaced: true } });
    const { x = 0, y = 0 } = finding?.where?.box ?? {};
    expect(x).toBeCloseTo(250 / 400, 1);
    expect(y).toBeCloseTo(1 - 212 / 300, 1);
  });

  it('tells what a later revision changed', () => {
    const page = /(\d+) 0 obj\s*<<\s*\/Type \/Page\b/.exec(Buffer.from(original).toString('latin1'));
    const other = append(original, {
      [Number(page?.[1])]:
        '<< /Type /Page /MediaBox [0 0 400 300] /Parent 2 0 R /Contents 90 0 R /Resources << >> >>',
      90: '<< /Length 21 >>\nstream\n0 g 50 50 20 20 re f \nendstream',
    });
    expect(failed(other)).toMatchObject([
      {
        code: 'doc-authenticity/pdf-updated',
        params: { revision: 1, changes: ['page-content'] },
        where: { page: 0 },
      },
    ]);
  });

  it('calls an update that changes nothing innocent', () => {
    const nothing = append(original, { 90: '<< /Just (an object) >>' });
    const report = checkTraces(nothing, { subject: digestBytesSync(nothing), at });
    expect(report.verdict).toBe('accept');
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'doc-authenticity/pdf-updated', outcome: 'passed' }),
    );
  });

  it('compares the days on which the file says it was made and changed', async () => {
    const pdf = await PDFDocument.load(original, { updateMetadata: false });
    pdf.setModificationDate(new Date('2026-06-02T20:00:00Z'));
    expect(codes(await pdf.save())).toEqual(['pdf-modified-later']);
  });

  it('knows programs for changing documents, and those that the issuer uses', async () => {
    const pdf = await PDFDocument.load(original, { updateMetadata: false });
    pdf.setProducer('Sejda 5.3');
    expect(codes(await pdf.save())).toEqual(['pdf-editor']);
  });

  it('takes a file that a tool only wrote again for untouched, and says so', () => {
    const text = Buffer.from(original).toString('latin1');
    const marked = text.replace(/%[\x80-\xff]{4}/, '%\xbf\xf7\xa2\xfe');
    const bytes = Uint8Array.from(Buffer.from(marked, 'latin1'));
    const { verdict, findings } = checkTraces(bytes, { subject: digestBytesSync(bytes), at });
    expect(verdict).toBe('accept');
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'doc-authenticity/pdf-rewritten',
        severity: 'info',
        params: { writer: 'qpdf', program: 'Payroll 7' },
      }),
    );
  });

  it('knows what programs for changing text leave in the content', async () => {
    const pdf = await PDFDocument.load(original, { updateMetadata: false });
    const touched = [PDFOperator.of('MP' as never, [PDFName.of('TouchUp_TextEdit')])];
    pdf.getPage(0).pushOperators(...touched);
    expect(codes(await pdf.save())).toEqual(['pdf-edited-content']);
    const other = await PDFDocument.load(original, { updateMetadata: false });
    other
      .getPage(0)
      .node.setFontDictionary(PDFName.of('FXF1'), (await other.embedFont(StandardFonts.Helvetica)).ref);
    expect(codes(await other.save())).toEqual(['pdf-edited-content']);
  });

  it('notices a table of parts that no longer fits', () => {
    const text = Buffer.from(original).toString('latin1').replace('endobj', 'endobj    ');
    expect(codes(Uint8Array.from(Buffer.from(text, 'latin1')))).toContain('pdf-structure');
  });

  it.each([
    ['nothing', ''],
    ['a header only', '%PDF-1.7\n'],
    [
      'a table that points to itself',
      '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF',
    ],
    [
      'an object that is its own length',
      '%PDF-1.4\n1 0 obj\n<< /Length 1 0 R >>\nstream\nendstream\nendobj\n',
    ],
  ])('answers %s without a throw', (_, text) => {
    const bytes = new TextEncoder().encode(text);
    expect(checkTraces(bytes, { subject: digestBytesSync(bytes), at }).verdict).toMatch(/review|accept/);
  });
});

describe('checkTraces on what lies over what', () => {
  it('shows words that were added to a finished page', async () => {
    const pdf = await PDFDocument.load(original, { updateMetadata: false });
    for (let line = 0; line < 12; line++) {
      pdf.getPage(0).drawText('a line of the page that was there before', {
        x: 40,
        y: 180 - 12 * line,
        size: 9,
        font: await pdf.embedFont(StandardFonts.TimesRoman),
      });
    }
    const page = await pdf.save();
    expect(failed(page)).toEqual([]);
    const again = await PDFDocument.load(page, { updateMetadata: false });
    again.getPage(0).drawText('paid', { x: 300, y: 150, size: 9 });
    expect(failed(await again.save())).toMatchObject([
      { code: 'doc-authenticity/pdf-added-text', where: { page: 0 } },
    ]);
  });

  it('shows what was drawn on a page that is a picture', async () => {
    const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#eee' } })
      .png()
      .toBuffer();
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([300, 300]);
    page.drawImage(await pdf.embedPng(picture), { x: 0, y: 0, width: 300, height: 300 });
    const scan = await pdf.save();
    expect(failed(scan)).toEqual([]);
    const again = await PDFDocument.load(scan, { updateMetadata: false });
    again.getPage(0).drawText('1 234', { x: 100, y: 150, size: 12 });
    expect(codes(await again.save())).toEqual(['pdf-drawn-on-picture']);
  });

  it('says that a page is one picture', async () => {
    const { bytes } = await renderSpecimen('letter', {
      seed: 1,
      medium: 'scan',
      format: 'pdf',
      widthPx: 300,
    });
    const { verdict, findings } = checkTraces(bytes, { subject: digestBytesSync(bytes), at });
    expect(verdict).toBe('accept');
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'doc-authenticity/pdf-page-is-picture',
        severity: 'info',
        where: { page: 0 },
      }),
    );
  });

  it('shows characters that a font of the file cannot have had yet', async () => {
    const { bytes } = await renderSpecimen('letter', { seed: 1, medium: 'pdf' });
    expect(failed(bytes)).toEqual([]);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const changed = (content: string): string => content.replace(/<00010002/, '<00120011');
    rewriteContent(pdf, changed);
    const found = failed(await pdf.save({ useObjectStreams: false }));
    expect(found.map(({ code }) => code)).toContain('doc-authenticity/pdf-glyph-order');
    expect(found[0]?.where?.box).toBeDefined();
  });

  it('notes a word that stands off its line', async () => {
    const page = async (lower: number): Promise<string[]> => {
      const pdf = await PDFDocument.create({ updateMetadata: false });
      const font = await pdf.embedFont(StandardFonts.Helvetica);
      const sheet = pdf.addPage([400, 300]);
      sheet.drawText('to be paid in', { x: 40, y: 150, size: 12, font });
      sheet.drawText('1234', { x: 120, y: 150 - lower, size: 12, font });
      const bytes = await pdf.save();
      return checkTraces(bytes, { subject: digestBytesSync(bytes), at })
        .findings.filter(({ outcome }) => outcome === 'failed')
        .map(({ code, severity }) => `${code.split('/')[1]} ${severity}`);
    };
    expect(await page(0)).toEqual([]);
    expect(await page(0.6)).toEqual(['pdf-word-offset info']);
  });

  it('holds text that is not shown against what was read from the pixels', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([400, 300]);
    page.pushOperators(
      PDFOperator.of('BT' as never),
      PDFOperator.of('Tr' as never, [PDFNumber.of(3)]),
      PDFOperator.of('Tf' as never, [
        page.node.newFontDictionary('F', (await pdf.embedFont(StandardFonts.Helvetica)).ref),
        PDFNumber.of(20),
      ]),
      PDFOperator.of('Td' as never, [PDFNumber.of(40), PDFNumber.of(100)]),
      PDFOperator.of('Tj' as never, [PDFString.of('1234567') as never]),
      PDFOperator.of('ET' as never),
    );
    const bytes = await pdf.save();
    const box = { x: 0.1, y: 0.6, width: 0.195, height: 0.07 };
    const read = (text: string): string[] => {
      const words = [{ text, box, confidence: 0.99 }];
      const readings = [
        { page: 0, source: 'ocr' as const, blocks: [{ box, lines: [{ text, box, words }] }] },
      ];
      return checkTraces(bytes, { subject: digestBytesSync(bytes), at, readings })
        .findings.filter(({ outcome }) => outcome === 'failed')
        .map(({ code }) => code);
    };
    expect(read('1234567')).toEqual([]);
    expect(read('1234961')).toEqual(['doc-authenticity/pdf-hidden-text']);
  });
});
