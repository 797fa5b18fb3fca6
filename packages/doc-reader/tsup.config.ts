import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'heic-thread': 'src/internal/heic-thread.ts',
    'pdfium-thread': 'src/internal/pdfium-thread.ts',
  },
  format: ['esm'],
  target: 'node22',
  platform: 'node',
  dts: true,
  sourcemap: true,
  clean: true,
});
