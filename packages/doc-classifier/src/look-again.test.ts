import { type Box, digestBytesSync, type TextPage, timestamp } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { classifyDocument } from './classify-document.js';
import { sketchedPage, sketchPage } from './testing.js';

const options = { subject: digestBytesSync(new Uint8Array()), at: timestamp('2026-06-01T10:00:00Z') };
const RIGHT = 'FR76 3000 6000 0112 3456 7890 189';
const linesWith = (iban: string): string[] => [
  "RELEVÉ D'IDENTITÉ BANCAIRE",
  'Titulaire du compte : Jeanne Morel',
  `IBAN ${iban}`,
];

/** A scan whose number is read one way with the page around it, another way alone, and a third way with the lines around it. */
function scanOf(first: string, alone: string, inStrip = alone): TextPage & { readonly small: Box[] } {
  const small: Box[] = [];
  const read = (iban: string) => sketchedPage(sketchPage(linesWith(iban), { source: 'ocr' }));
  return {
    index: 0,
    hasTextLayer: false,
    small,
    readText: async (how = {}) => {
      const { region } = how;
      if (!region || region.height > 0.3) return read(first).readText(how);
      small.push(region);
      return read(region.width < 1 ? alone : inStrip).readText(how);
    },
  };
}
const ibanOf = async (page: TextPage) =>
  (await classifyDocument({ pages: [page] }, options)).value.fields.find(({ name }) => name === 'iban');

it('reads a number again whose check digits disagree, and takes it where they agree then', async () => {
  const page = scanOf(RIGHT.replace('0112', '8112'), RIGHT);
  expect(await ibanOf(page)).toMatchObject({ value: RIGHT.replaceAll(' ', ''), checkDigits: true });
  expect(page.small).toHaveLength(1);
});

it('reads the lines around it, too, where the number alone is read no better', async () => {
  const page = scanOf(RIGHT.replace('0112', '8112'), RIGHT.replace('0112', '9112'), RIGHT);
  expect(await ibanOf(page)).toMatchObject({ value: RIGHT.replaceAll(' ', ''), checkDigits: true });
  expect(page.small.map(({ width }) => width < 1)).toEqual([true, false]);
});

it('keeps the first reading where the others are no better, and looks once where all is well', async () => {
  const [first, second] = [RIGHT.replace('0112', '8112'), RIGHT.replace('0112', '9112')];
  expect(await ibanOf(scanOf(first, second))).toMatchObject({
    value: first.replaceAll(' ', ''),
    checkDigits: false,
  });
  const page = scanOf(RIGHT, '');
  expect(await ibanOf(page)).toMatchObject({ checkDigits: true });
  expect(page.small).toEqual([]);
});
