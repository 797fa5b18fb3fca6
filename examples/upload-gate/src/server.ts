import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { timestampFromMs } from '@dossierkit/core';
import { checkQuality, planRetake, qualityPolicies, recommendedMaxSidePx } from '@dossierkit/doc-quality';
import { createReader, type Reader } from '@dossierkit/doc-reader';
import { createServer as createVite, type ViteDevServer } from 'vite';
import { renderSamples } from './samples.js';

const MAX_BYTES = 20 * 1024 * 1024;

/** The page and its server, on one port. */
export interface UploadGate {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the page and the server that checks again what arrives. `port` 0 takes any free one. */
export async function startUploadGate(port: number): Promise<UploadGate> {
  const reader = createReader();
  const samples = renderSamples();
  const server = createServer();
  const vite = await createVite({
    root: fileURLToPath(new URL('..', import.meta.url)),
    appType: 'spa',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false },
    resolve: { conditions: ['@dossierkit/source', 'module', 'browser', 'development|production'] },
    optimizeDeps: { include: ['zod'] },
  });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response, { reader, samples, vite }).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return { url: `http://127.0.0.1:${taken}/`, close: () => stop(server, vite, reader) };
}

interface Parts {
  readonly reader: Reader;
  readonly samples: Promise<readonly Uint8Array[]>;
  readonly vite: ViteDevServer;
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST' && url.pathname === '/upload')
    return upload(request, response, url, parts.reader);
  if (url.pathname === '/samples') {
    const names = (await parts.samples).map((_, k) => `/samples/${k}.jpg`);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(names));
    return;
  }
  const sample = /^\/samples\/(\d+)\.jpg$/.exec(url.pathname);
  if (sample) {
    response.setHeader('content-type', 'image/jpeg').end((await parts.samples)[Number(sample[1])]);
    return;
  }
  parts.vite.middlewares(request, response);
}

/** A browser can be made to say anything: the server decides by its own check of the bytes that arrived. */
async function upload(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  reader: Reader,
): Promise<void> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      response.writeHead(413).end();
      return;
    }
    chunks.push(chunk);
  }
  response
    .setHeader('content-type', 'application/json')
    .end(JSON.stringify(await judge(Buffer.concat(chunks), url, reader)));
}

async function judge(bytes: Uint8Array, url: URL, reader: Reader): Promise<object> {
  const opened = await reader.open(bytes);
  if (!opened.ok) return { plan: 'ask-again', findings: [opened.error] };
  using document = opened.value;
  const page = document.pages[0];
  const raster = await page?.readRaster({ maxSidePx: recommendedMaxSidePx });
  if (!page || !raster?.ok)
    return { plan: 'ask-again', findings: raster && !raster.ok ? [raster.error] : [] };
  const policy = qualityPolicies.standard;
  const report = checkQuality(
    {
      raster: raster.value,
      origin: page.origin,
      originalWidthPx: page.widthPx,
      originalHeightPx: page.heightPx,
    },
    { at: timestampFromMs(Date.now()), policy, subject: document.digest },
  );
  const retakes = Number(url.searchParams.get('retakes')) || 0;
  return {
    plan: planRetake(report, retakes, policy),
    findings: report.findings.filter(({ outcome, severity }) => outcome === 'failed' && severity !== 'info'),
  };
}

async function stop(server: Server, vite: ViteDevServer, reader: Reader): Promise<void> {
  server.closeAllConnections();
  await Promise.all([new Promise((resolve) => server.close(resolve)), vite.close(), reader.close()]);
}
