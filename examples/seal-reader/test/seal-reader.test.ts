import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate, timestamp } from '@dossierkit/core';
import { defineAuthenticityPolicy } from '@dossierkit/doc-authenticity';
import { readBarcodeWasm } from '@dossierkit/doc-authenticity/node';
import { createReader } from '@dossierkit/doc-reader';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.js';
import { evidencePicture } from '../src/evidence.js';
import { examineFile, type Tools } from '../src/examine-file.js';
import { printReport } from '../src/print-report.js';
import { createSample, type Sample } from '../src/sample.js';
import { type SealReader, startSealReader } from '../src/server.js';

const folder = mkdtempSync(join(tmpdir(), 'seal-reader-'));
let sample: Sample;
let tools: Tools;
let server: SealReader;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  sample = await createSample(plainDate('2026-06-15'));
  tools = {
    reader: createReader(),
    wasm: await readBarcodeWasm(),
    trust: sample.trust,
    policy: defineAuthenticityPolicy(),
    at: timestamp('2026-06-15T00:00:00Z'),
  };
  writeFileSync(join(folder, 'changed.pdf'), sample.changed);
  [server, browser] = await Promise.all([startSealReader(0, tools), launchBrowser()]);
}, 90_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await tools?.reader.close();
  rmSync(folder, { recursive: true, force: true });
});

it('tells in a shell what is sealed and what was changed', async () => {
  const untouched = await examineFile('notice.pdf', sample.sealed, tools);
  const changed = await examineFile('changed.pdf', sample.changed, tools);
  if ('problem' in untouched || 'problem' in changed) throw new Error('not read');
  expect(printReport(untouched, 'en')).toContain('XX01 TEST');
  expect(untouched.seals.map(({ status }) => status)).toEqual(['verified']);
  expect(untouched.seals[0]?.fields.find(({ field }) => field.id === '41')?.seen).toBeDefined();
  expect(untouched.traceReport.findings.filter(({ code }) => code.endsWith('covered-text'))).toEqual([]);
  const income = changed.seals[0]?.fields.find(({ field }) => field.id === '41');
  expect(income?.field.value).toMatch(/^\d+$/);
  expect(printReport(changed, 'fr')).toContain('du texte a été recouvert');
  const picture = await evidencePicture(changed, 0);
  expect(picture.length).toBeGreaterThan(50_000);
  if (process.env.SEAL_READER_EVIDENCE) writeFileSync(process.env.SEAL_READER_EVIDENCE, picture);
}, 60_000);

it('shows the same on a page, and asks no other server for anything', async () => {
  const page = await browser.newPage({ viewport: { width: 1240, height: 1000 } });
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(server.url)) foreign.push(url);
  });
  await page.goto(`${server.url}?locale=en`);
  await page.setInputFiles('#file', join(folder, 'changed.pdf'));
  await page.waitForSelector('#traces li', { timeout: 40_000 });
  expect(await page.textContent('#seals .badge')).toBe('verified');
  expect(await page.textContent('#traces')).toContain('Text on this page was covered');
  expect(await page.locator('figure svg rect').count()).toBeGreaterThan(1);
  if (process.env.SEAL_READER_SCREENSHOT)
    await page.screenshot({ path: process.env.SEAL_READER_SCREENSHOT, fullPage: true });
  expect(foreign).toEqual([]);
  await page.close();
}, 60_000);
