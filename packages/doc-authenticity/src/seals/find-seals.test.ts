import { plainDate } from '@dossierkit/core';
import { type GreyRaster, gaussianBlur, rotate } from '@dossierkit/doc-raster';
import { describe, expect, it } from 'vitest';
import { blankPage, drawCode, printCode } from '../../test/print-code.js';
import { readBarcodeWasm } from '../node.js';
import { createTestAuthority } from '../testing.js';
import { findSeals } from './find-seals.js';

const authority = await createTestAuthority();
const wasm = await readBarcodeWasm();
const content = await authority.issueSeal({
  signedOn: plainDate('2025-08-04'),
  fields: [
    ['45', '2024'],
    ['44', '2544A32951234'],
    ['41', '42000'],
    ['46', 'MARTIN LEA'],
    ['4Y', '12 RUE DES LILAS/75011/PARIS'],
  ],
});
const code = await drawCode(content);

function page(dpi: number): GreyRaster {
  return printCode(blankPage(dpi), code, { xMm: 150, yMm: 20, sizeMm: 24, dpi });
}

describe('findSeals', () => {
  it.each([150, 200, 300])('finds a seal of 24 mm on a page at %i dpi, and says where', async (dpi) => {
    const found = await findSeals(page(dpi), { wasm, page: 2 });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      seal: { ok: true, value: { authority: 'XX01', documentType: '04' } },
      where: { page: 2 },
    });
    const box = found[0]?.where.box;
    expect(box?.x).toBeCloseTo(150 / 210, 1);
    expect(box?.y).toBeCloseTo(20 / 297, 1);
    expect(box?.width).toBeCloseTo(24 / 210, 1);
  });

  it.each([7, 45, 90, 173, 270])('finds it at %i degrees, a little soft', async (degrees) => {
    const turned = rotate(gaussianBlur(page(200), 0.7), degrees, { fill: 255 });
    expect((await findSeals(turned, { wasm })).map((one) => one.seal.ok)).toEqual([true]);
  });

  it('finds two, from top to bottom, and leaves out codes that are something else', async () => {
    const second = await drawCode(
      await authority.issueSeal({ signedOn: plainDate('2025-08-04'), fields: [['45', '2023']] }),
    );
    const other = await drawCode('https://example.org/parcel/1234567890');
    let sheet = printCode(page(200), second, { xMm: 20, yMm: 200, sizeMm: 22, dpi: 200 });
    sheet = printCode(sheet, other, { xMm: 20, yMm: 100, sizeMm: 15, dpi: 200 });
    const found = await findSeals(sheet, { wasm });
    expect(found.map(({ seal }) => seal.ok && seal.value.fields[0]?.value)).toEqual(['2024', '2023']);
  });

  it('reads pictures in colour, and finds nothing on a blank page', async () => {
    const grey = page(200);
    const data = Uint8Array.from(
      { length: grey.data.length * 3 },
      (_, i) => grey.data[Math.floor(i / 3)] as number,
    );
    expect(await findSeals({ ...grey, channels: 3, data }, { wasm })).toHaveLength(1);
    expect(await findSeals(blankPage(100), { wasm })).toEqual([]);
  });
});
