// What the scripts share: the workspace's packages, and running a program without a shell.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Every publishable package, dependencies before those who need them. */
export function publicPackages() {
  const folder = join(root, 'packages');
  const packages = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'package.json')))
    .map((name) => ({
      name,
      folder: join(folder, name),
      manifest: JSON.parse(readFileSync(join(folder, name, 'package.json'), 'utf8')),
    }));
  return sortByDependency(packages);
}

function sortByDependency(packages) {
  const byName = new Map(packages.map((item) => [item.manifest.name, item]));
  const sorted = new Set();
  const visit = (item) => {
    if (sorted.has(item)) return;
    for (const name of Object.keys({ ...item.manifest.dependencies, ...item.manifest.peerDependencies })) {
      if (byName.has(name)) visit(byName.get(name));
    }
    sorted.add(item);
  };
  for (const item of packages) visit(item);
  return [...sorted];
}

/** Runs a program; resolves to its exit code and what it wrote to both streams together. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}\n${signal}` : output }),
    );
  });
}

/** Does `work` on all items, `limit` of them at a time; results in the order of the items. */
export async function mapLimit(items, limit, work) {
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
  return results;
}
