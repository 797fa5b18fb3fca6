import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { matchLocale } from '@dossierkit/core';
import { examineFile, type Tools } from './examine-file.js';
import { renderPage } from './render-page.js';

const MAX_BYTES = 20 * 1024 * 1024;

/** The page and its server. */
export interface SealReader {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the page on this machine only. Files are examined in memory and not kept. `port` 0 takes any free one. */
export async function startSealReader(port: number, tools: Tools): Promise<SealReader> {
  const server = createServer((request, response) => {
    answer(request, response, tools).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${taken}/`, close };
}

async function answer(request: IncomingMessage, response: ServerResponse, tools: Tools): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  let locale = matchLocale(url.searchParams.get('locale') ?? request.headers['accept-language'] ?? 'en');
  let examination: Parameters<typeof renderPage>[0];
  if (request.method === 'POST') {
    const form = await readForm(request);
    if (!form) {
      response.writeHead(413).end();
      return;
    }
    const file = form.get('file');
    locale = matchLocale(String(form.get('locale') ?? locale));
    if (file instanceof File)
      examination = await examineFile(file.name, new Uint8Array(await file.arrayBuffer()), tools);
  }
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(200, headers).end(await renderPage(examination, locale));
}

/** The fields of an upload, or nothing where it is too large. */
async function readForm(request: IncomingMessage): Promise<FormData | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  const type = request.headers['content-type'] ?? '';
  return new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData();
}
