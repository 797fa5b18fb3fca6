import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.js';
import { type PostgresServer, startPostgres } from '../../../scripts/postgres.js';

const folder = mkdtempSync(join(tmpdir(), 'dossier-service-'));
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

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

describe.each(['SQLite', 'PostgreSQL'])('a service that is killed, in %s', (name) => {
  it('loses nothing that it acknowledged, and a listener goes on where it was', async () => {
    const database = name === 'SQLite' ? join(folder, 'killed.db') : server.connectionString;
    const first = await start(database);
    const ready = await listen(first.url, 0);
    for (let n = 0; n < 5; n++)
      expect((await post(`${first.url}/dossiers`, { id: `d${n}` })).status).toBe(201);
    const heard = await listen(first.url, 5, ready.id);
    expect(heard.dossiers.sort()).toEqual(['d0', 'd1', 'd2', 'd3', 'd4']);

    const acknowledged: string[] = [];
    for (let n = 0; n < 500; n++) {
      const response = await post(`${first.url}/dossiers`, { id: `f${n}` }).catch(() => undefined);
      if (response?.status !== 201) break;
      acknowledged.push(`f${n}`);
      if (n === 25) first.child.kill('SIGKILL');
    }
    expect(acknowledged.length).toBeGreaterThan(25);

    const second = await start(database);
    for (const id of acknowledged) expect((await fetch(`${second.url}/dossiers/${id}`)).status).toBe(200);
    const { dossiers } = await listen(second.url, acknowledged.length, heard.id);
    expect(dossiers).toEqual(expect.arrayContaining(acknowledged));
    expect(dossiers.some((id) => id.startsWith('d'))).toBe(false);
  }, 60_000);
});

it('tells a listener of what another of its processes did, over PostgreSQL', async () => {
  const [here, there] = await Promise.all([start(server.connectionString), start(server.connectionString)]);
  const ready = await listen(there.url, 0);
  const heard = listen(there.url, 1, ready.id);
  expect((await post(`${here.url}/dossiers`, { id: 'from-here' })).status).toBe(201);
  expect((await heard).dossiers).toEqual(['from-here']);
}, 60_000);

it('draws a life that changes on the screen when something happens', async () => {
  const { url } = await start(join(folder, 'drawn.db'));
  await post(`${url}/dossiers`, { id: 'd1' });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/dossiers/d1/life`);
    expect(await page.locator('h1 small').textContent()).toBe('opened');
    expect(await page.locator('ol > li').count()).toBe(1);
    const event = { type: 'handed-in', submission: 's1', requirement: 'identity' };
    await post(`${url}/dossiers/d1/events`, event);
    await page.waitForFunction(() => document.querySelectorAll('ol > li').length === 2);
    expect(await page.locator('h1 small').textContent()).toBe('collecting documents');
    expect(await page.locator('ol > li').last().textContent()).toContain('Document handed in');
  } finally {
    await browser.close();
  }
}, 60_000);
