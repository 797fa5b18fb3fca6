import { LOCALES, renderMessage } from '@dossierkit/core';
import { expect, it } from 'vitest';
import { messages } from './index.js';

/** One value for each name of a parameter that a message may have. */
const params = {
  seq: 7,
  lateMs: 61_000,
  row: 3,
  field: 'team',
  item: 'm1',
  state: 'paused',
  advisor: 'ana',
  chain: ['ana', 'bob', 'ana'],
  load: 2,
  capacity: 3,
  why: 'priority-router/away',
  limit: 5,
  dueAt: '2026-06-01T09:00:00.000Z',
  doneAt: '2026-06-01T09:30:00.000Z',
  late: true,
  path: 'weights.reasons',
  part: 'loan',
  version: 4,
  owner: 'bob',
  team: 'north',
  branch: 'south',
  until: '2026-06-01T12:00:00.000Z',
  skills: ['loans', 'law'],
  language: 'fr',
  count: 2,
  windowMinutes: 60,
  flag: 'legal',
};
/** What makes a message choose other words. */
const variants = [
  params,
  { ...params, late: false, until: null, flag: null, state: 'delegated', skills: ['law'] },
];
const codes = Object.keys(messages.en);

it.each(LOCALES)('every message can be rendered in %s, with what it is about', (locale) => {
  expect(Object.keys(messages[locale]).sort()).toEqual([...codes].sort());
  for (const code of codes) {
    for (const variant of variants) {
      const { text, advice } = renderMessage(messages, { code, params: variant }, locale);
      expect(text, code).not.toBe('');
      expect(`${text} ${advice}`, code).not.toMatch(/undefined|NaN|\[object|Invalid/);
    }
  }
});

it('no two languages say the same', () => {
  for (const code of codes) {
    const texts = LOCALES.map((locale) => renderMessage(messages, { code, params }, locale).text);
    expect(new Set(texts).size, code).toBe(LOCALES.length);
  }
});

it('every finding comes with advice in every language', () => {
  const reasons =
    /\/(is-|stands|serves|reserved|away|on-leave|other|lacks|at-cap|assignment|excluded|in-hand|waits)/;
  for (const locale of LOCALES) {
    for (const code of codes.filter((each) => !reasons.test(each))) {
      expect(renderMessage(messages, { code, params }, locale).advice, `${locale} ${code}`).not.toBe('');
    }
  }
});
