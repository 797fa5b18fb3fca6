import { type Box, digestBytesSync, timestamp } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { classifyDocument } from './classify-document.js';
import { sketchedPage, sketchPage } from './testing.js';

it('names places on the page of the file, where a page was turned before it was read', async () => {
  const lines = [
    { text: "RELEVÉ D'IDENTITÉ BANCAIRE", height: 0.02 },
    'Titulaire du compte : Lucas MOREAU',
    'IBAN : FR76 3000 6000 0112 3456 7890 189',
    'BIC : AGRIFRPP',
  ];
  const page = sketchedPage(sketchPage(lines));
  const halfTurn = ({ x, y, width, height }: Box): Box => ({
    x: 1 - x - width,
    y: 1 - y - height,
    width,
    height,
  });
  const subject = digestBytesSync(new Uint8Array());
  const at = timestamp('2026-06-01T10:00:00Z');
  const upright = await classifyDocument({ pages: [page] }, { subject, at });
  const turned = await classifyDocument({ pages: [{ ...page, toFilePage: halfTurn }] }, { subject, at });

  expect(turned.value.kind).toBe('fr-bank-details');
  const mapped = upright.value.fields.map(({ where }) => halfTurn(where.box));
  expect(mapped.length).toBeGreaterThan(2);
  expect(turned.value.fields.map(({ where }) => where.box)).toEqual(mapped);
  expect(turned.value.evidence[0]?.where?.box).toEqual(
    halfTurn(upright.value.evidence[0]?.where?.box as Box),
  );
  const places = (findings: typeof turned.findings) => findings.flatMap(({ where }) => where?.box ?? []);
  expect(places(turned.findings)).toEqual(places(upright.findings).map(halfTurn));
});
