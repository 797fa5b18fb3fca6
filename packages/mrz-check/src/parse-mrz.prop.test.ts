import { plainDate } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { ALPHABETS } from './layout.js';
import { MRZ_LAYOUTS } from './layouts.js';
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

test.prop([madeUpDocument()])(
  'each field holds what its alphabet has, and nothing else',
  ({ ...document }) => {
    const lines = formatMrz(document);
    for (const { line, start, end, alphabet } of MRZ_LAYOUTS[document.format].fields) {
      for (const character of (lines[line] as string).slice(start, end)) {
        expect(ALPHABETS[alphabet]).toContain(character);
      }
    }
  },
);

const GLYPHS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<';
/** What a character counts, modulo 10: no check digit can tell `<` from 0, or A from K. */
const worth = (character: string): number => (character === '<' ? 0 : GLYPHS.indexOf(character) % 10);

test.prop([madeUpDocument(), fc.nat(), fc.constantFrom(...GLYPHS)], { numRuns: 500 })(
  'in every format, a wrong character that some check digit can tell from the right one is found',
  (document, pick, glyph) => {
    const lines = formatMrz(document);
    const places = MRZ_LAYOUTS[document.format].checks.flatMap(({ line, at: column, over }) => [
      { line, column },
      ...over.flatMap(({ line: l, start, end }) =>
        Array.from({ length: end - start }, (_, i) => ({ line: l, column: start + i })),
      ),
    ]);
    const { line, column } = places[pick % places.length] as (typeof places)[number];
    const old = lines[line] as string;
    // A long number's check digit stands where a filler says so; changing that filler makes another document.
    fc.pre(!(document.documentNumber.length > 9 && line === 0 && column >= 14));
    fc.pre(worth(glyph) !== worth(old[column] as string));
    // A filler in the digit's place says that the number goes on elsewhere.
    fc.pre(!(glyph === '<' && column === (document.format === 'TD1' ? 14 : 9)));
    lines[line] = old.slice(0, column) + glyph + old.slice(column + 1);
    expect(parseMrz(lines, { at })).toMatchObject({ value: { valid: false } });
  },
);

test.prop([
  fc.oneof(
    fc.string({ maxLength: 500 }),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...`${GLYPHS}\n`), maxLength: 130 }),
  ),
])('any text gets an answer', (text) => {
  const result = parseMrz(text, { at });
  if (result.ok) expect(result.value.lines.join('')).toMatch(/^[A-Z0-9<]+$/);
  else expect(result.error.code).toMatch(/^mrz-check\/text-/);
});

test.each([
  ['the old French card', ['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6']],
  ['the French licence', ['D1FRA13AA000026181231MARTIN<<9']],
])('every wrong character of %s is found that some check digit can tell from the right one', (_, lines) => {
  lines.forEach((line, index) => {
    for (let column = 0; column < line.length; column++) {
      for (const glyph of GLYPHS) {
        // The beginning says which format it is, and with it which check digits there are.
        if (worth(glyph) === worth(line[column] as string) || (index === 0 && column < 5)) continue;
        const wrong = lines.with(index, line.slice(0, column) + glyph + line.slice(column + 1));
        const parsed = parseMrz(wrong, { at });
        expect([wrong, parsed.ok && parsed.value.valid]).toEqual([wrong, false]);
      }
    }
  });
});
