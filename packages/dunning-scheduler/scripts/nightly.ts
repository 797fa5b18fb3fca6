// The laws of planning with very many runs, a slice at a time, so that a long night can be split up:
//   tsx --conditions=@dossierkit/source scripts/nightly.ts [runs in all] [slices] [slice]
// Without a slice all of them run. The seed of a slice is its number: a slice that failed fails again.
import { checkLaw, laws } from '../test/properties.js';

const [runs = 1_000_000, slices = 10, only] = process.argv.slice(2).map(Number);
const chosen = only === undefined ? Array.from({ length: slices }, (_, slice) => slice) : [only];
let violations = 0;
for (const slice of chosen) {
  const start = process.cpuUsage();
  for (const law of laws) {
    try {
      checkLaw(law, runs / slices, slice + 1);
    } catch (error) {
      violations++;
      console.error(`slice ${slice}, seed ${slice + 1}: ${law.name}\n${String(error)}`);
    }
  }
  const { user, system } = process.cpuUsage(start);
  const seconds = ((user + system) / 1e6).toFixed(0);
  console.log(
    `slice ${slice}: ${runs / slices} runs with seed ${slice + 1}, ${violations} violations, ${seconds} s of CPU`,
  );
}
if (violations > 0) process.exitCode = 1;
