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

  it('answer for a day, and say where they end', () => {
    const table = rateTable('de-base');
    expect(rateOn(table, plainDate('2025-03-01'))?.percent).toBe('2.27');
    expect(rateOn(table, plainDate('2014-12-31'))).toBeUndefined();
    expect(rateOn(table, plainDate('2027-01-01'))?.isStale).toBe(true);
  });
});
