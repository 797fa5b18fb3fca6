import type { PageText } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { pageNumberOf } from './page-number.js';

const box = { x: 0, y: 0, width: 1, height: 1 };
function pageOf(...texts: string[]): PageText {
  const lines = texts.map((text) => ({ text, box, words: [] }));
  return { page: 0, source: 'ocr', blocks: [{ box, lines }] };
}

it.each([
  ['Page 2/3', { page: 2, of: 3 }],
  ['Seite 1 von 4', { page: 1, of: 4 }],
  ['page 3 sur 3', { page: 3, of: 3 }],
  ['Stadtwerke Ulm · Page 1 of 2', { page: 1, of: 2 }],
  ['- 2 / 5 -', { page: 2, of: 5 }],
])('%s is a page number', (text, number) => {
  expect(pageNumberOf(pageOf('Dear Sir', text))).toEqual(number);
});

it.each(['Le 12/05', '05/2026', 'Page 4/3', '2/3 of the price', 'IBAN 12/13', '0/2'])(
  '%s is none',
  (text) => {
    expect(pageNumberOf(pageOf(text))).toBeUndefined();
  },
);
