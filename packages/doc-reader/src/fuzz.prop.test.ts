import { fc } from '@fast-check/vitest';
import { afterAll, describe, expect, it } from 'vitest';
import { changes, goodFiles, mutate, readAll } from '../test/fuzz.js';
import { createReader } from './create-reader.js';

const SEED = 20_260_117;

const files = await goodFiles();
const reader = createReader({ limits: { maxPixels: 4_000_000, maxPdfHeapBytes: 128 * 1024 * 1024 } });
afterAll(() => reader.close());

/** 2,000 in all; each HEIC file costs a thread. */
const runsOf = (name: string): number => (name === 'heic' ? 20 : 220);

describe(`files broken at random, seed ${SEED}`, () => {
  it.each(Object.entries(files))('%s: they give pages or a coded error', async (name, file) => {
    if (name !== 'nested') expect(await readAll(reader, file)).toBe('read');
    const holds = fc.asyncProperty(changes(), async (list) => {
      await readAll(reader, mutate(file, list));
    });
    await fc.assert(holds, { seed: SEED, numRuns: runsOf(name), endOnFailure: true });
  });
});
