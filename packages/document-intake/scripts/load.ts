// Many uploads at once: all answered, how fast beside one worker and beside a plain pipeline, and what the host feels of it.
//
//   pnpm --filter "@dossierkit/document-intake..." --filter @dossierkit/specimens build
//   node --import tsx packages/document-intake/scripts/load.ts [files, default 200] [workers, default 2] [--alone: without comparisons]

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createReader } from '@dossierkit/doc-reader';
import { createIntake, createIntakePool } from '@dossierkit/document-intake';
import { clock, fileOf, hostileFiles, type SampleFile, sampleFiles } from '../bench/files.js';
import { machineScaling } from '../bench/machine.js';
import { plainPipeline } from '../bench/plain-pipeline.js';

const files = Number(process.argv[2] ?? 200);
const workers = Number(process.argv[3] ?? 2);
/** Of twenty files one is broken or hostile, whatever is counted. */
const MIX = 20;
const CUSTOMERS = 40;
const good = await sampleFiles();
const bad = hostileFiles(good);

function mixOf(count: number): readonly SampleFile[] {
  return Array.from({ length: count }, (_, at) => {
    const list = at % MIX === MIX - 1 ? bad : good;
    return list[at % list.length] as SampleFile;
  });
}

interface Load {
  readonly filesASecond: number;
  /** Processor seconds of all threads for one file: the same for one worker and for two where nothing is wasted. */
  readonly processorASecond: number;
  readonly processorMsAFile: number;
  readonly loopDelayP99Ms: number;
  readonly loopDelayMaxMs: number;
  readonly memoryMaxMb: number;
}

async function measure(count: number, work: () => Promise<unknown>): Promise<Load> {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss());
  }, 100);
  const [start, before] = [performance.now(), process.cpuUsage()];
  delay.enable();
  await work();
  delay.disable();
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1e6;
  const round = (value: number, digits = 1): number => Number(value.toFixed(digits));
  return {
    filesASecond: round(count / seconds, 2),
    processorASecond: round(processor / seconds, 2),
    processorMsAFile: round((processor / count) * 1000, 0),
    loopDelayP99Ms: round(delay.percentile(99) / 1e6),
    loopDelayMaxMs: round(delay.max / 1e6),
    memoryMaxMb: round(memory / 1e6, 0),
  };
}

/** Hands in everything at once, and counts what comes back. */
async function burst(count: number, threads: number): Promise<Load> {
  await using pool = createIntakePool({ workers: threads, reader: { languages: ['fra'] } });
  const intake = createIntake({ pool, clock });
  await pool.ready;
  return await measure(count, async () => {
    const reports = await Promise.all(
      mixOf(count).map((file, at) => {
        const customer = `customer ${at % CUSTOMERS}`;
        return intake.examine(fileOf(file), file.expectation, { customer }).report;
      }),
    );
    const crashed = reports.filter(({ findings }) =>
      findings.some(({ code }) => code === 'document-intake/not-examined'),
    );
    console.log(
      `${threads} × worker: ${reports.length} of ${count} answered, ${crashed.length} not examined`,
    );
  });
}

async function plain(count: number): Promise<Load> {
  await using reader = createReader({ ocrWorkers: 1, languages: ['fra'] });
  for (const file of good) await plainPipeline(file, reader, clock.now());
  return await measure(count, async () => {
    for (const file of mixOf(count)) await plainPipeline(file, reader, clock.now());
  });
}

async function compare(many: Load): Promise<void> {
  // A multiple of the mix, so that each batch is of the same files.
  const part = Math.max(MIX, Math.floor(files / 2 / MIX) * MIX);
  const one = await burst(part, 1);
  const baseline = await plain(part);
  console.table({ '1 worker': one, 'plain pipeline': baseline });
  const against = ({ filesASecond }: Load): string => (many.filesASecond / filesASecond).toFixed(2);
  console.log(
    `${workers} workers: ${against(one)} × one worker, ${against(baseline)} × the plain pipeline (files a second). ` +
      `This machine computes ${(await machineScaling(workers)).toFixed(2)} × as much with ${workers} threads as with one.`,
  );
}

// The largest comes first: what the others leave behind would count as its memory.
const many = await burst(files, workers);
console.table({ [`${workers} workers`]: many });
if (!process.argv.includes('--alone')) await compare(many);
