import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestBytesSync, timestamp } from '@dossierkit/core';
import { classifyDocument } from '@dossierkit/doc-classifier';
import { sketchedPage, sketchPage } from '@dossierkit/doc-classifier/testing';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { kinds, model } from '../src/kinds.js';
import { type Row, sortFile } from '../src/sort-file.js';
import { sortFolder } from '../src/sort-folder.js';
import { writeCsv } from '../src/write-csv.js';
import { writeHtml } from '../src/write-html.js';

const at = timestamp('2026-06-01T10:00:00Z');
let folder: string;
let rows: Row[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sort-folder-test-'));
  for (const kind of ['fr-tax-notice', 'fr-bank-details'] as const) {
    const { bytes } = await renderSpecimen(kind, { seed: 5, medium: 'pdf' });
    await writeFile(join(folder, `${kind}.pdf`), bytes);
  }
  await writeFile(join(folder, 'notes.txt'), 'no document');
  await using reader = createReader({ ocrWorkers: 1 });
  const seen: string[] = [];
  rows = await sortFolder(folder, { reader, at, locale: 'en' }, (_, __, file) => seen.push(file));
  expect(seen).toEqual(['fr-bank-details.pdf', 'fr-tax-notice.pdf', 'notes.txt']);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('names every file, also what it cannot read', () => {
  expect(rows.map(({ kind }) => kind)).toEqual(['fr-bank-details', 'fr-tax-notice', 'unreadable']);
  expect(rows[2]?.doubts).toHaveLength(1);
  expect(rows[1]?.age).toMatch(/^20\d\d, in time$/);
  expect(rows[0]?.fields.map(([name]) => name)).toContain('iban');
  expect(rows[0]?.thumbnail).toMatch(/^data:image\/jpeg;base64,/);
});

it('writes an index that strangers cannot write into', () => {
  const hostile: Row = {
    ...(rows[2] as Row),
    file: '=HYPERLINK("x")<script>',
    fields: [['holderName', '"a", b']],
  };
  expect(writeCsv([hostile])).toContain(
    '"\'=HYPERLINK(""x"")<script>",unreadable,0.000,,"holderName: ""a"", b"',
  );
  const html = writeHtml([hostile, ...rows], 'ar');
  expect(html).not.toContain('<script>');
  expect(html).toContain('dir="rtl"');
});

it('knows the kind that was added', async () => {
  const page = sketchedPage(
    sketchPage([
      'ROD FISHING LICENCE',
      'Salmon and sea trout',
      'Licence holder: Ada Example',
      'Valid until 31 March 2027',
    ]),
  );
  const { value } = await classifyDocument(
    { pages: [page] },
    { profiles: kinds, at, subject: digestBytesSync(new Uint8Array()) },
  );
  expect(value).toMatchObject({ kind: 'fishing-licence', confident: true, age: { answer: 'in-time' } });
});

it('shows what the trained model went by, too', async () => {
  const page = sketchedPage(
    sketchPage(['ROD FISHING LICENCE', 'Rod and line, rivers, no bait in the close season']),
  );
  const options = { profiles: kinds, at, subject: digestBytesSync(new Uint8Array()) };
  const [with_, without] = await Promise.all([
    classifyDocument({ pages: [page] }, { ...options, model }),
    classifyDocument({ pages: [page] }, options),
  ]);
  expect(with_.value.evidence.filter(({ by }) => by === 'model').map(({ text }) => text)).toContain('rivers');
  expect(with_.value.probability).toBeGreaterThan(without.value.probability);
});

it('reads a photograph that lies on its side', async () => {
  const photo = await renderSpecimen('fr-bank-details', {
    seed: 13,
    medium: 'photo',
    defects: [{ kind: 'rotate', degrees: 90 }],
  });
  const path = join(folder, 'photo.jpg');
  await writeFile(path, photo.bytes);
  await using reader = createReader({ ocrWorkers: 1 });
  const row = await sortFile(path, 'photo.jpg', { reader, at, locale: 'en' });
  expect(row.kind).toBe('fr-bank-details');
  const read = Object.fromEntries(row.fields);
  expect(read.iban).toBe(photo.truth.fields.iban);
}, 60_000);
