// Longer fuzzing than the tests have time for:
//   node --import tsx --conditions=@dossierkit/source packages/doc-reader/scripts/fuzz.ts [runs a format] [seed]
import { fc } from '@fast-check/vitest';
import { createReader } from '../src/index.js';
import { changes, goodFiles, mutate, readAll } from '../test/fuzz.js';

const [runs = '2000', seed = String(Math.floor(Math.random() * 2 ** 31))] = process.argv.slice(2);
console.log(`seed ${seed}, ${runs} runs a format`);
await using reader = createReader({ limits: { maxPixels: 4_000_000 } });
for (const [name, file] of Object.entries(await goodFiles())) {
  const outcomes = new Map<string, number>();
  const started = performance.now();
  let slowest = 0;
  const holds = fc.asyncProperty(changes(), async (list) => {
    const from = performance.now();
    const outcome = await readAll(reader, mutate(file, list));
    slowest = Math.max(slowest, performance.now() - from);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  });
  await fc.assert(holds, { seed: Number(seed), numRuns: Number(runs), endOnFailure: true });
  const ms = Math.round(performance.now() - started);
  console.log(name, `${ms} ms, slowest ${Math.round(slowest)} ms`, Object.fromEntries(outcomes));
}
console.log(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
