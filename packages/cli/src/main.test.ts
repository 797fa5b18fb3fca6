import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PlainDate, timestamp } from '@dossierkit/core';
import { renderSpecimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from './main.js';
import type { Output } from './terminal.js';

const at = timestamp('2026-05-04T08:30:00Z');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossierkit-cli-'));
  const options = { seed: 4, medium: 'pdf', at: '2026-05-04' as PlainDate } as const;
  await mkdir(join(folder, 'inbox'));
  await writeFile(join(folder, 'inbox/notice.pdf'), (await renderSpecimen('fr-tax-notice', options)).bytes);
  await writeFile(join(folder, 'inbox/broken.pdf'), '%PDF-1.7 and then nothing');
  await writeFile(join(folder, 'inbox/notes.txt'), 'not a document');
  const card = await renderSpecimen('id-card-back', { ...options, medium: 'photo', widthPx: 1400 });
  await writeFile(join(folder, 'card.jpg'), card.bytes);
  await writeFile(join(folder, 'form.json'), '{"surprise": 1}');
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...args: string[]) {
  let stdout = '';
  let stderr = '';
  let time = 0;
  const output = (write: (text: string) => void): Output => ({
    write,
    isTerminal: false,
    columns: 90,
    color: false,
  });
  const code = await runProgram({
    args,
    out: output((text) => (stdout += text)),
    err: output((text) => (stderr += text)),
    now: () => at,
    elapsedMs: () => (time += 5),
    version: '1.2.3',
    signal: new AbortController().signal,
  });
  return { code, stdout, stderr };
}

describe('dossierkit', () => {
  it('says what it can do', async () => {
    for (const args of [[], ['--help'], ['help']]) {
      const { code, stdout } = await run(...args);
      expect(code).toBe(0);
      expect(stdout).toMatch(/check .*\n.*quality .*\n.*mrz .*\n.*classify .*\n.*traces /s);
    }
    expect((await run('--version')).stdout).toBe('1.2.3\n');
    for (const name of ['check', 'quality', 'mrz', 'classify', 'traces']) {
      const { code, stdout } = await run(name, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: dossierkit ${name}`);
      expect((await run('help', name)).stdout).toBe(stdout);
      expect(stdout.split('\n').every((line) => line.length <= 120)).toBe(true);
    }
  });

  it.each([
    [['fly'], 'no command "fly". See'],
    [['mzr'], 'no command "mzr". Did you mean "mrz"?'],
    [['help', 'qualty'], 'Did you mean "quality"?'],
    [['mrz', '--pictres', 'x', '.'], 'Did you mean "--pictures"?'],
    [['check', '--fail-on', 'revew', '.'], 'Did you mean "review"?'],
    [['mrz', '--pictures', 'card.jpg', 'card.jpg'], 'The folder "'],
    [['check'], 'at least one file'],
    [['check', 'nowhere.pdf'], 'no file or folder "nowhere.pdf"'],
    [['check', '--locale', 'xx', '.'], '--locale takes one of en, fr, de, ar'],
    [['check', '--at', '2026-02-31', '.'], '--at takes a day'],
    [['check', '--fail-on', 'never', '.'], '--fail-on takes one of'],
    [['check', '--ocr-workers', '0', '.'], '--ocr-workers takes'],
    [['check', '--fast', '.'], "'--fast'"],
  ])('refuses %j with 2', async (args, complaint) => {
    const { code, stdout, stderr } = await run(
      ...args.map((arg) =>
        arg === '.' ? join(folder, 'inbox') : arg.endsWith('.jpg') ? join(folder, arg) : arg,
      ),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(complaint);
  });

  it('refuses a form that holds something else', async () => {
    const { code, stderr } = await run(
      'check',
      '--form',
      join(folder, 'form.json'),
      join(folder, 'card.jpg'),
    );
    expect(code).toBe(2);
    expect(stderr).toContain('surprise');
  });

  it('takes the documents of a folder, and shows a broken one as a row', async () => {
    const { code, stdout, stderr } = await run('classify', join(folder, 'inbox'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/✗ reject .*broken\.pdf/);
    expect(stdout).toMatch(/notice\.pdf\s+fr-tax-notice/);
    expect(stdout).not.toContain('notes.txt');
  });

  it('looks for traces of editing', async () => {
    const { code, stdout } = await run('traces', '--all', join(folder, 'inbox/notice.pdf'));
    expect(code).toBe(0);
    expect(stdout).toContain('pdf, 0 traces');
    expect(stdout).toContain('We examined how the file was made');
  });

  it('fails on request', async () => {
    expect((await run('classify', '--fail-on', 'reject', join(folder, 'inbox/broken.pdf'))).code).toBe(1);
    expect((await run('classify', '--fail-on', 'reject', join(folder, 'inbox/notice.pdf'))).code).toBe(0);
  });

  it('reads a zone', async () => {
    const { stdout } = await run('mrz', '--locale', 'de', join(folder, 'card.jpg'));
    expect(stdout).toContain('TD1');
    expect(stdout).toMatch(/line 1 +[A-Z0-9<]{30}\n/);
  });

  it('draws what it noticed over the pages', async () => {
    const pictures = join(folder, 'pictures');
    await run('mrz', '--pictures', pictures, join(folder, 'card.jpg'));
    await run('quality', '--pictures', pictures, join(folder, 'card.jpg'), join(folder, 'inbox'));
    expect((await readdir(pictures)).sort()).toEqual([
      'card-1-mrz.png',
      'card-1-quality.png',
      'notice-1-quality.png',
      'notice-2-quality.png',
    ]);
    const { channels } = await sharp(join(pictures, 'card-1-mrz.png')).stats();
    expect(channels.length).toBeGreaterThanOrEqual(3);
  });

  it('judges a picture', async () => {
    const { stdout } = await run('quality', join(folder, 'card.jpg'));
    expect(stdout).toMatch(/card\.jpg {2}jpeg, 1 page/);
    expect(stdout).toMatch(/✓ \d+ passed \(--all lists them\)/);
    expect((await run('quality', '--all', join(folder, 'card.jpg'))).stdout).toContain(
      '✓ The page is in focus.',
    );
  });

  it('runs every check', async () => {
    const { stdout } = await run('check', '--expect', 'fr-tax-declaration', join(folder, 'inbox/notice.pdf'));
    expect(stdout).toMatch(/^✗ reject/);
    expect(stdout).toContain('→');
  });

  it('prints one JSON object a line', async () => {
    const { stdout } = await run('check', '--json', join(folder, 'inbox'));
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.map(({ path }) => path.split('/').at(-1))).toEqual(['broken.pdf', 'notice.pdf']);
    expect(rows[1]).toMatchObject({ check: 'document-intake', at, value: { pages: expect.any(Number) } });
  });

  it('lets no file name steer the terminal', async () => {
    const name = join(folder, 'evil\u001B[2J\n.pdf');
    await writeFile(name, '%PDF');
    const { stdout } = await run('classify', name);
    expect(stdout.split('\n')[0]).toContain('evil\uFFFD.pdf');
  });
});
