// Mixed load for some minutes, 5 % of it hostile: nothing lost, no crash, no growth, the host's event loop free.
//
//   pnpm --filter "@dossierkit/document-intake..." --filter @dossierkit/specimens build
//   node --import tsx packages/document-intake/scripts/soak.ts [minutes, default 10]

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createIntake, createIntakePool } from '@dossierkit/document-intake';
import { clock, fileOf, hostileFiles, type SampleFile, sampleFiles } from '../bench/files.js';

const minutes = Number(process.argv[2] ?? 10);
const CUSTOMERS = 6;
const HOSTILE_SHARE = 0.05;

const good = await sampleFiles();
const bad = hostileFiles(good);
const pool = createIntakePool({ workers: 2, reader: { languages: ['fra'] } });
const intake = createIntake({ pool, clock });
await pool.ready;

const delay = monitorEventLoopDelay({ resolution: 2 });
delay.enable();
const until = performance.now() + minutes * 60_000;
const verdicts = new Map<string, number>();
const memory: number[] = [];
let [asked, answered, lost, disorders] = [0, 0, 0, 0];
const megabytes = (): number => Math.round(process.memoryUsage.rss() / 1e6);

/** Each customer sends files one behind the other, two at a time, and watches the order of the answers. */
async function customer(name: string, seed: number): Promise<void> {
  let at = seed;
  let lastAnswered = -1;
  const one = async (number: number): Promise<void> => {
    const file = pick(at++);
    asked++;
    try {
      const report = await intake.examine(fileOf(file), file.expectation, { customer: name }).report;
      if (number < lastAnswered) disorders++;
      lastAnswered = number;
      const key = `${file.name}: ${report.verdict}`;
      verdicts.set(key, (verdicts.get(key) ?? 0) + 1);
      answered++;
    } catch (error) {
      lost++;
      console.error(error);
    }
  };
  for (let number = 0; performance.now() < until; number += 2)
    await Promise.all([one(number), one(number + 1)]);
}

function pick(at: number): SampleFile {
  const list = (at * 37) % 100 < HOSTILE_SHARE * 100 ? bad : good;
  return list[at % list.length] as SampleFile;
}

const watch = setInterval(() => {
  memory.push(megabytes());
  console.log(`${memory.length * 10} s: ${answered} answered, ${megabytes()} MB`);
}, 10_000);
await Promise.all(Array.from({ length: CUSTOMERS }, (_, k) => customer(`customer ${k}`, k * 11)));
clearInterval(watch);
delay.disable();
await pool.close();

const mean = (list: readonly number[]): number =>
  Math.round(list.reduce((sum, x) => sum + x, 0) / Math.max(1, list.length));
// The first third is the time in which workers, caches and pages of memory settle.
const third = Math.ceil(memory.length / 3);
const [middle, last] = [mean(memory.slice(third, 2 * third)), mean(memory.slice(-third))];
/** Memory of one third to the next may differ by so much without being growth: what is being read at the moment. */
const NOISE = 1.1;
console.table(Object.fromEntries(verdicts));
console.log({
  ...{ minutes, asked, answered, lost, disorders },
  loopDelayP99Ms: Math.round(delay.percentile(99) / 1e5) / 10,
  memoryMaxMb: Math.max(...memory, 0),
  memoryMeanMb: { firstThird: mean(memory.slice(0, third)), secondThird: middle, lastThird: last },
  grows: last > middle * NOISE,
});
process.exitCode = lost === 0 && disorders === 0 && asked === answered && last <= middle * NOISE ? 0 : 1;
