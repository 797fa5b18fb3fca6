// How identity documents, copies of them and papers that are none are judged:
//
//   node --import tsx --conditions=@dossierkit/source packages/doc-authenticity/bench/appearance.ts 3000 10
//
// (first seed, number of seeds). Corners and what the sides say come from the specimens' truth.
import { digestJson, plainDate } from '@dossierkit/core';
import { checkAppearance } from '../src/appearance/check-appearance.js';
import { identityCases } from './corpus/identity-sides.js';

const [first = 3000, count = 5] = process.argv.slice(2).map(Number);
const options = { subject: digestJson('a card'), at: plainDate('2026-06-01') };
const tallies = new Map<string, { right: number; of: number; got: Map<string, number>; ms: number }>();

for (let seed = first; seed < first + count; seed++)
  for (const { name, sides, look } of await identityCases(seed)) {
    const start = process.cpuUsage();
    const { value, findings } = checkAppearance(sides, options);
    const tally = tallies.get(name) ?? { right: 0, of: 0, got: new Map<string, number>(), ms: 0 };
    tallies.set(name, tally);
    tally.ms += process.cpuUsage(start).user / 1000;
    tally.of++;
    if ((value.outcome === 'look') === look && value.outcome !== 'cannot-tell') tally.right++;
    for (const { code, outcome } of findings)
      if (outcome === 'failed') tally.got.set(code.slice(28), (tally.got.get(code.slice(28)) ?? 0) + 1);
    if (value.outcome === 'cannot-tell')
      tally.got.set('cannot-tell', (tally.got.get('cannot-tell') ?? 0) + 1);
  }
for (const [name, { right, of, got, ms }] of tallies)
  console.log(
    `${name}: right ${right}/${of}, ${Math.round(ms / of)} ms; ${[...got].map(([what, n]) => `${what} ${n}`).join(', ')}`,
  );
process.exit(0);
