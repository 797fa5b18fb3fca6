import { LOCALES, renderMessage } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { messages } from '../src/index.js';

const params = {
  kind: 'cat',
  accepted: ['passport'],
  validUntil: '2026-05-04',
  month: '2026-03',
  first: '2026-01',
  last: '2026-04',
  checkHours: 24,
  reason: 'unreadable',
  type: 'x',
  path: 'a.b',
  problem: 'missing',
  event: 'handed-in',
  state: 'active',
  question: 'q',
  requirement: 'identity',
  submission: 's',
  limit: 100,
  proposal: 'p',
  requirements: ['a', 'b'],
  timer: 't',
  dueAt: '2026-05-04T08:00:00.000Z',
  expected: 'e',
  actual: 'a',
  label: { en: 'Identity' },
  missing: 2,
};

it.each(LOCALES)('words everything in %s, and never with a hole', (locale) => {
  for (const code of Object.keys(messages[locale])) {
    const { text, advice } = renderMessage(messages, { code, params }, locale);
    expect(`${text} ${advice}`, code).not.toMatch(/undefined|\[object|NaN|Invalid Date/);
    expect(text.length, code).toBeGreaterThan(5);
    expect(advice.length, code).toBeGreaterThan(5);
  }
});
