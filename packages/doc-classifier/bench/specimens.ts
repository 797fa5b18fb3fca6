// Grades the classifier on rendered specimens: `tsx --conditions=@dossierkit/source bench/specimens.ts [--medium pdf|scan|photo]
// [--seeds 3] [--from 100] [--cache FOLDER] [--verbose]`. OCR results can be kept in a folder between runs.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  digestBytes,
  type JsonValue,
  type PageText,
  type TextPage,
  timestamp,
  unwrap,
} from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import { listKinds, renderSpecimen, type SpecimenKind, type SpecimenMedium } from '@dossierkit/specimens';
import { classifyDocument, type Field } from '../src/index.js';
import { agrees, FIELD_OF, gradedFields, isPrinted, kindOfSpecimen } from './specimen-truth.js';

const { values: args } = parseArgs({
  options: {
    medium: { type: 'string', default: 'pdf' },
    seeds: { type: 'string', default: '3' },
    from: { type: 'string', default: '100' },
    kind: { type: 'string' },
    cache: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

const AT = timestamp('2026-06-01T10:00:00Z');
const medium = args.medium as SpecimenMedium;

await using reader = createReader({ ocrWorkers: 1 });
const fields = new Map<string, { right: number; all: number; wrong: string[] }>();
const tally = { right: 0, all: 0, confidentlyWrong: 0, read: 0, ms: 0 };

for (const kind of listKinds()) {
  if (args.kind && args.kind !== kind) continue;
  for (let seed = Number(args.from); seed < Number(args.from) + Number(args.seeds); seed++)
    await grade(kind, seed);
}

console.log(`kind: right ${tally.right}/${tally.all}, confidently wrong ${tally.confidentlyWrong}`);
console.log(
  `read: ${Math.round((100 * tally.read) / tally.all)} % of the page heights, mean ${Math.round(tally.ms / tally.all)} ms`,
);
for (const [name, { right, all, wrong }] of [...fields].sort()) {
  console.log(`${name}: ${right}/${all}${wrong.length > 0 ? `  wrong: ${wrong.join(' | ')}` : ''}`);
}

async function grade(kind: SpecimenKind, seed: number): Promise<void> {
  const { bytes, truth } = await renderSpecimen(kind, { seed, medium });
  const subject = await digestBytes(bytes);
  const document = unwrap(await reader.open(bytes));
  const pages = document.pages.map((page) => cached(page, subject));
  const start = performance.now();
  const { value } = await classifyDocument({ pages }, { subject, at: AT });
  tally.ms += performance.now() - start;
  document.close();
  const wanted = kindOfSpecimen(kind);
  const right = wanted.includes(value.kind) && (value.confident || value.kind === 'unknown');
  tally.all++;
  tally.read += value.reading[0]?.share ?? 0;
  if (right) tally.right++;
  else if (value.confident) tally.confidentlyWrong++;
  if (!right || args.verbose) {
    const reasons = value.evidence.slice(0, 5).map(({ text, weight, by }) => `${text} ${weight} ${by}`);
    console.log(
      `${kind} ${seed}: ${value.kind} ${value.probability} [${reasons.join('; ')}] next ${value.runnerUp?.kind} ${value.runnerUp?.probability}`,
    );
  }
  // A paper that is rightly of no kind has no profile, so nothing is read from it; letters are such.
  if (wanted.includes('unknown')) return;
  for (const [name, expected] of gradedFields(truth.fields, value.fields)) {
    const target = FIELD_OF[name];
    if (!target || !isPrinted(truth.lines, expected)) continue;
    const own = value.fields.filter((field) => [target].flat().includes(field.name));
    count(name, kind, seed, own.find((field) => agrees(field.value, expected)) ?? own[0], expected);
  }
  if (args.verbose)
    console.log(
      truth.fields,
      value.fields.map((f) => `${f.name}=${JSON.stringify(f.value)} (${f.raw})`),
    );
}

function count(name: string, kind: string, seed: number, found: Field | undefined, expected: string): void {
  const entry = fields.get(name) ?? { right: 0, all: 0, wrong: [] };
  fields.set(name, entry);
  entry.all++;
  if (found && agrees(found.value as JsonValue, expected)) entry.right++;
  else entry.wrong.push(`${kind} ${seed}: ${JSON.stringify(found?.value ?? null)} for ${expected}`);
}

function cached(page: TextPage, subject: string): TextPage {
  const folder = args.cache;
  if (!folder || page.hasTextLayer) return page;
  return {
    index: page.index,
    hasTextLayer: page.hasTextLayer,
    readText: async (options = {}) => {
      const key = createHash('sha256')
        .update(JSON.stringify([subject, page.index, options.region, options.languages]))
        .digest('hex');
      const file = join(folder, `${key}.json`);
      if (existsSync(file)) return { ok: true, value: JSON.parse(readFileSync(file, 'utf8')) as PageText };
      const result = await page.readText(options);
      mkdirSync(folder, { recursive: true });
      if (result.ok) writeFileSync(file, JSON.stringify(result.value));
      return result;
    },
  };
}
