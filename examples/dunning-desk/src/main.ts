import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LOCALES, type Locale, parseTimestamp, type Timestamp } from '@dossierkit/core';
import { runDesk } from './desk.js';
import { readCases } from './read-cases.js';

const usage = `usage: start [cases.csv] [--at 2026-06-02T09:00:00Z] [--out out] [--locale ${LOCALES.join('|')}] [--case ID]`;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: 'string' },
    out: { type: 'string', default: 'out' },
    locale: { type: 'string', default: 'en' },
    case: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const at = parseTimestamp(values.at ?? new Date().toISOString());
const locale = LOCALES.find((known) => known === values.locale);
if (values.help || !at.ok || !locale) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}
await run(positionals[0] ?? fileURLToPath(new URL('../data/cases.csv', import.meta.url)), at.value, locale);

async function run(path: string, now: Timestamp, language: Locale): Promise<void> {
  const { cases, bad } = readCases(readFileSync(path, 'utf8'));
  for (const { line, why } of bad) console.error(`line ${line} left out: ${why}`);
  const isLive = process.stderr.isTTY;
  const files = await runDesk(cases, {
    at: now,
    locale: language,
    caseId: values.case,
    onProgress: (done, all, what) => {
      if (isLive) process.stderr.write(`\r\u001B[2K${what} ${done} of ${all}`);
    },
  });
  if (isLive) process.stderr.write('\r\u001B[2K');
  mkdirSync(values.out, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(values.out, name), content);
  const due = String(files['outbox.jsonl']).split('\n').length - 1;
  const calls = String(files['calls.csv']).split('\r\n').length - 2;
  console.log(`${cases.length} cases: ${due} to send now, ${calls} to call. Written to ${values.out}/`);
  for (const name of Object.keys(files)) console.log(`  ${name}`);
}
