import { LOCALES, renderMessage } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { messages } from '../src/index.js';

const params = {
  reason: 'r',
  limit: 5,
  verifier: 'v',
  dossier: 'd1',
  entries: 3,
  sequence: 2,
  index: 0,
  checkpoint: 1,
  anchor: 'file',
  from: 1,
  to: 2,
  name: 'name',
  erasableFrom: '2032-01-01',
  rule: 'GwG § 8 (4)',
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
