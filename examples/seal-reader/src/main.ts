import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { matchLocale, plainDate, timestampFromMs } from '@dossierkit/core';
import { defineAuthenticityPolicy } from '@dossierkit/doc-authenticity';
import { readBarcodeWasm } from '@dossierkit/doc-authenticity/node';
import { createReader } from '@dossierkit/doc-reader';
import { evidencePicture } from './evidence.js';
import { examineFile, type Tools } from './examine-file.js';
import { printReport } from './print-report.js';
import { createSample } from './sample.js';
import { startSealReader } from './server.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    serve: { type: 'string' },
    evidence: { type: 'string' },
    locale: { type: 'string', default: 'en' },
    'test-keys': { type: 'boolean', default: false },
  },
});
const locale = matchLocale(values.locale);
const at = timestampFromMs(Date.now());
const sample = await createSample(plainDate(at.slice(0, 10)));
const tools: Tools = {
  reader: createReader(),
  wasm: await readBarcodeWasm(),
  trust: sample.trust,
  policy: defineAuthenticityPolicy({ acceptTestAuthority: values['test-keys'] }),
  at,
};

if (values.serve !== undefined) {
  const { url } = await startSealReader(Number(values.serve) || 4176, tools);
  console.log(`Open ${url} — Ctrl+C ends it.`);
} else {
  const files: [string, Uint8Array][] = positionals.map((path) => [basename(path), readFileSync(path)]);
  if (files.length === 0) {
    console.log('No file was named: a made-up tax notice, and the same after somebody changed it.\n');
    files.push(['tax-notice.pdf', sample.sealed], ['tax-notice-changed.pdf', sample.changed]);
  }
  for (const [name, bytes] of files) {
    const examination = await examineFile(name, bytes, tools);
    if ('problem' in examination) {
      console.log(`${name}: ${examination.problem}\n`);
      continue;
    }
    console.log(`${printReport(examination, locale)}\n`);
    if (values.evidence === undefined) continue;
    mkdirSync(values.evidence, { recursive: true });
    for (const page of examination.pages.keys())
      writeFileSync(
        join(values.evidence, `${name}-${page + 1}.png`),
        await evidencePicture(examination, page),
      );
  }
  await tools.reader.close();
}
