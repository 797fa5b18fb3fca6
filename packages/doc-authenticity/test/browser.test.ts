// Seals are read and verified, and traces found, in a real browser: from the bundle as it would be shipped to one.
import { plainDate } from '@dossierkit/core';
import { rotate } from '@dossierkit/doc-raster';
import { renderSpecimen } from '@dossierkit/specimens';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForBrowser, launchBrowser } from '../../../scripts/browser.js';
import { readBarcodeWasm } from '../src/node.js';
import { createTestAuthority } from '../src/testing.js';
import { type BrowserCase, sealsOf, tracesOf } from './browser-entry.js';
import { blankPage, drawCode, printCode } from './print-code.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Page = Awaited<ReturnType<Browser['newPage']>>;
type Bundle = typeof import('./browser-entry.js');

const ORIGIN = 'https://page.test/';
const at = plainDate('2026-01-15');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  // WebCrypto is there in secure contexts only.
  await page.route(`${ORIGIN}**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto(ORIGIN);
  const entry = new URL('./browser-entry.ts', import.meta.url);
  await page.addScriptTag({ content: await bundleForBrowser(entry, 'docAuthenticity') });
}, 90_000);

afterAll(async () => {
  await browser?.close();
});

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

it('finds and verifies a seal as Node does, and not one with another key', async () => {
  const [authority, other] = [await createTestAuthority(), await createTestAuthority()];
  const code = await drawCode(
    await authority.issueSeal({
      signedOn: plainDate('2025-08-04'),
      fields: [
        ['45', '2024'],
        ['46', 'MARTIN LEA'],
      ],
    }),
  );
  const sheet = rotate(printCode(blankPage(200), code, { xMm: 120, yMm: 40, sizeMm: 24, dpi: 200 }), 12, {
    fill: 255,
  });
  const shown = (by: typeof authority): BrowserCase => ({
    wasm: '',
    pixels: base64(Uint8Array.from(sheet.data)),
    widthPx: sheet.widthPx,
    heightPx: sheet.heightPx,
    authority: base64(by.authority),
    certificate: base64(by.certificate),
    at,
  });
  const wasm = base64(await readBarcodeWasm());
  for (const [one, status] of [
    [shown(authority), 'verified'],
    [shown(other), 'refuted'],
  ] as const) {
    const inBrowser = await page.evaluate(
      (input) => (globalThis as unknown as { docAuthenticity: Bundle }).docAuthenticity.sealsOf(input),
      { ...one, wasm },
    );
    expect(inBrowser).toEqual([status]);
    expect(await sealsOf({ ...one, wasm })).toEqual([status]);
  }
}, 60_000);

it('notices in a PDF what Node notices', async () => {
  const bytes = base64((await renderSpecimen('fr-payslip', { seed: 2, medium: 'pdf' })).bytes);
  const inBrowser = await page.evaluate(
    ([input, day]) =>
      (globalThis as unknown as { docAuthenticity: Bundle }).docAuthenticity.tracesOf(input, day),
    [bytes, at] as const,
  );
  expect(inBrowser).toEqual(tracesOf(bytes, at));
  expect(inBrowser.length).toBeGreaterThan(2);
}, 60_000);
