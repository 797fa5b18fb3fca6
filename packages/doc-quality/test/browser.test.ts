// The same pixels get the same findings in Node and in a real browser, from the packages as they are published.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { timestamp } from '@dossierkit/core';
import { type GreyRaster, gaussianBlur, type Raster } from '@dossierkit/doc-raster';
import { build } from 'tsup';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../../../scripts/browser.js';
import { letterPage } from '../src/internal/letter-page.fixture.js';
import { installBuilt } from './install-built.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Built = typeof import('../src/index.js');

const at = timestamp('2026-05-03T08:15:00Z');
const folder = mkdtempSync(join(tmpdir(), 'doc-quality-'));
let browser: Browser;
let bundle: string;
let built: Built;

beforeAll(async () => {
  for (const name of ['core', 'doc-raster', 'doc-quality']) await installBuilt(name, folder);
  const entry = join(folder, 'bundle.ts');
  copyFileSync(fileURLToPath(new URL('./browser-entry.ts', import.meta.url)), entry);
  await build({
    entry: [entry],
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
  });
  bundle = readFileSync(join(folder, 'bundle.global.js'), 'utf8');
  const file = join(folder, 'node_modules/@dossierkit/doc-quality/dist/index.js');
  built = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Built;
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a canvas holds it; `paint` may colour pixels. */
function rgba(
  { widthPx, heightPx, data }: GreyRaster,
  paint?: (x: number, y: number) => number[] | undefined,
): Raster {
  const pixels = new Uint8ClampedArray(data.length * 4).fill(255);
  data.forEach((value, k) => {
    pixels.set(paint?.(k % widthPx, Math.floor(k / widthPx)) ?? [value, value, value], k * 4);
  });
  return { widthPx, heightPx, channels: 4, data: pixels };
}

it('a canvas in a browser gets the report that Node gives', async () => {
  const sharp = letterPage();
  const underThumb = rgba(sharp, (x, y) =>
    Math.hypot(Math.min(0, x - 610), y - 500) < 45 ? [198, 134, 98] : undefined,
  );
  const cases: readonly (readonly [Raster, string, { readonly maxSidePx?: number }])[] = [
    [rgba(sharp), 'none', {}],
    [rgba(sharp), 'none', { maxSidePx: 495 }],
    [rgba(gaussianBlur(sharp, 2)), 'doc-quality/blurred', {}],
    [rgba({ ...sharp, data: sharp.data.map((value) => value / 5) }), 'doc-quality/too-dark', {}],
    [underThumb, 'doc-quality/covered', {}],
  ];
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ content: bundle });
    for (const [raster, code, options] of cases) {
      const { widthPx, heightPx, data } = raster;
      const bytes = Buffer.from(data.buffer).toString('base64');
      const inBrowser: unknown = await page.evaluate(
        ([base64, width, height, time, more]) =>
          (
            globalThis as unknown as { docQuality: typeof import('./browser-entry.js') }
          ).docQuality.checkPixels(base64, width, height, time, more),
        [bytes, widthPx, heightPx, at, options] as const,
      );
      const size = { originalWidthPx: widthPx, originalHeightPx: heightPx };
      const report = built.checkQuality({ raster, origin: 'picture', ...size }, { at, ...options });
      expect(inBrowser).toEqual(report);
      const failed = report.findings
        .filter(({ outcome }) => outcome === 'failed')
        .map((finding) => finding.code);
      expect(failed.length === 0 ? ['none'] : failed).toContain(code);
    }
  } finally {
    await page.close();
  }
}, 60_000);
