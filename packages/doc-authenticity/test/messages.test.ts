import { LOCALES, renderMessage } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { messages } from '../src/index.js';

const params = {
  count: 2,
  authority: 'FR03',
  certificate: '0001',
  problem: 'list-stale',
  reason: 'encrypted',
  signedOn: '2025-08-04',
  id: '4Z',
  ids: ['41'],
  field: 'iban',
  changes: ['page-content', 'metadata'],
  created: '2025-08-04',
  modified: '2025-08-05',
  program: 'LibreOffice',
  writer: 'qpdf',
  covers: 'part',
  replaced: true,
  kind: 'FreeText',
  about: 'holder',
  format: 'ID-1',
};

it.each(LOCALES)('words everything in %s, and never with a hole', (locale) => {
  for (const code of Object.keys(messages[locale])) {
    for (const outcome of ['failed', 'inconclusive'] as const) {
      const { text, advice } = renderMessage(messages, { code, params, outcome }, locale);
      expect(`${text} ${advice}`, code).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
      expect(text.length, code).toBeGreaterThan(5);
      expect(advice.length, code).toBeGreaterThan(5);
    }
  }
});

it('never says that a document is genuine or forged', () => {
  const words = /authenti|genuin|fraud|forg|faux|fälsch|echt(?!e Dokument)/i;
  for (const locale of LOCALES) {
    for (const code of Object.keys(messages[locale])) {
      for (const outcome of ['passed', 'failed', 'inconclusive'] as const) {
        expect(renderMessage(messages, { code, params, outcome }, locale).text).not.toMatch(words);
      }
    }
  }
});
