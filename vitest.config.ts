import { defineConfig } from 'vitest/config';

export default defineConfig({
  ssr: { resolve: { conditions: ['@dossierkit/source', 'module', 'node', 'development|production'] } },
  test: {
    globalSetup: ['./scripts/loopback.ts'],
    include: ['packages/*/{src,test}/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'scripts/*.test.ts'],
    benchmark: { include: ['packages/*/bench/**/*.bench.ts'] },
    reporters: ['default', './scripts/count-reporter.ts'],
    // One file to a core: by default one core is kept free, which on two cores is half of the machine.
    maxWorkers: '100%',
    testTimeout: 30_000,
  },
});
