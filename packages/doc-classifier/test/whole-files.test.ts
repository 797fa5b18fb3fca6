import { digestBytesSync, type TextPage, timestamp, unwrap } from '@dossierkit/core';
import { straightenPage } from '@dossierkit/doc-quality';
import { type Raster, rotate90 } from '@dossierkit/doc-raster';
import { createReader, type Page, type Reader } from '@dossierkit/doc-reader';
import { renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Classification, classifyDocument } from '../src/index.js';

const at = timestamp('2026-06-01T10:00:00Z');
const subject = digestBytesSync(new Uint8Array());
let reader: Reader;

beforeAll(() => {
  reader = createReader({ ocrWorkers: 1 });
});
afterAll(() => reader.close());

async function open(
  kind: SpecimenKind,
  medium: 'pdf' | 'scan',
  seed: number,
  widthPx = 1300,
): Promise<readonly Page[]> {
  const { bytes } = await renderSpecimen(kind, { seed, medium, ...(medium === 'scan' ? { widthPx } : {}) });
  return unwrap(await reader.open(bytes)).pages;
}

async function classify(pages: readonly TextPage[]): Promise<Classification> {
  return (await classifyDocument({ pages }, { subject, at })).value;
}

/** One file out of the pages of several. */
const inOneFile = (...files: readonly (readonly Page[])[]): TextPage[] =>
  files.flat().map((page, index) => ({
    index,
    hasTextLayer: page.hasTextLayer,
    readText: async (options) => {
      const read = await page.readText(options);
      return read.ok ? { ok: true, value: { ...read.value, page: index } } : read;
    },
  }));

const rasterOf = async (page: Page | undefined): Promise<Raster> => unwrap(await (page as Page).readRaster());

/** White A4 paper with pictures lying on it. */
function onOneSheet(pictures: readonly { raster: Raster; x: number; y: number }[], widthPx: number): Raster {
  const heightPx = Math.round(widthPx * Math.SQRT2);
  const data = new Uint8Array(widthPx * heightPx * 3).fill(255);
  for (const { raster, x, y } of pictures) {
    for (let row = 0; row < raster.heightPx; row++) {
      const line = raster.data.subarray(row * raster.widthPx * 3, (row + 1) * raster.widthPx * 3);
      data.set(line, ((y + row) * widthPx + x) * 3);
    }
  }
  return { widthPx, heightPx, channels: 3, data };
}

it('splits a file into the documents it holds, with the pages of each', async () => {
  const files = [
    await open('fr-payslip', 'pdf', 51),
    await open('fr-tax-notice', 'pdf', 52),
    await open('fr-electricity-bill', 'pdf', 53),
  ];
  const { documents } = await classify(inOneFile(...files));
  let next = 0;
  const pages = files.map((file) => file.map(() => next++));
  expect(documents.map((document) => [document.kind, document.pages])).toEqual([
    ['fr-payslip', pages[0]],
    ['fr-tax-notice', pages[1]],
    ['fr-utility-bill', pages[2]],
  ]);
});

it('tells three payslips in one file apart, as each is of another month', async () => {
  const months = ['2026-03', '2026-04', '2026-05'];
  const files = await Promise.all(
    months.map(async (month) => {
      const { bytes } = await renderSpecimen('fr-payslip', {
        seed: 54,
        medium: 'pdf',
        issuedOn: `${month}-28` as never,
      });
      return unwrap(await reader.open(bytes)).pages;
    }),
  );
  const { documents } = await classify(inOneFile(...files));
  expect(documents.map(({ kind }) => kind)).toEqual(months.map(() => 'fr-payslip'));
  expect(documents.map(({ age }) => age?.value)).toEqual(months);
});

it('finds both sides of a card on one scanned sheet, each in its own part', async () => {
  const sides = await Promise.all(
    (['id-card-front', 'id-card-back'] as const).map(async (kind) =>
      rasterOf((await open(kind, 'scan', 55, 900))[0]),
    ),
  );
  const sheet = onOneSheet(
    [
      { raster: sides[0] as Raster, x: 300, y: 200 },
      { raster: sides[1] as Raster, x: 300, y: 1200 },
    ],
    1654,
  );
  const [blank] = await open('blank', 'scan', 1, 400);
  const page = (blank as Page).withRaster({ raster: sheet });
  const { documents } = await classify([page]);
  expect(documents.map(({ kind, confident }) => [kind, confident])).toEqual([
    ['id-card-front', true],
    ['id-card-back', true],
  ]);
  const [front, back] = documents.map(({ region }) => region);
  expect(front?.y).toBe(0);
  expect((front?.y ?? 1) + (front?.height ?? 1)).toBeLessThanOrEqual(back?.y ?? 0);
}, 60_000);

it.each([1, 2, 3])(
  'knows a scan that lies %i quarter turns round, once it is straightened',
  async (turns) => {
    const [page] = await open('fr-bank-details', 'scan', 56);
    const turned = (page as Page).withRaster({ raster: rotate90(await rasterOf(page), turns) });
    const upright = turned.withRaster(straightenPage({ raster: await rasterOf(turned), origin: 'picture' }));
    const { kind, confident, fields } = await classify([upright]);
    expect({ kind, confident }).toEqual({ kind: 'fr-bank-details', confident: true });
    expect(fields.find(({ name }) => name === 'iban')?.checkDigits).toBe(true);
  },
  60_000,
);
