import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { plainDate } from '@dossierkit/core';
import { describe, expect, it } from 'vitest';
import { rateOn, rateTable } from '../src/index.js';

describe('rate tables', () => {
  it('are what the script makes of the data', () => {
    const script = fileURLToPath(new URL('../scripts/generate-rates.ts', import.meta.url));
    const run = spawnSync(process.execPath, ['--import', 'tsx', script, '--check'], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
  });

  it('have the Austrian base rate that follows from the rate of the ECB', () => {
    // 1. Euro-JuBeG Art. I § 1: it moves with the main refinancing rate, once that has moved by half a point in all. On 8 May 2013,
    // where the table begins, the ECB's rate was 0.50 %.
    let [base, reference] = [-12, 50];
    const derived: { from: string; percent: string }[] = [{ from: '2013-05-08', percent: '-0.12' }];
    for (const { from, percent } of rateTable('ecb-refi').rates) {
      const rate = Math.round(Number(percent) * 100);
      if (Math.abs(rate - reference) < 50) continue;
      base += rate - reference;
      reference = rate;
      derived.push({ from, percent: (base / 100).toFixed(2) });
    }
    expect(rateTable('at-base').rates).toEqual(derived);
  });

  it('answer for a day, and say where they end', () => {
    const table = rateTable('de-base');
    expect(rateOn(table, plainDate('2025-03-01'))?.percent).toBe('2.27');
    expect(rateOn(table, plainDate('2014-12-31'))).toBeUndefined();
    expect(rateOn(table, plainDate('2027-01-01'))?.isStale).toBe(true);
  });
});
