// `node --import tsx --conditions=@dossierkit/source packages/dossier-state/scripts/nightly.ts [events] [seed]`
// Leads dossiers through generated events (a million unless told otherwise) and holds every step against the rules.
import * as fc from 'fast-check';
import { walk } from '../src/internal/walk.js';
import { dossierEvents, sampleProduct } from '../src/testing.js';

const wanted = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? Math.floor(process.hrtime()[1] / 1_000));
const product = sampleProduct();
const started = performance.now();
const reached = new Map<string, number>();
let answered = 0;
let applied = 0;
for (let round = 0; answered < wanted; round++) {
  for (const events of fc.sample(dossierEvents({ maxLength: 100 }), { numRuns: 1_000, seed: seed + round })) {
    const life = walk(events, product);
    answered += life.answered;
    applied += life.log.length - 1;
    reached.set(life.dossier.state, (reached.get(life.dossier.state) ?? 0) + 1);
    if (life.broken.length === 0) continue;
    console.error(`seed ${seed + round}: ${life.broken.join('; ')}\n${JSON.stringify(events)}`);
    process.exit(1);
  }
}
const seconds = (performance.now() - started) / 1_000;
console.log(
  `${answered} events, ${applied} applied, ${Math.round(answered / seconds)}/s, seed ${seed}: every rule held`,
);
console.log(`ended in: ${[...reached].map(([state, count]) => `${state} ${count}`).join(', ')}`);
