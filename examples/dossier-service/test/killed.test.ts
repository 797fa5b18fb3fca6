import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'dossier-service-'));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function start(database: string): Promise<{ url: string; child: ChildProcess }> {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=@dossierkit/source', main], {
    env: { ...process.env, DATABASE: database, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/localhost:\d+/.exec(text);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return { url, child };
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** Reads the live stream until it has so many dossier events; gives them with the last id. */
async function listen(
  url: string,
  count: number,
  lastEventId?: string,
): Promise<{ dossiers: string[]; id: string }> {
  const stop = new AbortController();
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const response = await fetch(`${url}/events`, { headers, signal: stop.signal });
  const dossiers: string[] = [];
  let id = '';
  let rest = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    const parts = (rest + Buffer.from(chunk).toString()).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      id = /^id: (.*)$/m.exec(part)?.[1] ?? id;
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data && part.includes('event: dossier'))
        dossiers.push((JSON.parse(data) as { dossier: string }).dossier);
    }
    if (dossiers.length >= count) break;
  }
  stop.abort();
  return { dossiers, id };
}

it('loses nothing that it acknowledged when it is killed, and a listener goes on where it was', async () => {
  const database = join(folder, 'killed.db');
  const first = await start(database);
  const ready = await listen(first.url, 0);
  for (let n = 0; n < 5; n++) expect((await post(`${first.url}/dossiers`, { id: `d${n}` })).status).toBe(201);
  const heard = await listen(first.url, 5, ready.id);
  expect(heard.dossiers.sort()).toEqual(['d0', 'd1', 'd2', 'd3', 'd4']);

  const acknowledged: string[] = [];
  const flood = (async () => {
    for (let n = 0; n < 500; n++) {
      const response = await post(`${first.url}/dossiers`, { id: `f${n}` }).catch(() => undefined);
      if (response?.status !== 201) return;
      acknowledged.push(`f${n}`);
      if (n === 25) first.child.kill('SIGKILL');
    }
  })();
  await flood;
  expect(acknowledged.length).toBeGreaterThan(25);

  const second = await start(database);
  for (const id of acknowledged) expect((await fetch(`${second.url}/dossiers/${id}`)).status).toBe(200);
  const { dossiers } = await listen(second.url, acknowledged.length, heard.id);
  expect(dossiers).toEqual(expect.arrayContaining(acknowledged));
  expect(dossiers.some((id) => id.startsWith('d'))).toBe(false);
}, 60_000);
