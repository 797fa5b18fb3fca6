import { defineConfig } from 'tsup';

const shared = { format: ['esm' as const], target: 'es2023', sourcemap: true };

export default defineConfig([
  { ...shared, entry: ['src/index.ts', 'src/testing.ts'], platform: 'neutral', dts: true },
  { ...shared, entry: ['src/node.ts'], platform: 'node', dts: true },
]);
