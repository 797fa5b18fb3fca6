// The same pixels get the same findings in Node and in a real browser, from the bundle as it would be shipped to one.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { timestamp } from '@dossierkit/core';
import { type GreyRaster, gaussianBlur, type Raster } from '@dossierkit/doc-raster';
import { build } from 'tsup';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.js';
import { checkQuality } from '../src/index.js';
import { letterPage } from '../src/internal/letter-page.fixture.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

const at = timestamp('2026-05-03T08:15:00Z');
const folder = mkdtempSync(join(tmpdir(), 'doc-quality-'));
let browser: Browser;
let bundle: string;

beforeAll(async () => {
  await build({
    entry: { bundle: fileURLToPath(new URL('./browser-entry.ts', import.meta.url)) },
    outDir: folder,
    format: ['iife'],
    globalName: 'docQuality',
    platform: 'browser',
    target: 'es2023',
    noExternal: [/.*/],
    config: false,
    silent: true,
    dts: false,
    clean: false,
    esbuildOptions: (options) => {
      options.conditions = ['@dossierkit/source'];
    },
  });
  bundle = readFileSync(join(folder, 'bundle.global.js'), 'utf8');
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a canvas holds it. */
function rgba({ widthPx, heightPx, data }: GreyRaster): Raster {
  const pixels = new Uint8ClampedArray(data.length * 4).fill(255);
  data.forEach((value, k) => {
    pixels.fill(value, k * 4, k * 4 + 3);
  });
  return { widthPx, heightPx, channels: 4, data: pixels };
}

it('a canvas in a browser gets the report that Node gives', async () => {
  const sharp = letterPage();
  const pages = [sharp, gaussianBlur(sharp, 2), { ...sharp, data: sharp.data.map((value) => value / 5) }];
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ content: bundle });
    for (const grey of pages) {
      const raster = rgba(grey);
      const { widthPx, heightPx } = raster;
      const bytes = Buffer.from(grey.data).toString('base64');
      const inBrowser: unknown = await page.evaluate(
        ([base64, width, height, time]) =>
          (
            globalThis as unknown as { docQuality: typeof import('./browser-entry.js') }
          ).docQuality.checkPixels(base64, width, height, time),
        [bytes, widthPx, heightPx, at] as const,
      );
      const size = { originalWidthPx: widthPx, originalHeightPx: heightPx };
      expect(inBrowser).toEqual(checkQuality({ raster, origin: 'picture', ...size }, { at }));
    }
  } finally {
    await page.close();
  }
});
