// The figures of the README: how long each kind of file takes, beside a plain pipeline of the same checks in the same run.
//
//   pnpm --filter "@dossierkit/document-intake..." --filter @dossierkit/specimens build
//   node --import tsx packages/document-intake/scripts/figures.ts [rounds, default 10]

import { writeFile } from 'node:fs/promises';
import { createReader } from '@dossierkit/doc-reader';
import {
  createIntake,
  createIntakePool,
  type Intake,
  type IntakeStepName,
} from '@dossierkit/document-intake';
import { drawTimes, type KindTimes } from '../bench/draw-times.js';
import { clock, fileOf, type SampleFile, sampleFiles } from '../bench/files.js';
import { plainPipeline } from '../bench/plain-pipeline.js';

const rounds = Number(process.argv[2] ?? 10);

interface Timed {
  readonly firstMs: number;
  readonly wholeMs: number;
  readonly plainMs: number;
  readonly steps: ReadonlyMap<IntakeStepName, number>;
}

async function timeOne(intake: Intake, file: SampleFile): Promise<Omit<Timed, 'plainMs'>> {
  const start = performance.now();
  const steps = new Map<IntakeStepName, number>();
  let firstMs: number | undefined;
  let [step, since]: [IntakeStepName, number] = ['open', start];
  for await (const event of intake.examine(fileOf(file), file.expectation)) {
    const now = performance.now();
    if (event.type === 'quality' || event.type === 'kind') firstMs ??= now - start;
    if (event.type !== 'step' && event.type !== 'done') continue;
    steps.set(step, (steps.get(step) ?? 0) + now - since);
    if (event.type === 'step') step = event.step;
    since = now;
  }
  const wholeMs = performance.now() - start;
  return { firstMs: firstMs ?? wholeMs, wholeMs, steps };
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const quantile = (values: readonly number[], q: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0;

await using pool = createIntakePool({ workers: 1, reader: { languages: ['fra'] } });
await using reader = createReader({ ocrWorkers: 1, languages: ['fra'] });
const intake = createIntake({ pool, clock });
await pool.ready;
const drawn: KindTimes[] = [];
const table: Record<string, Record<string, string>> = {};
for (const file of await sampleFiles()) {
  const plain = (): Promise<void> => plainPipeline(file, reader, clock.now());
  const timed: Timed[] = [];
  // The first round warms both up.
  for (let round = -1; round < rounds; round++) {
    const one = { ...(await timeOne(intake, file)), plainMs: await milliseconds(plain) };
    if (round >= 0) timed.push(one);
  }
  const of = (key: 'firstMs' | 'wholeMs' | 'plainMs', q: number): number =>
    quantile(
      timed.map((one) => one[key]),
      q,
    );
  const both = (key: 'firstMs' | 'wholeMs'): string =>
    `${of(key, 0.5).toFixed(0)}, ${of(key, 0.95).toFixed(0)}`;
  table[file.name] = {
    'first word (median, p95 ms)': both('firstMs'),
    'whole (median, p95 ms)': both('wholeMs'),
    'plain (median ms)': of('plainMs', 0.5).toFixed(0),
    'first word ÷ plain': (of('firstMs', 0.5) / of('plainMs', 0.5)).toFixed(2),
    'whole ÷ plain': (of('wholeMs', 0.5) / of('plainMs', 0.5)).toFixed(2),
  };
  const names = [...new Set(timed.flatMap(({ steps }) => [...steps.keys()]))];
  const steps = names.map((name) => {
    const times = timed.map((one) => one.steps.get(name) ?? 0);
    return { name, ms: Math.round(quantile(times, 0.5)) };
  });
  drawn.push({ name: file.name, steps });
}
console.table(table);
await writeFile(new URL('../docs/where-the-time-goes.svg', import.meta.url), drawTimes(drawn));
