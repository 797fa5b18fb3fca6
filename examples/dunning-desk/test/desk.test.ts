import { readFileSync } from 'node:fs';
import { timestamp } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { runDesk } from '../src/desk.js';
import { readCases } from '../src/read-cases.js';

const csv = readFileSync(new URL('../data/cases.csv', import.meta.url), 'utf8');

describe('the desk', () => {
  it('reads its file, and says what it could not read', () => {
    expect(readCases(csv).bad).toEqual([]);
    expect(readCases(csv).cases).toHaveLength(9);
    expect(readCases(`${csv}X,claim,K,,2026-02-31,1,EUR\n,,,\n`).bad).toEqual([
      { line: 11, why: '"2026-02-31" is not a day' },
      { line: 12, why: 'id or customer is missing' },
    ]);
  });

  it('writes outbox, call list, timeline and comparison', async () => {
    const files = await runDesk(readCases(csv).cases, {
      at: timestamp('2026-06-02T09:00:00Z'),
      locale: 'en',
      caseId: 'C-1004',
      onProgress: () => undefined,
    });
    const outbox = String(files['outbox.jsonl'])
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(outbox.map(({ caseId }) => caseId)).not.toContain('C-1004');
    expect(new Set(outbox.map(({ key }) => key)).size).toBe(outbox.length);
    expect(outbox.length).toBeGreaterThan(3);
    expect(String(files['calls.csv'])).toContain('C-1002,K-2,business');
    expect(String(files['calls.csv'])).not.toContain('C-1003');
    expect(String(files['timeline.txt'])).toContain('The customer promised to pay by 20 June 2026.');
    expect(String(files['comparison.html'])).toContain('<polyline');
    expect((files['calls.xlsx'] as Uint8Array).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});
