import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createServer as createVite, type Plugin } from 'vite';

/** The pages; there is nothing else to serve: the router runs in the browser. */
export interface Inbox {
  readonly url: string;
  close(): Promise<void>;
}

/** Pages that are not edited while they are open need no client that reloads them, and no error about its socket. */
const withoutReloading: Plugin = {
  name: 'without-reloading',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace(/<script type="module" src="\/@vite\/client"><\/script>/, ''),
  },
};

/** Serves the pages on this machine only. `port` 0 takes any free one. */
export async function startInbox(port: number): Promise<Inbox> {
  const vite = await createVite({
    root: fileURLToPath(new URL('..', import.meta.url)),
    appType: 'spa',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false },
    resolve: { conditions: ['@dossierkit/source', 'module', 'browser', 'development|production'] },
    optimizeDeps: { include: ['zod'] },
    worker: { format: 'es' },
    plugins: [withoutReloading],
  });
  const server = createServer(vite.middlewares);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}/`,
    async close() {
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), vite.close()]);
    },
  };
}
