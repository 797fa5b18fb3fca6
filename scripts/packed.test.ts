// What a user gets: every package is packed as it would be published and unpacked into a throw-away project that has
// nothing but what the package declares. There it is imported, required and type-checked.
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackages } from './build.mjs';
import { mapLimit, publicPackages, root, run } from './packages.mjs';

const packages = publicPackages();
const project = mkdtempSync(join(tmpdir(), 'dossierkit-consumer-'));
const exec = promisify(execFile);

/** The names a consumer imports: `@dossierkit/x` and its further entries. */
const entries = packages.flatMap(({ manifest }) =>
  Object.keys(manifest.publishConfig.exports)
    .filter((path) => path !== './package.json')
    .map((path) => manifest.name + path.slice(1)),
);
// An entry for the browser may be imported in Node (it must not touch the DOM on import).
const scopes = packages.map(({ manifest }) => manifest.name);

describe('the packed packages', () => {
  beforeAll(async () => {
    await buildPackages();
    await mapLimit(packages, 2, install);
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
    );
  }, 300_000);

  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('are there', () => {
    expect(readdirSync(join(project, 'node_modules/@dossierkit')).length).toBe(packages.length);
    expect(scopes).toContain('@dossierkit/core');
  });

  it.each(packages.map((item) => [item.manifest.name, item] as const))(
    '%s holds no sources and no tests',
    (_, item) => {
      const files = readdirSync(installed(item), { recursive: true, encoding: 'utf8' });
      expect(
        files.filter(
          (file) =>
            /(\.test\.|(^|\/)src\/|(^|\/)test\/|\.inputs$)/.test(file) && !file.includes('node_modules'),
        ),
      ).toEqual([]);
      expect(files).toContain('README.md');
    },
  );

  it('are imported and required', async () => {
    const list = JSON.stringify(entries);
    writeFileSync(
      join(project, 'import.mjs'),
      `for (const name of ${list}) { const api = await import(name); if (Object.keys(api).length === 0) throw new Error(name); }
       console.log('imported');`,
    );
    writeFileSync(
      join(project, 'require.cjs'),
      `for (const name of ${list}) { const api = require(name); if (Object.keys(api).length === 0) throw new Error(name); }
       console.log('required');`,
    );
    expect((await exec(process.execPath, ['import.mjs'], { cwd: project })).stdout).toBe('imported\n');
    expect((await exec(process.execPath, ['require.cjs'], { cwd: project })).stdout).toBe('required\n');
  }, 60_000);

  it('read a file in a worker thread, and write nothing to disk', async () => {
    const empty = join(project, 'empty');
    mkdirSync(empty);
    writeFileSync(join(project, 'render.mjs'), RENDER);
    writeFileSync(join(project, 'examine.mjs'), EXAMINE);
    await exec(process.execPath, ['render.mjs'], { cwd: project });
    // Node refuses every write of its own; whatever a native library would leave behind would be in the empty folder.
    const flags = ['--permission', '--allow-fs-read=*', '--allow-worker', '--allow-addons'];
    const { stdout } = await exec(process.execPath, [...flags, join(project, 'examine.mjs')], {
      cwd: empty,
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: empty, HOME: empty, XDG_CACHE_HOME: empty },
    });
    expect(stdout.trim().split('\n')).toEqual([
      'scan.jpg fr-bank-details open,quality,kind',
      'notice.pdf fr-tax-notice open,traces,kind',
    ]);
    expect(readdirSync(empty)).toEqual([]);
  }, 60_000);

  it('have types that a strict consumer can use', async () => {
    const compilerOptions = {
      ...{
        module: 'nodenext',
        target: 'es2023',
        lib: ['es2024', 'dom', 'esnext.disposable'],
        strict: true,
        noEmit: true,
      },
      ...{
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
      },
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['types.ts'] }));
    const imports = entries.map((name, at) => `import * as api${at} from '${name}';`);
    writeFileSync(
      join(project, 'types.ts'),
      `${imports.join('\n')}\nexport const all = [${entries.map((_, at) => `api${at}`)}];\n`,
    );
    const { code, output } = await run(join(root, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.json'], {
      cwd: project,
    });
    expect(output).toBe('');
    expect(code).toBe(0);
  }, 60_000);
});

/** Files as customers send them: one that takes OCR, one that takes PDFium. */
const RENDER = `
import { writeFileSync } from 'node:fs';
import { renderSpecimen } from '@dossierkit/specimens';
for (const [name, kind, medium] of [['scan.jpg', 'fr-bank-details', 'scan'], ['notice.pdf', 'fr-tax-notice', 'pdf']]) {
  writeFileSync(name, (await renderSpecimen(kind, { seed: 5, medium, at: '2026-05-04' })).bytes);
}
`;

const EXAMINE = `
import { timestamp } from '@dossierkit/core';
import { createIntake, createIntakePool } from '@dossierkit/document-intake';
await using pool = createIntakePool({ workers: 1, warmUp: false, reader: { languages: ['fra'] } });
const intake = createIntake({ pool, clock: { now: () => timestamp('2026-05-04T08:30:00Z') } });
for (const [name, kind] of [['scan.jpg', 'fr-bank-details'], ['notice.pdf', 'fr-tax-notice']]) {
  const { value } = await intake.examine({ input: '../' + name }, { kinds: [kind] }).report;
  const ran = value.steps.filter(({ skipped }) => !skipped).map(({ step }) => step);
  console.log(name, value.kind, ran.join());
}
`;

type Package = (typeof packages)[number];

function installed({ manifest }: Package): string {
  return join(project, 'node_modules', manifest.name);
}

/** Unpacks the tarball, and links beside it what it declares, from where the workspace has it. Nothing is downloaded. */
async function install(item: Package): Promise<void> {
  const target = installed(item);
  const into = join(project, '.packed', item.name);
  mkdirSync(target, { recursive: true });
  const packed = await run('pnpm', ['pack', '--pack-destination', into], { cwd: item.folder });
  expect(packed.code, packed.output).toBe(0);
  const tarball = join(into, readdirSync(into)[0] ?? '');
  await exec('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  const { dependencies = {}, peerDependencies = {} } = item.manifest;
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    const source = join(item.folder, 'node_modules', name);
    if (scopes.includes(name) || !existsSync(source)) continue;
    const link = join(target, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(source), link, 'dir');
  }
}
