// The figures of the README: how long each kind of file takes, and what 200 uploads at once do to the host.
//
//   node --import tsx --conditions=@dossierkit/source packages/document-intake/scripts/figures.ts [rounds, default 10]

import { writeFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Clock, timestampFromMs } from '@dossierkit/core';
import {
  createIntake,
  createIntakePool,
  type Intake,
  type IntakeStepName,
} from '@dossierkit/document-intake';
import { drawTimes, type KindTimes } from '../bench/draw-times.js';
import { fileOf, hostileFiles, type SampleFile, sampleFiles } from '../bench/files.js';

const rounds = Number(process.argv[2] ?? 10);
const burst = Number(process.argv[3] ?? 200);
const clock: Clock = { now: () => timestampFromMs(Date.now()) };
const good = await sampleFiles();

interface Timed {
  readonly firstMs: number;
  readonly totalMs: number;
  /** Processor time of all threads: what the time would be on a machine that has nothing else to do, or less. */
  readonly firstCpuMs: number;
  readonly totalCpuMs: number;
  readonly steps: ReadonlyMap<IntakeStepName, number>;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function timeOne(intake: Intake, file: SampleFile): Promise<Timed> {
  const [start, startCpu] = [performance.now(), cpuMs()];
  const steps = new Map<IntakeStepName, number>();
  let firstMs: number | undefined;
  let firstCpuMs: number | undefined;
  let [step, since]: [IntakeStepName, number] = ['open', start];
  for await (const event of intake.examine(fileOf(file), file.expectation)) {
    const now = performance.now();
    if (event.type === 'quality' || event.type === 'kind') {
      firstMs ??= now - start;
      firstCpuMs ??= cpuMs() - startCpu;
    }
    if (event.type !== 'step' && event.type !== 'done') continue;
    steps.set(step, (steps.get(step) ?? 0) + now - since);
    if (event.type === 'step') step = event.step;
    since = now;
  }
  const totalMs = performance.now() - start;
  const totalCpuMs = cpuMs() - startCpu;
  return { firstMs: firstMs ?? totalMs, totalMs, firstCpuMs: firstCpuMs ?? totalCpuMs, totalCpuMs, steps };
}

const quantile = (values: readonly number[], q: number): number =>
  Math.round(
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? 0,
  );

async function timeAll(): Promise<void> {
  await using pool = createIntakePool({ workers: 1, reader: { languages: ['fra'] } });
  const intake = createIntake({ pool, clock });
  await pool.ready;
  const drawn: KindTimes[] = [];
  for (const file of good) {
    await timeOne(intake, file);
    const timed: Timed[] = [];
    for (let round = 0; round < rounds; round++) timed.push(await timeOne(intake, file));
    const of = (key: 'firstMs' | 'totalMs' | 'firstCpuMs' | 'totalCpuMs'): string => {
      const values = timed.map((one) => one[key]);
      return `${quantile(values, 0)} / ${quantile(values, 0.5)} / ${quantile(values, 0.95)}`;
    };
    console.log(
      `${file.name}, least / median / p95 ms: first word ${of('firstMs')} (processor ${of('firstCpuMs')}); whole ${of('totalMs')} (processor ${of('totalCpuMs')})`,
    );
    const names = [...new Set(timed.flatMap(({ steps }) => [...steps.keys()]))];
    const steps = names.map((name) => ({
      name,
      ms: quantile(
        timed.map((one) => one.steps.get(name) ?? 0),
        0.5,
      ),
    }));
    drawn.push({ name: file.name, steps });
  }
  await writeFile(new URL('../docs/where-the-time-goes.svg', import.meta.url), drawTimes(drawn));
}

async function timeBurst(workers: number, count: number): Promise<number> {
  await using pool = createIntakePool({ workers, reader: { languages: ['fra'] } });
  const intake = createIntake({ pool, clock });
  await pool.ready;
  const bad = hostileFiles(good);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 200);
  delay.enable();
  const start = performance.now();
  const reports = await Promise.all(
    Array.from({ length: count }, (_, at) => {
      const list = at % 20 === 19 ? bad : good;
      const file = list[at % list.length] as SampleFile;
      return intake.examine(fileOf(file), file.expectation, { customer: `customer ${at % 40}` }).report;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  clearInterval(watch);
  const rate = reports.length / seconds;
  console.log(
    `${count} at once, ${workers} ${workers === 1 ? 'worker' : 'workers'}: ${reports.length} answered in ${seconds.toFixed(1)} s (${rate.toFixed(2)} a second), ` +
      `event-loop delay p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, memory ${Math.round(peak / 1e6)} MB`,
  );
  return rate;
}

await timeAll();
if (burst > 0) {
  const one = await timeBurst(1, Math.ceil(burst / 2));
  const two = await timeBurst(2, burst);
  console.log(`two workers ${(two / one).toFixed(2)} × one`);
}
