import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readmeWithTable } from './write-package-table.mjs';

it('the README lists every package with its own description', () => {
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toBe(readmeWithTable());
});
