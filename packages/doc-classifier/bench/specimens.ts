// Grades the classifier on rendered specimens: `tsx --conditions=@dossierkit/source bench/specimens.ts [--medium pdf|scan|photo]
// [--seeds 3] [--from 100] [--kind KIND] [--width 1654] [--cache FOLDER] [--budget SECONDS] [--whole] [--verbose]`.
// Text that was read is kept in the folder. After the budget the run ends and says how many specimens are left; the next run
// goes on. `--whole` also reads each first page plainly, to compare the time.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { timestamp } from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import { listKinds, type SpecimenMedium } from '@dossierkit/specimens';
import { classifyDocument } from '../src/index.js';
import { openSpecimen, type SpecimenCase } from './recorded-specimen.js';
import { Tally } from './tally.js';

const { values: args } = parseArgs({
  options: {
    medium: { type: 'string', default: 'pdf' },
    seeds: { type: 'string', default: '3' },
    from: { type: 'string', default: '100' },
    kind: { type: 'string' },
    // An A4 page at 200 dpi.
    width: { type: 'string', default: '1654' },
    cache: { type: 'string', default: join(tmpdir(), 'dossierkit-specimens') },
    budget: { type: 'string', default: '600' },
    whole: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

const AT = timestamp('2026-06-01T10:00:00Z');
const from = Number(args.from);
const cases: SpecimenCase[] = listKinds()
  .filter((kind) => !args.kind || args.kind === kind)
  .flatMap((kind) =>
    Array.from({ length: Number(args.seeds) }, (_, at) => ({
      kind,
      seed: from + at,
      medium: args.medium as SpecimenMedium,
      widthPx: Number(args.width),
    })),
  );

await using reader = createReader({ ocrWorkers: 2 });
const tally = new Tally(args.verbose);
const end = performance.now() + Number(args.budget) * 1000;
let left = cases.length;
for (const one of cases) {
  if (performance.now() > end) break;
  left--;
  const specimen = await openSpecimen(one, args.cache, reader);
  const { subject, truth, pages } = specimen;
  const { value } = await classifyDocument({ pages }, { subject, at: AT });
  const readMs = specimen.readMs();
  if (args.whole) await pages[0]?.readText();
  tally.add(one, truth, value, { readMs, wholeMs: specimen.readMs() - readMs });
  specimen.close();
}
console.log(tally.report());
if (left > 0) console.log(`${left} specimens are left: run again`);
