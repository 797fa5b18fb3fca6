// The laws of planning with very many runs: `tsx --conditions=@dossierkit/source scripts/nightly.ts [runs]`.
import { checkLaw, laws } from '../test/properties.js';

const runs = Number(process.argv[2] ?? 1_000_000);
for (const law of laws) {
  const start = performance.now();
  checkLaw(law, runs);
  console.log(`${Math.round((performance.now() - start) / 1000)} s: ${law.name}`);
}
