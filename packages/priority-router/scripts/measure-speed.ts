// Measures a router with many open messages against objects that are recomputed and sorted, in one run.
// Of what is built: `pnpm build && node --expose-gc scripts/measure-speed.ts [messages]`
import { timestamp, timestampFromMs, timestampMs } from '@dossierkit/core';
import {
  createBusinessCalendar,
  createRouter,
  defineBusinessHours,
  generateHistory,
  type RouterEvent,
  replay,
  restoreRouter,
} from '@dossierkit/priority-router';
import { referenceModel, referenceStrategy } from '@dossierkit/priority-router/testing';

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
// Texts as a parser makes them: in one piece, and the same instant not shared.
const row = (index: number) => ({
  item: ['message', index].join('-'),
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
/** Time of this process on its cores, with the garbage collector's: what others do on the machine does not count. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const time = <Value>(name: string, task: () => Value): Value => {
  const [began, cpuBegan] = [performance.now(), cpuMs()];
  const value = task();
  const [wall, cpu] = [performance.now() - began, cpuMs() - cpuBegan];
  console.log(`${name}: ${wall.toFixed(0)} ms, of the processor ${cpu.toFixed(0)} ms`);
  return value;
};
const quantiles = (times: number[], unit: string): string => {
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ${unit}, p99 ${at(0.99)} ${unit}`;
};

// Rows are made and imported in pieces, so that making them is not measured, and neither are they in memory.
const before = memory();
let [imported, reported, wallMs, importMs] = [0, 0, 0, 0];
for (let from = 0; from < count; from += 50_000) {
  const rows = Array.from({ length: Math.min(50_000, count - from) }, (_, index) =>
    index % 100 === 99 ? { item: 7 } : row(from + index),
  );
  const [began, cpuBegan] = [performance.now(), cpuMs()];
  const result = router.importMessages(rows, start);
  wallMs += performance.now() - began;
  importMs += cpuMs() - cpuBegan;
  imported += result.imported;
  reported += result.findings.length;
}
console.log(
  `import, 1 % of it garbage: ${wallMs.toFixed(0)} ms, of the processor ${importMs.toFixed(0)} ms; in ${imported}, reported ${reported}`,
);
console.log(`memory: ${Math.round((memory() - before) / imported)} bytes a message`);

const objects = Array.from({ length: count }, (_, index) => ({
  arrived: timestampMs(row(index).receivedAt),
  reason: index % 5,
  score: 0,
}));
time('baseline: as many objects recomputed and sorted', () => {
  const now = timestampMs(start);
  for (const each of objects) each.score = each.reason * 5 + (now - each.arrived) / 3_600_000;
  objects.sort((a, b) => b.score - a.score);
});
objects.length = 0;

const at = timestampFromMs(timestampMs(start) + 3_600_000);
time('first list of 50 an hour later', () => router.list('a7', { at }));
const changes: number[] = [];
for (let index = 0; index < 40; index++) {
  const path = index % 2 === 0 ? ['reasons', 'estate'] : ['lateHour'];
  const began = performance.now();
  router.apply({ type: 'weight-changed', at, path, points: index + 1 });
  router.list(`a${index}`, { at });
  changes.push(performance.now() - began);
}
console.log(`a changed weight and the list of 50 after it: ${quantiles(changes, 'ms')}`);

const times: number[] = [];
const apply = (event: RouterEvent): void => {
  const began = performance.now();
  const findings = router.apply(event);
  times.push((performance.now() - began) * 1000);
  if (findings.some(({ severity }) => severity === 'warning')) throw new Error(JSON.stringify(findings));
};
for (let index = 0; index < 5000; index++) {
  const { owner: _owner, ...message } = row(count + index);
  const advisor = `a${index % 20}`;
  const { item } = message;
  apply({ type: 'message-arrived', at, ...message });
  apply({ type: 'message-classified', at, item, reason: 'loan', flags: ['angry'] });
  apply({ type: 'reassigned', at, item, owner: advisor });
  apply({ type: 'pinned', at, item, advisor });
  apply({ type: 'taken', at, item, advisor });
  apply({ type: 'answered', at, item, advisor });
}
console.log(`one event of ${times.length} of six kinds: ${quantiles(times, 'µs')}`);

const json = time('snapshot to JSON', () => JSON.stringify(router.snapshot()));
console.log(`snapshot: ${(json.length / 1e6).toFixed(0)} MB`);
time('restore from JSON', () => restoreRouter(JSON.parse(json), { calendar }));

const history = generateHistory({ ...referenceModel, load: 0.97, from: start }, calendar);
for (const name of ['first replay', 'replay']) {
  time(`${name} of ${history.messages.length} messages`, () =>
    replay(history, { name, strategy: referenceStrategy }, calendar),
  );
}
