import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The page as it is served. */
export interface PageFiles {
  readonly html: string;
  readonly script: string;
}

/** Bundles the page's script, in memory. */
export async function buildPage(): Promise<PageFiles> {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const result = await build({
    ...{ root, configFile: false, logLevel: 'error' },
    resolve: { conditions: ['@dossierkit/source', 'module', 'browser', 'production'] },
    build: {
      ...{ write: false, target: 'es2022', minify: true },
      lib: { entry: 'src/client/app.ts', formats: ['es'], fileName: 'app' },
    },
  });
  const [first] = [result].flat();
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  return {
    html: await readFile(new URL('../index.html', import.meta.url), 'utf8'),
    script: chunk?.code ?? '',
  };
}
