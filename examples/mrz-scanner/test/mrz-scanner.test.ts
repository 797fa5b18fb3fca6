import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.js';
import { type Scanner, startScanner } from '../src/server.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

const folder = mkdtempSync(join(tmpdir(), 'mrz-scanner-'));
let scanner: Scanner;
let browser: Browser;
let lines: readonly string[] = [];

/** A specimen out of focus, then in focus: what a hand-held camera sees. */
beforeAll(async () => {
  const options = { seed: 4, medium: 'photo', widthPx: 1280 } as const;
  const [blurred, sharp] = await Promise.all([
    renderSpecimen('passport', { ...options, defects: [{ kind: 'focus-blur', strength: 1 }] }),
    renderSpecimen('passport', options),
  ]);
  lines = sharp.truth.mrz ?? [];
  writeFileSync(join(folder, 'photo.jpg'), sharp.bytes);
  const frames = [...Array<Uint8Array>(12).fill(blurred.bytes), ...Array<Uint8Array>(200).fill(sharp.bytes)];
  writeFileSync(join(folder, 'video.mjpeg'), Buffer.concat(frames));
  [scanner, browser] = await Promise.all([
    startScanner(0),
    launchBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${join(folder, 'video.mjpeg')}`,
    ]),
  ]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await scanner?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('reads a file, draws the cells, and asks no other server for anything', async () => {
  const page = await browser.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(scanner.url)) foreign.push(url);
  });
  await page.goto(`${scanner.url}?locale=en`);
  await page.setInputFiles('#file', join(folder, 'photo.jpg'));
  await page.waitForSelector('body[data-verdict]', { timeout: 30_000 });
  expect(await page.textContent('#fields dd')).toBe(lines.join('\n'));
  expect(await page.locator('#overlay text').count()).toBe(88);
  if (process.env.MRZ_SCANNER_SCREENSHOT) await page.screenshot({ path: process.env.MRZ_SCANNER_SCREENSHOT });
  expect(foreign).toEqual([]);
  await page.close();
}, 60_000);

it('reads the camera until a frame is good', async () => {
  const page = await browser.newPage();
  await page.goto(scanner.url);
  await page.click('#camera');
  await page.waitForFunction(
    (wanted) => document.querySelector('#fields dd')?.textContent === wanted,
    lines.join('\n'),
    {
      timeout: 40_000,
    },
  );
  await page.close();
}, 60_000);
