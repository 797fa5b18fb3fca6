import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Clock, plainDate, timestamp } from '@dossierkit/core';
import { createTrustStore } from '@dossierkit/doc-authenticity';
import { createTestAuthority, type SealDraftFields } from '@dossierkit/doc-authenticity/testing';
import { renderSpecimen, type Specimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { createIntake, createIntakePool, type IntakePool } from '../src/index.js';

const at = timestamp('2026-01-15T10:00:00Z');
const day = plainDate('2026-01-15');
const clock: Clock = { now: () => at };
const authority = await createTestAuthority();
const trust = createTrustStore({
  authorities: [authority.authority],
  certificates: [authority.certificate],
  revocation: () => authority.issueRevocationList(day),
});
let pool: IntakePool;
let notice: Specimen;

beforeAll(async () => {
  pool = createIntakePool({ workers: 1, warmUp: false, reader: { languages: ['fra'] } });
  notice = await renderSpecimen('fr-tax-notice', { seed: 3, medium: 'scan', widthPx: 1654, at: day });
});
afterAll(() => pool.close());

/** Pixels of one module: of a seal of about three centimetres on a scan of 200 dpi. */
const MODULE_PX = 4;

/** The scan of the notice with the seal of the authority printed at its head. */
async function sealed(fields: SealDraftFields): Promise<Uint8Array> {
  const content = await authority.issueSeal({ signedOn: plainDate('2025-08-04'), fields });
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
  const { symbol } = await writeBarcode(content, { format: 'DataMatrix', scale: 1, addQuietZones: false });
  const { width, height, data } = symbol;
  const code = await sharp(Buffer.from(data), { raw: { width, height, channels: 1 } })
    .resize(width * MODULE_PX, height * MODULE_PX, { kernel: 'nearest' })
    .png()
    .toBuffer();
  return sharp(notice.bytes)
    .composite([{ input: code, left: 1250, top: 60 }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

it('a scanned tax notice is believed in its seal: found by the worker, verified where the trust material is', async () => {
  const input = await sealed([
    ['45', '2024'],
    ['41', '42000'],
  ]);
  const intake = createIntake({ pool, clock, trust });
  const { value } = await intake.examine({ input }, { kinds: ['fr-tax-notice'] }).report;
  const { seal } = value.checks;
  expect(seal?.value.seals.map(({ status }) => status)).toEqual(['verified']);
  expect(value.steps).toContainEqual({ step: 'seal' });
  expect(value.kind).toBe('fr-tax-notice');
  expect(value.fields.find(({ name }) => name === 'referenceIncome')).toEqual({
    ...{ name: 'referenceIncome', from: 'seal' },
    value: { amountMinor: 4_200_000, currency: 'EUR' },
  });
  // The print says something else: somebody has to look at that.
  expect(notice.truth.fields.referenceIncome).not.toBe('42000.00');
  expect(seal?.verdict).toBe('review');
});
