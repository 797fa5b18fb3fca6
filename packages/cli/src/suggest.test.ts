import { expect, it } from 'vitest';
import { suggest } from './suggest.js';

const names = ['check', 'quality', 'mrz', 'classify', 'traces'];

it.each([
  ['mzr', 'mrz'],
  ['MRZ', 'mrz'],
  ['qualtiy', 'quality'],
  ['clasify', 'classify'],
  ['chek', 'check'],
  ['trace', 'traces'],
  ['fly', undefined],
  ['', undefined],
  ['x'.repeat(1_000_000), undefined],
])('takes %.12j for %j', (typed, meant) => {
  expect(suggest(typed, names)).toBe(meant);
});
