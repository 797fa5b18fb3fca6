// How soon an aborted signal ends the work, in each step: until the caller has its answer, and until the worker reads the next file.
//
//   pnpm --filter "@dossierkit/document-intake..." --filter @dossierkit/specimens build
//   node --import tsx packages/document-intake/scripts/cancel.ts

import { setTimeout as pause } from 'node:timers/promises';
import { createTrustStore } from '@dossierkit/doc-authenticity';
import { createIntake, createIntakePool, type IntakeStepName } from '@dossierkit/document-intake';
import { clock, fileOf, type SampleFile, sampleFiles } from '../bench/files.js';

/** In the middle of the step, not at its edge. */
const INTO_THE_STEP_MS = 30;
const [card, letter, scan, notice] = (await sampleFiles()) as [
  SampleFile,
  SampleFile,
  SampleFile,
  SampleFile,
];
const cases: readonly (readonly [IntakeStepName, SampleFile])[] = [
  ['open', card],
  ['traces', notice],
  ['quality', card],
  ['zone', card],
  ['seal', scan],
  ['kind', scan],
  ['kind', letter],
];

await using pool = createIntakePool({ workers: 1, reader: { languages: ['fra'] } });
const intake = createIntake({ pool, clock, trust: createTrustStore({ authorities: [], certificates: [] }) });
await pool.ready;
const table: Record<string, unknown>[] = [];
for (const [step, file] of cases) {
  const controller = new AbortController();
  let abortedAt = 0;
  const examination = intake.examine(fileOf(file), file.expectation, { signal: controller.signal });
  try {
    for await (const event of examination) {
      if (event.type !== 'step' || event.step !== step || controller.signal.aborted) continue;
      await pause(INTO_THE_STEP_MS);
      abortedAt = performance.now();
      controller.abort();
    }
  } catch {
    // As it should be.
  }
  const rejectedMs = performance.now() - abortedAt;
  await intake.examine({ input: new TextEncoder().encode('%PDF-1.7 cut') }).report;
  const nextFileMs = performance.now() - abortedAt;
  table.push({
    step,
    file: file.name,
    rejectedMs: Math.round(rejectedMs),
    nextFileMs: Math.round(nextFileMs),
  });
}
console.table(table);
