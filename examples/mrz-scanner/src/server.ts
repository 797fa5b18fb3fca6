import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** The page; there is nothing else to serve. */
export interface Scanner {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page on this machine only. `port` 0 takes any free one. */
export async function startScanner(port: number): Promise<Scanner> {
  const vite = await createServer({
    root: fileURLToPath(new URL('..', import.meta.url)),
    logLevel: 'error',
    server: { host: '127.0.0.1', port, hmr: false, ws: false },
    resolve: { conditions: ['@dossierkit/source', 'module', 'browser', 'development|production'] },
    optimizeDeps: { include: ['zod'] },
    worker: { format: 'es' },
  });
  await vite.listen();
  const address = vite.httpServer?.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return { url: `http://127.0.0.1:${taken}/`, close: () => vite.close() };
}
