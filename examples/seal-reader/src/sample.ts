import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type PlainDate, plainDate } from '@dossierkit/core';
import { createTrustStore, type TrustStore } from '@dossierkit/doc-authenticity';
import { createTestAuthority } from '@dossierkit/doc-authenticity/testing';
import { renderSpecimen } from '@dossierkit/specimens';
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

/** A tax notice with a seal of a made-up authority, the same after somebody changed an amount on it, and whom to trust. */
export interface Sample {
  readonly sealed: Uint8Array;
  readonly changed: Uint8Array;
  readonly trust: TrustStore;
}

/**
 * Makes the sample papers, so that there is something to look at without real ones.
 *
 * @param today the day on which the made-up authority says that nothing is revoked
 */
export async function createSample(today: PlainDate): Promise<Sample> {
  const authority = await createTestAuthority();
  const { bytes, truth } = await renderSpecimen('fr-tax-notice', {
    seed: 12,
    medium: 'pdf',
    person: { familyName: 'Martin', givenNames: ['Léa'] },
  });
  const { fields, lines } = truth;
  const content = await authority.issueSeal({
    signedOn: plainDate('2025-08-04'),
    fields: [
      ['45', fields.incomeYear ?? '2024'],
      ['41', String(Math.round(Number(fields.referenceIncome ?? 0)))],
      ['44', (fields.noticeReference ?? '').padEnd(13, '0').slice(0, 13)],
      // Seals are written in capitals without accents.
      ['46', 'LEA MARTIN'],
    ],
  });
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const page = pdf.getPage(0);
  const picture = await pdf.embedPng(await drawCode(content));
  page.drawImage(picture, { x: page.getWidth() - 210, y: 50, width: 66, height: 66 });
  const sealed = await pdf.save();
  const trust = createTrustStore({
    authorities: [authority.authority],
    certificates: [authority.certificate],
    revocation: () => authority.issueRevocationList(today),
  });
  const line = lines.find(({ field, page: at }) => field === 'referenceIncome' && at === 0);
  return { sealed, changed: await changeAmount(sealed, line?.box), trust };
}

/** What a person with a PDF program does: covers the amount and writes another over it. */
async function changeAmount(
  bytes: Uint8Array,
  box = { x: 0.6, y: 0.4, width: 0.1, height: 0.012 },
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes);
  const page = pdf.getPage(0);
  const { width, height } = page.getSize();
  const size = box.height * height;
  const place = { x: box.x * width - 1, y: (1 - box.y) * height - size * 1.15 };
  page.drawRectangle({ ...place, width: box.width * width + 2, height: size * 1.2, color: rgb(1, 1, 1) });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  page.drawText('98 765', { x: place.x + 1, y: place.y + size * 0.25, size: size * 0.95, font });
  return pdf.save();
}

async function drawCode(content: string): Promise<Buffer> {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
  const { symbol, error } = await writeBarcode(content, {
    format: 'DataMatrix',
    scale: 1,
    addQuietZones: false,
  });
  if (error) throw new Error(error);
  const { width, height, data } = symbol;
  return sharp(data, { raw: { width, height, channels: 1 } })
    .extend({ top: 2, bottom: 2, left: 2, right: 2, background: '#fff' })
    .resize({ width: (width + 4) * 8, kernel: 'nearest' })
    .png()
    .toBuffer();
}
