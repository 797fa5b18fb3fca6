import { type Clock, type PlainDate, plainDate, timestamp } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import { type RenderSpecimenOptions, renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createIntake, type Intake, type SetReport } from '../src/index.js';

// Threads and text recognition take their time where other programs want the processors, too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const at = timestamp('2026-05-10T08:30:00Z');
const day = plainDate('2026-05-10');
const clock: Clock = { now: () => at };
let reader: Reader;
let intake: Intake;

beforeAll(() => {
  reader = createReader({ ocrWorkers: 1, languages: ['fra'] });
  intake = createIntake({ reader, clock });
});
afterAll(() => reader.close());

async function paper(kind: SpecimenKind, options: Partial<RenderSpecimenOptions>): Promise<Uint8Array> {
  return (await renderSpecimen(kind, { seed: 7, country: 'FR', medium: 'pdf', at: day, ...options })).bytes;
}

const asFiles = (bytes: readonly Uint8Array[]): { input: Uint8Array }[] => bytes.map((input) => ({ input }));

/** What the set says about its parts: `code about outcome`. */
function said({ findings }: SetReport): string[] {
  return findings.flatMap(({ code, outcome, params }) => {
    if (!code.startsWith('document-intake/') && code !== 'doc-classifier/payslips-complete') return [];
    return [[code.split('/')[1], 'about' in params && params.about, outcome].filter(Boolean).join(' ')];
  });
}

describe('both sides of a card', () => {
  const sides = (back: Partial<RenderSpecimenOptions> = {}): Promise<Uint8Array[]> =>
    Promise.all([paper('id-card-front', {}), paper('id-card-back', back)]);

  it('are of the same card', async () => {
    const report = await intake.examineSet(asFiles(await sides()), { type: 'card' }).report;
    expect(said(report)).toEqual([
      'parts-agree document-number passed',
      'parts-agree name passed',
      'parts-agree birth-date passed',
    ]);
    expect(report.value.parts.map(({ kind }) => kind)).toEqual(['id-card-front', 'id-card-back']);
  });

  it('are of two cards, or one is missing', async () => {
    const [front, other] = (await sides({ seed: 8 })) as [Uint8Array, Uint8Array];
    const two = await intake.examineSet(asFiles([front, other]), { type: 'card' }).report;
    expect(two.verdict).not.toBe('accept');
    expect(said(two)).toContain('parts-agree document-number failed');
    const one = await intake.examineSet(asFiles([front, front]), { type: 'card' }).report;
    expect(said(one)).toEqual(['sent-twice failed', 'side-missing failed']);
    expect(one.value.next?.code).toBe('document-intake/side-missing');
  });
});

describe('payslips', () => {
  const slip = (issuedOn: string, seed = 7): Promise<Uint8Array> =>
    paper('fr-payslip', { seed, issuedOn: issuedOn as PlainDate });

  it('of three months in a row are complete', async () => {
    const slips = await Promise.all(['2026-02-28', '2026-03-31', '2026-04-30'].map((on) => slip(on)));
    const report = await intake.examineSet(asFiles(slips), { type: 'payslips' }).report;
    expect(said(report)).toEqual([
      'payslips-complete passed',
      'parts-agree name passed',
      'parts-agree employer passed',
    ]);
  });

  it('of somebody else, or with a gap, are not', async () => {
    const slips = await Promise.all([slip('2026-02-28'), slip('2026-04-30', 9)]);
    const report = await intake.examineSet(asFiles(slips), { type: 'payslips' }).report;
    expect(said(report)).toContain('payslips-complete failed');
    expect(said(report)).toContain('parts-agree name failed');
    expect(report.verdict).not.toBe('accept');
  });
});

it('one PDF that holds several documents is split, and each is taken for what it is', async () => {
  const whole = await PDFDocument.create();
  for (const kind of ['fr-bank-details', 'fr-payslip', 'fr-electricity-bill'] as const) {
    const one = await PDFDocument.load(await paper(kind, {}));
    for (const page of await whole.copyPages(one, one.getPageIndices())) whole.addPage(page);
  }
  const wanted = [
    { id: 'account', kinds: ['fr-bank-details'] },
    { id: 'address', kinds: ['fr-utility-bill'] },
    { id: 'income', kinds: ['fr-tax-notice'] },
  ];
  const { value } = await intake.examineSet([{ input: await whole.save() }], { type: 'bundle', wanted })
    .report;
  expect(value.parts.map(({ kind, pages }) => [kind, pages])).toEqual([
    ['fr-bank-details', [0]],
    ['fr-payslip', [1]],
    ['fr-utility-bill', [2]],
  ]);
  expect(value.assigned).toEqual({ account: 0, address: 2 });
  expect(value.next).toMatchObject({
    code: 'document-intake/document-missing',
    params: { wanted: 'income' },
  });
});

it('several photos of one letter are put in order by what is printed on them', async () => {
  const photos = await Promise.all([2, 1].map((page) => photoOfPage(page, 2)));
  const complete = await intake.examineSet(asFiles(photos), { type: 'letter' }).report;
  expect(complete.value.order).toEqual([1, 0]);
  expect(said(complete)).toEqual(['pages-complete passed']);
});

/** One page of a letter as a scanner sees it: no text, only pixels. */
async function photoOfPage(page: number, of: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const sheet = document.addPage([595, 842]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const write = (text: string, y: number): void => sheet.drawText(text, { x: 70, y, size: 14, font });
  write('Ville de Lyon, service des eaux', 780);
  write('Veuillez noter ce qui suit.', 700);
  write(`Page ${page} sur ${of}`, 50);
  const opened = await reader.open(await document.save());
  if (!opened.ok) throw new Error(opened.error.code);
  using scanned = opened.value;
  const raster = await scanned.pages[0]?.readRaster({ dpi: 120 });
  if (!raster?.ok) throw new Error('not drawn');
  const { data, widthPx, heightPx, channels } = raster.value;
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } })
    .jpeg()
    .toBuffer();
}
