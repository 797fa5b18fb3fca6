import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timestamp } from '@dossierkit/core';
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, expect } from 'vitest';
import { runProgram } from './main.js';
import type { Output } from './terminal.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossierkit-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const output = (write: (text: string) => void): Output => ({
    write,
    isTerminal: false,
    columns: 80,
    color: false,
  });
  const code = await runProgram({
    args,
    out: output((text) => (stdout += text)),
    err: output((text) => (stderr += text)),
    now: () => timestamp('2026-05-04T08:30:00Z'),
    elapsedMs: () => 0,
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  return { code, stdout, stderr };
}

const command = fc.constantFrom('check', 'quality', 'mrz', 'classify', 'traces');
const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '--json',
    '--all',
    '--help',
    '--locale',
    '--at',
    '--fail-on',
    'reject',
    'de',
    '-x',
    '--',
    '=',
    '2026',
  ),
);

test.prop([fc.option(command), fc.array(word, { maxLength: 5 })], { numRuns: 200 })(
  'any arguments are carried out or refused with a reason',
  async (name, words) => {
    // Paths that exist would be read, and folders be looked through.
    fc.pre(words.every((text) => !/^[./\\~]/.test(text)));
    const { code, stdout, stderr } = await run(name === null ? words : [name, ...words]);
    expect([0, 2]).toContain(code);
    if (code === 0) expect([stdout === '', stderr]).toEqual([false, '']);
    else expect([stdout, /^dossierkit: .+ See "dossierkit --help"\.\n$/s.test(stderr)]).toEqual(['', true]);
  },
);

/** What files of each kind begin with, so that the readers of those formats are reached. */
const BEGINNINGS = [
  '',
  '%PDF-1.7\n',
  '\xff\xd8\xff\xe0',
  '\x89PNG\r\n\x1a\n',
  'II*\0',
  'GIF89a',
  'RIFF\0\0\0\0WEBP',
];

test.prop(
  [
    command,
    fc.constantFrom(...BEGINNINGS).map((text) => Buffer.from(text, 'latin1')),
    fc.uint8Array({ maxLength: 400 }),
    fc.constantFrom('.pdf', '.jpg', '.png', '.txt', ''),
  ],
  { numRuns: 60 },
)(
  'a file of any bytes is one row, and never the end of the program',
  async (name, beginning, rest, ending) => {
    const path = join(folder, `file${ending}`);
    await writeFile(path, Buffer.concat([beginning, rest]));
    const { code, stdout } = await run([name, '--json', '--fail-on', 'reject', path]);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toEqual([
      expect.objectContaining({ path, verdict: expect.stringMatching(/^(review|reject)$/) }),
    ]);
    expect(code).toBe(rows[0].verdict === 'reject' ? 1 : 0);
  },
);
