import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig } from 'tsup';

const shared = { format: ['esm' as const], target: 'es2023', sourcemap: true };

/** What goes into the program is given out with it, and its licences ask to be named there. */
const licences = (...packages: readonly string[]): string => {
  const beside = (name: string) =>
    join(dirname(realpathSync(`node_modules/${packages[0]}`)), name, 'LICENSE');
  const texts = packages.map((name) => `${name}\n\n${readFileSync(beside(name), 'utf8').trim()}`);
  return `/*!\n${texts.join('\n\n---\n\n').replaceAll('*/', '* /')}\n*/`;
};

/** A file that needs nothing beside it, so that a verifier can be kept, read and run on its own. */
const alone = {
  ...shared,
  platform: 'node' as const,
  sourcemap: false,
  noExternal: [/^(?!\.\/bin-timestamps)/],
};

export default defineConfig([
  { ...shared, entry: ['src/index.ts', 'src/timestamps.ts'], platform: 'neutral', dts: true },
  { ...shared, entry: ['src/node.ts'], platform: 'node', dts: true },
  {
    ...alone,
    entry: ['src/bin.ts'],
    esbuildOptions(options) {
      options.conditions = ['@dossierkit/source'];
      options.external = ['./bin-timestamps.js'];
    },
    banner: { js: '#!/usr/bin/env node' },
    footer: { js: licences('zod') },
  },
  {
    ...alone,
    entry: ['src/bin-timestamps.ts'],
    esbuildOptions(options) {
      options.conditions = ['@dossierkit/source'];
      options.legalComments = 'none';
    },
    footer: { js: licences('pkijs', 'asn1js', 'bytestreamjs', '@noble/hashes', '@peculiar/utils') },
  },
]);
