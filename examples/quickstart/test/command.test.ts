import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { PlainDate } from '@dossierkit/core';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const node = ['--import', 'tsx', '--conditions=@dossierkit/source', main];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossierkit-quickstart-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('takes anyone’s files: a broken one is a row, and the process ends by itself', async () => {
  const at = '2026-05-04' as PlainDate;
  const { bytes } = await renderSpecimen('fr-tax-notice', { seed: 9, medium: 'pdf', at });
  await writeFile(join(folder, 'notice.pdf'), bytes);
  await writeFile(join(folder, 'broken.jpg'), 'no picture at all');
  const files = [join(folder, 'notice.pdf'), join(folder, 'broken.jpg')];
  const args = [...node, '--locale', 'de', '--at', at, '--out', join(folder, 'report.html'), ...files];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toMatch(/Angenommen {2}notice\.pdf/);
  expect(stdout).toMatch(/Lässt sich nicht öffnen {2}broken\.jpg/);
  expect(stdout).toContain('report.html');
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toContain('<html lang="de" dir="ltr">');
}, 60_000);

it.each([
  [['--locale', 'xx'], 'en, fr, de, ar'],
  [['--at', '2026-02-31'], 'takes a day'],
  [['--form', '/nowhere.json'], 'cannot be read'],
  [['/nowhere.pdf'], 'There is no file'],
  [['--fast'], '--fast'],
])(
  'refuses %j with 2 and says why',
  async (args, why) => {
    const failed = promisify(execFile)(process.execPath, [...node, ...args]);
    await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(why) });
  },
  30_000,
);
