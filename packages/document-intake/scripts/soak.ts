// Mixed load for some minutes, 5 % of it hostile, and some customers leave in the middle: nothing lost, no crash, no growth, the host's
// event loop free.
//
//   pnpm --filter "@dossierkit/document-intake..." --filter @dossierkit/specimens build
//   node --import tsx packages/document-intake/scripts/soak.ts [minutes, default 10]

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createIntake, createIntakePool } from '@dossierkit/document-intake';
import { clock, fileOf, hostileFiles, type SampleFile, sampleFiles } from '../bench/files.js';

const minutes = Number(process.argv[2] ?? 10);
const CUSTOMERS = 6;
/** Of so many files one is hostile. */
const HOSTILE_EVERY = 20;
/** Of so many files one is given up at some moment of its first second. */
const LEFT_EVERY = 30;
const LEAVE_WITHIN_MS = 1000;

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
let [asked, answered, left, lost, disorders, hostile] = [0, 0, 0, 0, 0, 0];
const megabytes = (): number => Math.round(process.memoryUsage.rss() / 1e6);

/** Each customer sends files one behind the other, two at a time, and watches the order of the answers. */
async function customer(name: string, seed: number): Promise<void> {
  let at = seed;
  let lastAnswered = -1;
  const one = async (number: number): Promise<void> => {
    const file = pick(at++);
    const leave =
      asked++ % LEFT_EVERY === LEFT_EVERY - 1 ? leaveAfter((asked * 397) % LEAVE_WITHIN_MS) : undefined;
    try {
      const report = await intake.examine(fileOf(file), file.expectation, { customer: name, ...leave })
        .report;
      if (number < lastAnswered) disorders++;
      lastAnswered = number;
      const key = `${file.name}: ${report.verdict}`;
      verdicts.set(key, (verdicts.get(key) ?? 0) + 1);
      answered++;
    } catch (error) {
      if (leave?.signal.aborted) {
        left++;
        return;
      }
      lost++;
      console.error(error);
    }
  };
  for (let number = 0; performance.now() < until; number += 2)
    await Promise.all([one(number), one(number + 1)]);
}

function pick(at: number): SampleFile {
  const isHostile = at % HOSTILE_EVERY === HOSTILE_EVERY - 1;
  return (isHostile ? bad[hostile++ % bad.length] : good[at % good.length]) as SampleFile;
}

function leaveAfter(ms: number): { readonly signal: AbortSignal } {
  return { signal: AbortSignal.timeout(ms) };
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
  ...{ minutes, asked, answered, left, lost, disorders },
  loopDelayP99Ms: Math.round(delay.percentile(99) / 1e5) / 10,
  memoryMaxMb: Math.max(...memory, 0),
  memoryMeanMb: { firstThird: mean(memory.slice(0, third)), secondThird: middle, lastThird: last },
  grows: last > middle * NOISE,
});
process.exitCode =
  lost === 0 && disorders === 0 && asked === answered + left && last <= middle * NOISE ? 0 : 1;
