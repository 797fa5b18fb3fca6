import { plainDate } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { parseMrz } from './parse-mrz.js';
import { formatMrz, madeUpDocument } from './testing.js';

const at = plainDate('2026-05-03');

test.prop([madeUpDocument()])('what was formatted is read again', (document) => {
  const lines = formatMrz(document);
  const result = parseMrz(lines, { at });
  if (!result.ok) throw new Error(result.error.code);
  const { fields, ...mrz } = result.value;
  const nameLength = { TD1: 30, TD2: 31, TD3: 39, 'MRV-A': 39, 'MRV-B': 31 }[document.format];
  const name = `${document.surname}<<${document.givenNames}`.slice(0, nameLength);
  expect(mrz).toMatchObject({ format: document.format, lines, valid: true });
  expect(fields).toMatchObject({
    issuingState: document.issuingState,
    nationality: document.nationality,
    documentNumber: document.documentNumber,
    birthDate: { date: document.birthDate },
    expiryDate: { date: document.expiryDate },
    sex: document.sex,
    optionalData: document.optionalData === '' ? [] : [document.optionalData],
    surname: name.split('<')[0]?.trim(),
    givenNames: (name.split('<<')[1] ?? '').trim(),
  });
});

const GLYPHS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';

test.prop([madeUpDocument('TD3'), fc.nat({ max: 43 }), fc.constantFrom(...GLYPHS)])(
  'a wrong character that the check digit can tell from the right one is found',
  (document, column, glyph) => {
    const [first, second] = formatMrz(document) as [string, string];
    const unprotected = (column >= 10 && column < 13) || column === 20;
    const worth = (character: string) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(character) % 10;
    // `<` and 0, or A and K, count the same: no check digit can tell them apart.
    fc.pre(
      !unprotected && worth(glyph.replace('<', '0')) !== worth((second[column] as string).replace('<', '0')),
    );
    const wrong = second.slice(0, column) + glyph + second.slice(column + 1);
    expect(parseMrz([first, wrong], { at })).toMatchObject({ value: { valid: false } });
  },
);

test.prop([
  fc.oneof(
    fc.string({ maxLength: 500 }),
    fc.string({ unit: fc.constantFrom(...`${GLYPHS}\n`), maxLength: 130 }),
  ),
])('any text gets an answer', (text) => {
  const result = parseMrz(text, { at });
  if (result.ok) expect(result.value.lines.join('')).toMatch(/^[A-Z0-9<]+$/);
  else expect(result.error.code).toMatch(/^mrz-check\/text-/);
});
