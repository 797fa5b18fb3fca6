// Builds `dist` of every package that changed since it was last built. Types and tests need no build; packing does.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mapLimit, publicPackages, root, run } from './packages.mjs';

const STAMP = 'node_modules/.dossierkit-build';

/** Builds what is out of date; throws with the builder's output where one fails. */
export async function buildPackages() {
  const stamps = new Map();
  const stale = publicPackages().filter((item) => {
    const inputs = ['src/**/*', 'tsup.config.ts', 'package.json', 'tsconfig.json'].flatMap((pattern) =>
      globSync(pattern, { cwd: item.folder, withFileTypes: true }).filter((entry) => entry.isFile()),
    );
    const hash = createHash('sha256');
    for (const entry of inputs)
      hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
    // A package's declarations are made from the declarations of those it depends on.
    for (const name of Object.keys(item.manifest.dependencies ?? {})) hash.update(stamps.get(name) ?? name);
    const stamp = hash.digest('hex');
    stamps.set(item.manifest.name, stamp);
    const last = join(item.folder, STAMP);
    return (
      !existsSync(join(item.folder, 'dist')) || !existsSync(last) || readFileSync(last, 'utf8') !== stamp
    );
  });
  // Declarations resolve through sources (tsconfig.json), so the order does not matter.
  const results = await mapLimit(stale, 2, async (item) => {
    // Not by tsup's own `clean`: where a package has several builds, the first would take away what the others wrote.
    rmSync(join(item.folder, 'dist'), { recursive: true, force: true });
    const result = await run(join(root, 'node_modules/.bin/tsup'), ['--silent'], { cwd: item.folder });
    if (result.code === 0) writeFileSync(join(item.folder, STAMP), stamps.get(item.manifest.name));
    return { name: item.name, ...result };
  });
  const failed = results.filter(({ code }) => code !== 0);
  if (failed.length > 0)
    throw new Error(failed.map(({ name, output }) => `build of ${name}:\n${output}`).join('\n'));
  return stale.length;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`built ${await buildPackages()} packages`);
}
