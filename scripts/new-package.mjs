// Makes the folder of a new package: `pnpm new-package <name> <layer> "<one line of purpose>"`.
// What it writes is the house's one way to lay a package out; change it here, then in every package.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const layers = ['kernel', 'reader', 'domain', 'flow', 'driver', 'support', 'app'];
const [name, layer, description] = process.argv.slice(2);
if (!/^[a-z][a-z0-9-]*$/.test(name ?? '') || !layers.includes(layer) || !description) {
  console.error(`usage: pnpm new-package <kebab-case-name> <${layers.join('|')}> "<one line of purpose>"`);
  process.exit(2);
}
const folder = join(root, 'packages', name);
if (existsSync(folder)) {
  console.error(`packages/${name} exists already`);
  process.exit(2);
}

const core = join(root, 'packages/core/package.json');
const version = existsSync(core) ? JSON.parse(readFileSync(core, 'utf8')).version : '0.0.0';
const entry = (path) => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` });
const manifest = {
  name: `@dossierkit/${name}`,
  version,
  description,
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=22.13' },
  files: ['dist', 'CHANGELOG.md'],
  exports: {
    '.': { '@dossierkit/source': './src/index.ts', ...entry('index') },
    './package.json': './package.json',
  },
  publishConfig: { access: 'public', exports: { '.': entry('index'), './package.json': './package.json' } },
  scripts: { build: 'tsup' },
  dependencies: name === 'core' ? {} : { '@dossierkit/core': 'workspace:^' },
  dossierkit: { layer },
};
const nodeBuild = ['reader', 'driver', 'app', 'support', 'flow'].includes(layer);

const files = {
  'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'tsconfig.json': `${JSON.stringify(
    {
      extends: '../../tsconfig.base.json',
      compilerOptions: { isolatedDeclarations: true, declaration: true },
      include: ['src'],
    },
    null,
    2,
  )}\n`,
  'tsup.config.ts': `import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts'],
  format: ['esm'],
  target: '${nodeBuild ? 'node22' : 'es2023'}',
  platform: '${nodeBuild ? 'node' : 'neutral'}',
  dts: true,
  sourcemap: true,
  clean: true,
});
`,
  'README.md': `# @dossierkit/${name}\n\n${description}\n`,
  'src/index.ts': '',
  'test/exports.test.ts': `import { expect, it } from 'vitest';
import * as api from '../src/index.js';

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot();
});
`,
  'test/readme.test.ts': `import { runReadme } from '../../../scripts/run-readme.js';

runReadme(import.meta.url);
`,
};
for (const [path, text] of Object.entries(files)) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
spawnSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', folder], { stdio: 'ignore' });
console.log(`packages/${name} is there. Next: write its README's example, then \`pnpm install\`.`);
