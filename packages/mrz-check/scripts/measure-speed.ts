// Prints how fast the built package is; build it first. Processor time of one core, so that other programs matter less.
//   pnpm --filter "@dossierkit/mrz-check..." build && node --import tsx packages/mrz-check/scripts/measure-speed.ts
import { plainDate } from '@dossierkit/core';
import type { GreyRaster } from '@dossierkit/doc-raster';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import { parse } from 'mrz';
import sharp from 'sharp';

const at = plainDate('2026-05-03');
const LINES = [
  'P<FRADUPONT<<MARIE<<<<<<<<<<<<<<<<<<<<<<<<<<',
  '12AB345673FRA9001011F3001019<<<<<<<<<<<<<<00',
];
const ZONES: readonly SpecimenKind[] = ['passport', 'id-card-back', 'fr-id-card-old', 'visa'];
const LETTERS: readonly SpecimenKind[] = [
  'fr-tax-notice',
  'fr-payslip',
  'fr-electricity-bill',
  'fr-bank-details',
  'de-bank-statement',
  'letter',
  'receipt',
  'order-confirmation',
];

/** A specimen with two million pixels. */
async function twoMegapixels(kind: SpecimenKind, seed: number): Promise<GreyRaster> {
  const { bytes } = await renderSpecimen(kind, { seed, medium: 'photo', widthPx: 1600 });
  const { width, height } = await sharp(bytes).metadata();
  const { data, info } = await sharp(bytes)
    .greyscale()
    .resize(Math.round(width * Math.sqrt(2e6 / (width * height))))
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channels: 1, data: new Uint8Array(data) };
}

function report(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const share = (of: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0).toFixed(0);
  console.log(`${name}: median ${share(0.5)} ms, p95 ${share(0.95)} ms (${times.length} readings)`);
}

function perSecond(run: () => void): number {
  const start = process.cpuUsage().user;
  let count = 0;
  for (; process.cpuUsage().user - start < 500_000; count += 1000) for (let i = 0; i < 1000; i++) run();
  return (count / (process.cpuUsage().user - start)) * 1_000_000;
}

const zones = await Promise.all(ZONES.flatMap((kind) => [1, 2, 3].map((seed) => twoMegapixels(kind, seed))));
const letters = await Promise.all(LETTERS.map((kind) => twoMegapixels(kind, 1)));
const started = process.cpuUsage().user / 1000;
// By its address, so that types can be checked where nothing is built.
const built = new URL('../dist/index.js', import.meta.url).href;
const { parseMrz, readMrz, readMrzLine } = (await import(built)) as typeof import('../src/index.js');
const imported = process.cpuUsage().user / 1000;
readMrzLine({
  widthPx: 400,
  heightPx: 30,
  channels: 1,
  data: Uint8Array.from({ length: 12_000 }, (_, i) => ((i % 400) % 9 < 4 ? 0 : 255)),
});
console.log(
  `import ${(imported - started).toFixed(0)} ms; model unpacked and run once: ${(process.cpuUsage().user / 1000 - imported).toFixed(0)} ms`,
);
const cpu = (): number => process.cpuUsage().user / 1000;
const timed = (raster: GreyRaster): number => {
  const start = cpu();
  readMrz(raster, { at });
  return cpu() - start;
};
console.log(`first photo: ${timed(zones[0] as GreyRaster).toFixed(0)} ms`);
for (let warm = 0; warm < 2; warm++) for (const raster of [...zones, ...letters]) timed(raster);
report(
  'two megapixels with a zone',
  [1, 2, 3, 4].flatMap(() => zones.map(timed)),
);
report(
  'two megapixels without',
  [1, 2, 3, 4].flatMap(() => letters.map(timed)),
);

await using reader = createReader();
const large = await renderSpecimen('passport', { seed: 1, medium: 'photo', widthPx: 1600 });
const bytes = new Uint8Array(
  await sharp(large.bytes).resize({ width: 4000, height: 3000, fit: 'fill' }).jpeg().toBuffer(),
);
const fromBytes: number[] = [];
for (let n = 0; n < 12; n++) {
  const start = cpu();
  const opened = await reader.open(bytes);
  if (!opened.ok) break;
  using document = opened.value;
  const raster = await document.pages[0]?.readRaster({ grey: true, maxSidePx: 2000 });
  if (raster?.ok) readMrz(raster.value, { at });
  fromBytes.push(cpu() - start);
}
report('from the bytes of a JPEG of twelve megapixels', fromBytes);
for (let run = 0; run < 4; run++) {
  const [other, own] = [perSecond(() => parse(LINES)), perSecond(() => parseMrz(LINES, { at }))];
  console.log(`text: ${Math.round(own)} a second, ${(own / other).toFixed(1)} times mrz`);
}
