import { Worker } from 'node:worker_threads';

/** Plain arithmetic on an array that stays in the cache; says how often it came through in the time. */
const COMPUTE = `
const { parentPort, workerData } = require('node:worker_threads');
const numbers = new Float64Array(4096).fill(1.5);
const until = performance.now() + workerData;
let rounds = 0;
while (performance.now() < until) {
  for (let i = 0; i < numbers.length; i++) numbers[i] = numbers[i] * 0.999 + i;
  rounds++;
}
parentPort.postMessage(rounds);
`;
const MEASURE_MS = 1000;

/** How many times as much as one thread this machine computes with several: the most that any pool on it can reach. */
export async function machineScaling(threads: number): Promise<number> {
  const compute = (): Promise<number> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(COMPUTE, { eval: true, workerData: MEASURE_MS });
      worker.once('message', resolve).once('error', reject);
    });
  const one = await compute();
  const many = await Promise.all(Array.from({ length: threads }, compute));
  return many.reduce((sum, rounds) => sum + rounds, 0) / one;
}
