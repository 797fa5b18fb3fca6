// `npm run evaluate -- <area> <path> [--json FILE]`: grades the package that knows the area on labelled cases.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Areas } from './evaluation.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const areas: Record<string, Areas[string]> = {};
for (const name of readdirSync(join(root, 'packages')).sort()) {
  const file = join(root, 'packages', name, 'bench/evaluate.ts');
  if (!existsSync(file)) continue;
  const module: { areas: Areas } = await import(pathToFileURL(file).href);
  Object.assign(areas, module.areas);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
const [area = '', path] = positionals;
const evaluate = areas[area];
if (values.help || !evaluate || !path || !existsSync(path)) {
  if (!values.help && evaluate && path) console.error(`No such file or folder: ${path}`);
  console.error(
    `usage: npm run evaluate -- <area> <path> [--json FILE]\nareas: ${Object.keys(areas).join(', ')}`,
  );
  process.exit(values.help ? 0 : 2);
}

const live = process.stderr.isTTY;
const outcome = await evaluate(resolve(path), (message) => {
  if (live) process.stderr.write(`\r\u001B[2K${message}`);
});
if (live) process.stderr.write('\r\u001B[2K');
if (values.json) writeFileSync(values.json, `${JSON.stringify(outcome, null, 2)}\n`);
for (const line of outcome.lines) console.log(line);
console.log(`${area}: ${outcome.figure}`);
