import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRegisterStage, type RegisterStage } from './local-fetch.js';

/** A server on this machine that plays every register under `<url>/<register id>`. */
export interface RegisterServer extends RegisterStage {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the server on a free port of the loopback interface. */
export async function createRegisterServer(): Promise<RegisterServer> {
  const stage = createRegisterStage();
  const server = createServer((request, response) => {
    void play(stage, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...stage,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

async function play(stage: RegisterStage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const played = { method: request.method ?? 'GET', path: pathname, query: searchParams, headers, body };
  const answer = stage.answer(played, request.url ?? '/');
  if (answer === 'cut') request.socket.destroy();
  else if (answer !== 'wait') response.writeHead(answer.status, answer.headers).end(answer.body);
}
