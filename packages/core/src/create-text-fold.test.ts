import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { createTextFold } from './create-text-fold.js';

const fold = createTextFold({ '’': "'", я: 'ia' });

it.each([
  ['Lefèvre', 'lefevre'],
  ['LEFE\u0300VRE', 'lefevre'],
  ['Le\u200Bfe\u00ADvre\uFE0F', 'lefevre'],
  ['Straße ŁÓDŹ', 'strasse lodz'],
  ['L’Haÿ Œuvre', "l'hay oeuvre"],
  ['Яна', 'iaна'],
  ['𝐏𝐀𝐘', 'pay'],
  ['İSTANBUL ŉ', 'istanbul ʼn'],
  ['plain 12-3', 'plain 12-3'],
  ['', ''],
])('folds %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'aZéßİŉǅﬁ’я\u0300\u200B\u0345Ω𝐏'), maxLength: 20 }),
);

test.prop([anyText])('folding twice changes nothing', (text) => {
  expect(fold(fold(text))).toBe(fold(text));
});

test.prop([anyText])('the canonical form does not matter', (text) => {
  expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
});

test.prop([fc.string({ unit: fc.integer({ min: 0, max: 0x17f }).map((code) => String.fromCharCode(code)) })])(
  'the table of Latin letters says what the long way says',
  (text) => {
    // A character beyond the table makes the whole text go the long way.
    expect(`${fold(text)}☂`).toBe(fold(`${text}☂`));
  },
);
