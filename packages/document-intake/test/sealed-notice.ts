import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type PlainDate, plainDate } from '@dossierkit/core';
import { createTrustStore, type TrustStore } from '@dossierkit/doc-authenticity';
import { createTestAuthority } from '@dossierkit/doc-authenticity/testing';
import { renderSpecimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

/** Pixels of one module: of a seal of about three centimetres on a scan of 200 dpi. */
const MODULE_PX = 4;

/** The scan of a tax notice with a seal at its head, which says 42 000 €, and the trust material that verifies it. */
export async function sealedNotice(day: PlainDate): Promise<{
  readonly input: Uint8Array;
  readonly trust: TrustStore;
  /** What is printed below the seal. */
  readonly printedIncome: string | undefined;
}> {
  const authority = await createTestAuthority();
  const trust = createTrustStore({
    authorities: [authority.authority],
    certificates: [authority.certificate],
    revocation: () => authority.issueRevocationList(day),
  });
  const content = await authority.issueSeal({
    signedOn: plainDate('2025-08-04'),
    fields: [
      ['45', '2024'],
      ['41', '42000'],
    ],
  });
  const code = await drawCode(content);
  const notice = await renderSpecimen('fr-tax-notice', { seed: 3, medium: 'scan', widthPx: 1654, at: day });
  const input = await sharp(notice.bytes)
    .composite([{ input: code, left: 1250, top: 60 }])
    .jpeg({ quality: 85 })
    .toBuffer();
  return { input, trust, printedIncome: notice.truth.fields.referenceIncome };
}

async function drawCode(content: string): Promise<Buffer> {
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
  const { symbol } = await writeBarcode(content, { format: 'DataMatrix', scale: 1, addQuietZones: false });
  const { width, height, data } = symbol;
  return sharp(Buffer.from(data), { raw: { width, height, channels: 1 } })
    .resize(width * MODULE_PX, height * MODULE_PX, { kernel: 'nearest' })
    .png()
    .toBuffer();
}
