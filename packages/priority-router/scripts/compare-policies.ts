// Simulates a month of mail under every standard policy and writes the table and the plot of the docs.
// `tsx --conditions=@dossierkit/source scripts/compare-policies.ts [load] [days]`
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timestamp } from '@dossierkit/core';
import {
  createBusinessCalendar,
  defineBusinessHours,
  drawComparison,
  generateHistory,
  replay,
  standardPolicies,
} from '../src/index.js';
import { referenceModel, referenceStrategy } from '../src/testing.js';

const [load = 0.92, days = 30] = process.argv.slice(2).map(Number);
const day = [['09:00', '17:00']] as [string, string][];
const calendar = createBusinessCalendar(
  defineBusinessHours({ zone: 'Europe/Paris', weekly: { mon: day, tue: day, wed: day, thu: day, fri: day } }),
);
const history = generateHistory(
  { ...referenceModel, load, days, from: timestamp('2026-06-01T07:00:00Z') },
  calendar,
);
const results = standardPolicies(referenceStrategy).map((policy) => {
  const began = performance.now();
  const result = replay(history, policy, calendar);
  console.error(
    `${policy.name}: ${Math.round(performance.now() - began)} ms, unanswered ${result.unanswered.length}`,
  );
  return result;
});
const share = (value: number, digits: number) => `${(value * 100).toFixed(digits)} %`;
const hours = (ms: number) => `${(ms / 3_600_000).toFixed(1)} h`;
console.log(`${history.messages.length} messages, load ${load}, ${days} days, seed ${referenceModel.seed}`);
console.log('| policy | late | own advisor | median | 95 % within |\n|---|---:|---:|---:|---:|');
for (const { policy, summary } of results) {
  const { lateShare, ownShare, medianResponseMs, p95ResponseMs } = summary;
  console.log(
    `| ${policy} | ${share(lateShare, 2)} | ${share(ownShare, 0)} | ${hours(medianResponseMs)} | ${hours(p95ResponseMs)} |`,
  );
}
const file = join(dirname(fileURLToPath(import.meta.url)), '../docs', `policies-${load}.svg`);
writeFileSync(file, drawComparison(results));
