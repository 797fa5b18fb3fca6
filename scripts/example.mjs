// `npm run example -- <name> [arguments]`: starts an example from the sources; without a name, lists them.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packages.mjs';

const [name = '', ...args] = process.argv.slice(2).filter((arg, at) => !(at === 0 && arg === '--'));
const folder = join(root, 'examples');
const main = join(folder, name, 'src/main.ts');
if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(main)) {
  console.error('usage: npm run example -- <name> [arguments]\n');
  for (const example of readdirSync(folder)) {
    const { description } = JSON.parse(readFileSync(join(folder, example, 'package.json'), 'utf8'));
    console.error(`  ${example.padEnd(16)} ${description}`);
  }
  process.exit(name === '' || name === '--help' ? 0 : 2);
}
const node = ['--import', 'tsx', '--conditions=@dossierkit/source', main, ...args];
const child = spawn(process.execPath, node, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
