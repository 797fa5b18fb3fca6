import { type AddressInfo, createServer, connect as openSocket, type Socket } from 'node:net';

/** Where a connection breaks: before the server hears of the commit, or before the client hears that it was done. */
export type CutAt = 'before-commit' | 'before-answer';

/** Stands between a client and PostgreSQL and cuts the connection at one exact place. */
export interface CuttingProxy {
  readonly port: number;
  /** Cuts the next connection that commits; later ones are left alone. */
  cutNext(at: CutAt): void;
  close(): Promise<void>;
}

/** A simple query of the wire protocol: `Q`, a length of 4 bytes, the text, and a zero. */
const COMMIT = Buffer.from('COMMIT\0');

/** Starts a proxy before the server that listens on `port`. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  let armed: CutAt | undefined;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = openSocket(port, '127.0.0.1');
    let isCut = false;
    const cut = (): void => {
      isCut = true;
      client.destroy();
      server.destroy();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    let waitsForAnswer = false;
    client.on('data', (chunk) => {
      if (armed && chunk.includes(COMMIT)) {
        const at = armed;
        armed = undefined;
        if (at === 'before-commit') return cut();
        waitsForAnswer = true;
      }
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (waitsForAnswer) cut();
      if (!isCut) client.write(chunk);
    });
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    port: (proxy.address() as AddressInfo).port,
    cutNext(at) {
      armed = at;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
