// `npm run check`: everything but the tests. Each step says what it is for; a failing one shows its output.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackages } from './build.mjs';
import { mapLimit, publicPackages, root, run } from './packages.mjs';

const bin = (name) => join(root, 'node_modules/.bin', name);

const steps = [
  ['format and lint', () => run(bin('biome'), ['ci', '.', '--colors=off'])],
  ['types', () => run(bin('tsc'), ['--noEmit'])],
  [
    'import direction',
    () =>
      run(bin('depcruise'), [
        '--config',
        '.dependency-cruiser.mjs',
        '{packages,examples}/*/{src,test,bench}',
      ]),
  ],
  ['unused exports and dependencies', () => run(bin('knip'), ['--no-config-hints'])],
  ['version agreement', () => run(bin('sherif'), [])],
  ['changesets', changesetStep],
  ['build', buildStep],
  ['packed packages', packStep],
];

/** Every changeset must be readable. A working tree that has none yet is no fault. */
async function changesetStep() {
  const { code, output } = await run(bin('changeset'), ['status']);
  return { code: output.includes('no changesets were found') ? 0 : code, output };
}

async function buildStep() {
  try {
    return { code: 0, output: `${await buildPackages()} built` };
  } catch (error) {
    return { code: 1, output: String(error.message) };
  }
}

/** Packs every package as it would be published; publint and attw look at the tarball. */
async function packStep() {
  const folder = mkdtempSync(join(tmpdir(), 'dossierkit-pack-'));
  try {
    const packed = await mapLimit(publicPackages(), 2, async ({ name, folder: cwd }) => {
      const into = join(folder, name);
      const pack = await run('pnpm', ['pack', '--pack-destination', into], { cwd });
      if (pack.code !== 0) return pack;
      const tarball = join(into, readdirSync(into)[0]);
      const publint = await run(bin('publint'), ['run', tarball, '--strict'], { cwd });
      const attw = await run(bin('attw'), ['--profile', 'esm-only', '--no-color', tarball], { cwd });
      const failed = [publint, attw].filter(({ code }) => code !== 0);
      return { code: failed.length, output: failed.map(({ output }) => `${name}:\n${output}`).join('\n') };
    });
    const failed = packed.filter(({ code }) => code !== 0);
    return { code: failed.length, output: failed.map(({ output }) => output).join('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let failures = 0;
for (const [title, step] of steps) {
  const start = performance.now();
  const { code, output } = await step();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
  if (code === 0) continue;
  failures++;
  console.log(output.trimEnd());
}
process.exitCode = failures === 0 ? 0 : 1;
