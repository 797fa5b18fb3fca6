import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { money, unwrap } from '@dossierkit/core';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import {
  drawEpcQr,
  drawSwissQr,
  type EpcTransfer,
  encodeEpcQr,
  encodeSwissQr,
  type SwissQrBill,
} from './index.js';

beforeAll(async () => {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true });
});

/** What a reader makes of the picture, as a phone would see it. */
async function readBack(svg: string) {
  const png = await sharp(Buffer.from(svg)).resize(800, 800).png().toBuffer();
  const [code] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'] });
  return code;
}

const transfer: EpcTransfer = {
  name: 'Müller & Söhne GmbH',
  iban: 'DE89370400440532013000',
  amount: money(123_45, 'EUR'),
  reference: 'RF18539007547034',
};
const bill: SwissQrBill = {
  iban: 'CH4431999123000889012',
  creditor: {
    name: 'Muster AG',
    street: 'Gasse',
    buildingNumber: '1',
    postalCode: '8001',
    city: 'Zürich',
    country: 'CH',
  },
  debtor: { name: 'Léa Rossi', postalCode: '1200', city: 'Genève', country: 'CH' },
  currency: 'CHF',
  amount: money(1949_75, 'CHF'),
  reference: '210000000003139471430009017',
  message: 'Rechnung vom 15.06.2026',
};

describe('drawn payment codes', () => {
  it('say what was encoded', async () => {
    const code = await readBack(unwrap(drawEpcQr(transfer)));
    expect([code?.text, code?.ecLevel]).toEqual([unwrap(encodeEpcQr(transfer)), 'M']);
  });

  it('can be read although the Swiss cross covers their middle', async () => {
    const code = await readBack(unwrap(drawSwissQr(bill)));
    expect([code?.text, code?.ecLevel]).toEqual([unwrap(encodeSwissQr(bill)), 'M']);
  });

  it('have the prescribed size: 46 mm, and 5 mm around', () => {
    expect(unwrap(drawSwissQr(bill))).toContain('width="56mm" height="56mm" viewBox="0 0 56 56"');
  });

  it('are refused as their texts are, and where their letters would be others', () => {
    expect(drawEpcQr({ ...transfer, text: 'x' })).toMatchObject({ ok: false });
    expect(drawSwissQr({ ...bill, currency: 'EUR' })).toMatchObject({ ok: false });
    expect(drawEpcQr({ ...transfer, charset: 2 })).toMatchObject({
      ok: false,
      error: { code: 'claim-account/field-invalid' },
    });
    expect(drawEpcQr({ ...transfer, charset: 2, name: 'Mueller' }).ok).toBe(true);
  });
});
