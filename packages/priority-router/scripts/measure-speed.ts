// Measures a router with many open messages against objects that are recomputed and sorted, in one run.
// `node --expose-gc --import tsx --conditions=@dossierkit/source scripts/measure-speed.ts [messages]`
import { timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import { createBusinessCalendar, createRouter, defineBusinessHours, restoreRouter } from '../src/index.js';
import { referenceStrategy } from '../src/testing.js';

const count = Number(process.argv[2] ?? 1_000_000);
const day = [['08:00', '18:00']] as [string, string][];
const calendar = createBusinessCalendar(
  defineBusinessHours({ zone: 'Europe/Paris', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
);
const start = timestamp('2026-06-01T07:00:00Z');
const strategy = {
  ...referenceStrategy,
  order: 'weighted' as const,
  weights: { reasons: { card: 20, loan: 5 } },
};
const reasons = ['card', 'account', 'transfer', 'loan', 'estate'];
const router = createRouter({ strategy, calendar });
for (let index = 0; index < 2000; index++) {
  router.apply({ type: 'advisor-set', at: start, advisor: `a${index}`, teams: [`t${index % 20}`] });
}
const row = (index: number) => ({
  item: `message-${index}`,
  team: `t${index % 20}`,
  reason: reasons[index % 5] as string,
  valueTier: index % 3,
  customer: `k${index % (count / 5)}`,
  ...(index % 3 === 0 ? {} : { owner: `a${(index * 7) % 2000}` }),
  receivedAt: timestampFromMs(timestampMs(start) + (index % 3_600_000)),
});
const memory = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
function* rows() {
  for (let index = 0; index < count; index++) yield index % 100 === 99 ? { item: 7 } : row(index);
}
const time = <Value>(name: string, task: () => Value): Value => {
  const began = performance.now();
  const value = task();
  console.log(`${name}: ${(performance.now() - began).toFixed(1)} ms`);
  return value;
};

const before = memory();
const { imported, findings } = time('import, 1 % of it garbage', () => router.importMessages(rows(), start));
console.log(`in ${imported}, reported ${findings.length}`);
console.log(`memory: ${Math.round((memory() - before) / imported)} bytes a message`);

const at = timestampFromMs(timestampMs(start) + 3_600_000);
time('first list of 50', () => router.list('a7', { at }));
const times: number[] = [];
for (let index = 0; index < 20_000; index++) {
  const event = { type: 'message-arrived', at, ...row(count + index) } as const;
  const began = performance.now();
  router.apply(event);
  times.push((performance.now() - began) * 1000);
}
times.sort((a, b) => a - b);
console.log(`arrival: median ${times[10_000]?.toFixed(1)} µs, p99 ${times[19_800]?.toFixed(1)} µs`);
time('weight change and the list of 50 after it', () => {
  router.apply({ type: 'weight-changed', at, path: ['reasons', 'estate'], points: 50 });
  return router.list('a7', { at });
});
time('time weight change and the list of 50 after it', () => {
  router.apply({ type: 'weight-changed', at, path: ['lateHour'], points: 2 });
  return router.list('a7', { at });
});
const objects = Array.from({ length: count }, (_, index) => ({
  arrived: timestampMs(row(index).receivedAt),
  reason: index % 5,
  score: 0,
}));
time('baseline: as many objects recomputed and sorted', () => {
  const now = timestampMs(at);
  for (const each of objects) each.score = each.reason * 5 + (now - each.arrived) / 3_600_000;
  objects.sort((a, b) => b.score - a.score);
});
const json = time('snapshot to JSON', () => JSON.stringify(router.snapshot()));
console.log(`snapshot: ${(json.length / 1e6).toFixed(0)} MB`);
time('restore from JSON', () => restoreRouter(JSON.parse(json), { calendar }));
