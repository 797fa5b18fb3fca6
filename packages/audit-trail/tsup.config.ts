import { defineConfig } from 'tsup';

const shared = { format: ['esm' as const], target: 'es2023', sourcemap: true };

export default defineConfig([
  { ...shared, entry: ['src/index.ts'], platform: 'neutral', dts: true },
  { ...shared, entry: ['src/node.ts'], platform: 'node', dts: true },
  // One file that needs nothing beside it, so that a verifier can be kept, read and run on its own.
  {
    ...shared,
    entry: ['src/bin.ts'],
    platform: 'node',
    noExternal: [/./],
    esbuildOptions(options) {
      options.conditions = ['@dossierkit/source'];
    },
    sourcemap: false,
    banner: { js: '#!/usr/bin/env node' },
  },
]);
