import { digestBytes, timestamp, unwrap } from '@dossierkit/core';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import { renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Classification, classifyDocument } from '../src/index.js';

const at = timestamp('2026-06-01T10:00:00Z');
let reader: Reader;

beforeAll(() => {
  reader = createReader({ ocrWorkers: 1 });
});
afterAll(() => reader.close());

async function classify(kind: SpecimenKind, medium: 'pdf' | 'scan', seed: number): Promise<Classification> {
  const { bytes } = await renderSpecimen(kind, {
    seed,
    medium,
    ...(medium === 'scan' ? { widthPx: 1300 } : {}),
  });
  const document = unwrap(await reader.open(bytes));
  const { value } = await classifyDocument(document, { subject: await digestBytes(bytes), at });
  document.close();
  return value;
}

it.each([
  ['passport', 'passport'],
  ['id-card-front', 'id-card-front'],
  ['id-card-back', 'id-card-back'],
  ['fr-id-card-old', 'fr-id-card-old'],
  ['residence-permit', 'residence-permit'],
  ['fr-tax-notice', 'fr-tax-notice'],
  ['fr-tax-declaration', 'fr-tax-declaration'],
  ['fr-tax-declaration-statement', 'fr-tax-declaration-statement'],
  ['fr-bank-details', 'fr-bank-details'],
  ['fr-payslip', 'fr-payslip'],
  ['fr-electricity-bill', 'fr-utility-bill'],
  ['fr-company-extract', 'fr-company-extract'],
  ['de-tax-notice', 'de-tax-notice'],
  ['de-tax-declaration', 'de-tax-declaration'],
  ['de-tax-prepayment-notice', 'de-tax-prepayment-notice'],
  ['de-bank-statement', 'de-bank-statement'],
  ['de-payslip', 'de-payslip'],
  ['de-registration-certificate', 'de-registration-certificate'],
  ['gb-utility-bill', 'gb-utility-bill'],
] as const)('knows a %s with a text layer', async (kind, expected) => {
  expect(await classify(kind, 'pdf', 41)).toMatchObject({ kind: expected, confident: true });
});

it('takes a letter for no kind at all', async () => {
  expect(await classify('letter', 'pdf', 41)).toMatchObject({ kind: 'unknown', confident: false });
});

it('tells a scanned declaration from a scanned notice, and stops reading before the end of the page', async () => {
  const [declaration, notice] = [
    await classify('fr-tax-declaration', 'scan', 42),
    await classify('fr-tax-notice', 'scan', 42),
  ];
  expect([declaration.kind, notice.kind]).toEqual(['fr-tax-declaration', 'fr-tax-notice']);
  expect(notice.reading[0]).toMatchObject({ source: 'ocr' });
  expect(notice.reading[0]?.share).toBeLessThan(1);
}, 120_000);
