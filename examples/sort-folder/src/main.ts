import { mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES, type Locale, type PlainDate, plainDateAt, timestampFromMs } from '@dossierkit/core';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import { sortFolder } from './sort-folder.js';
import { writeCsv } from './write-csv.js';
import { writeHtml } from './write-html.js';

const USAGE = `usage: pnpm start [FOLDER] [--out FOLDER] [--locale ${LOCALES.join('|')}]
Without FOLDER it sorts a few made-up papers.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const settings = readArguments();
  if (!settings) {
    console.error(USAGE);
    return 2;
  }
  const at = timestampFromMs(Date.now());
  const folder = settings.folder ?? (await exampleFolder(plainDateAt(at, 'Europe/Paris')));
  if (!(await isFolder(folder))) {
    console.error(`No such folder: ${folder}\n${USAGE}`);
    return 2;
  }
  await using reader = createReader();
  const rows = await sortFolder(folder, { reader, at, locale: settings.locale }, (done, all, file) => {
    const line = `${done + 1}/${all} ${file}`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001B[2K${line}` : `${line}\n`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[2K');
  await mkdir(settings.out, { recursive: true });
  await writeFile(join(settings.out, 'index.csv'), writeCsv(rows));
  await writeFile(join(settings.out, 'index.html'), writeHtml(rows, settings.locale));
  for (const row of rows) console.log(`${row.kind.padEnd(30)} ${row.age.padEnd(22)} ${row.file}`);
  console.log(`\n${rows.length} files: ${join(settings.out, 'index.html')}, index.csv`);
  return 0;
}

function readArguments(): { folder: string | undefined; out: string; locale: Locale } | undefined {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'out' },
        locale: { type: 'string', default: 'en' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const locale = LOCALES.find((known) => known === values.locale);
    if (values.help || !locale || positionals.length > 1) return undefined;
    return {
      folder: positionals[0] === undefined ? undefined : resolve(positionals[0]),
      out: resolve(values.out),
      locale,
    };
  } catch {
    return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** A folder of made-up papers, so that there is something to see. */
async function exampleFolder(today: PlainDate): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sort-folder-'));
  for (const kind of [
    'fr-tax-notice',
    'fr-tax-declaration',
    'fr-bank-details',
    'passport',
    'de-payslip',
  ] as const) {
    const { bytes, fileName } = await renderSpecimen(kind, { seed: 11, medium: 'pdf', at: today });
    await writeFile(join(folder, fileName), bytes);
  }
  const scan = await renderSpecimen('fr-electricity-bill', {
    seed: 12,
    medium: 'scan',
    widthPx: 1400,
    at: today,
  });
  await writeFile(join(folder, scan.fileName), scan.bytes);
  const photo = await renderSpecimen('fr-bank-details', {
    seed: 13,
    medium: 'photo',
    at: today,
    defects: [{ kind: 'rotate', degrees: 90 }],
  });
  await writeFile(join(folder, `on-its-side-${photo.fileName}`), photo.bytes);
  await writeFile(join(folder, 'notes.txt'), 'Not a picture, not a PDF.');
  return folder;
}
