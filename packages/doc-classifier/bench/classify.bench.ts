import { digestBytes, timestamp, unwrap } from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import { test } from 'vitest';
import { classifyDocument } from '../src/index.js';

const at = timestamp('2026-06-01T10:00:00Z');

test('a text PDF of two pages, from bytes', async ({ bench }) => {
  const { bytes } = await renderSpecimen('fr-tax-notice', { seed: 3, medium: 'pdf' });
  const subject = await digestBytes(bytes);
  await using reader = createReader();
  await bench.compare(
    bench('open and read the text (baseline)', async () => {
      const document = unwrap(await reader.open(bytes));
      for (const page of document.pages) await page.readText();
      document.close();
    }),
    bench('open, read and classify', async () => {
      const document = unwrap(await reader.open(bytes));
      await classifyDocument(document, { subject, at });
      document.close();
    }),
  );
});
