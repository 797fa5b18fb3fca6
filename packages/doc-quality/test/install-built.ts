import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Options } from 'tsup';

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly publishConfig: { readonly exports: object };
}

/** Builds a package as it is published, with its own settings, and puts it where a bundler and Node find it by its name. */
export async function installBuilt(name: string, folder: string): Promise<void> {
  const source = fileURLToPath(new URL(`../../${name}/`, import.meta.url));
  const target = join(folder, 'node_modules/@dossierkit', name);
  const { default: settings } = (await import(pathToFileURL(join(source, 'tsup.config.ts')).href)) as {
    default: Options;
  };
  const {
    dependencies,
    peerDependencies = {},
    publishConfig,
  } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest;
  await build({
    ...settings,
    config: false,
    entry: (settings.entry as string[]).map((entry) => join(source, entry)),
    outDir: join(target, 'dist'),
    external: Object.keys({ ...dependencies, ...peerDependencies }),
    dts: false,
    sourcemap: false,
    silent: true,
  });
  writeFileSync(
    join(target, 'package.json'),
    JSON.stringify({ name: `@dossierkit/${name}`, type: 'module', sideEffects: false, ...publishConfig }),
  );
  for (const dependency of Object.keys(dependencies).filter((other) => !other.startsWith('@dossierkit/'))) {
    const link = join(folder, 'node_modules', dependency);
    mkdirSync(join(link, '..'), { recursive: true });
    if (!existsSync(link)) symlinkSync(join(source, 'node_modules', dependency), link);
  }
}
