import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/sqlite.ts', 'src/postgres.ts', 'src/testing.ts'],
  format: ['esm'],
  target: 'node22',
  platform: 'node',
  // Some versions of esbuild drop the prefix of built-ins; `sqlite` exists only with it.
  removeNodeProtocol: false,
  dts: true,
  sourcemap: true,
  clean: true,
});
