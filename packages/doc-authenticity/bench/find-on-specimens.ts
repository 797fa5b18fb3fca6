// How many seals are found on specimen pages, and how long it takes, over sizes, places, rotations and resolutions:
//
//   node --import tsx --conditions=@dossierkit/source packages/doc-authenticity/bench/find-on-specimens.ts 1 60
//
// (first seed, number of pages). Every page bears one seal of 18 to 28 mm with content of its own and is measured as a scan at one
// of four resolutions, turned, and as a photo.
import { type Point, plainDate } from '@dossierkit/core';
import {
  type GreyRaster,
  gaussianBlur,
  homographyFromQuads,
  resizeToFit,
  rotate,
  toGrey,
  warpPerspective,
} from '@dossierkit/doc-raster';
import { createReader } from '@dossierkit/doc-reader';
import { renderSpecimen } from '@dossierkit/specimens';
import sharp from 'sharp';
import { readBarcodeWasm } from '../src/node.js';
import { findSeals } from '../src/seals/find-seals.js';
import { createTestAuthority, type SealDraftFields } from '../src/testing.js';
import { drawCode, printCode } from '../test/print-code.js';

const [first = 1, pages = 20] = process.argv.slice(2).map(Number);
const authority = await createTestAuthority();
const wasm = await readBarcodeWasm();
await using reader = createReader();
const KINDS = ['fr-electricity-bill', 'fr-payslip', 'fr-tax-notice', 'fr-bank-details', 'invoice'] as const;
const SIZES_MM = [18, 20, 22, 24, 26, 28] as const;
const SCANS_DPI = [150, 200, 300, 400] as const;
const tallies = new Map<string, { found: number; of: number; ms: number[]; missed: string[] }>();

/** A number from 0 to 1 for a page and a purpose. */
function chance(seed: number, purpose: number): number {
  let t = Math.imul(seed + 1, 0x9e37_79b1) ^ Math.imul(purpose + 1, 0x85eb_ca6b);
  t = Math.imul(t ^ (t >>> 15), 0x2c1b_3c6d);
  t = Math.imul(t ^ (t >>> 12), 0x297a_2d39);
  return ((t ^ (t >>> 15)) >>> 0) / 2 ** 32;
}

for (let seed = first; seed < first + pages; seed++) {
  const sizeMm = SIZES_MM[seed % SIZES_MM.length] as number;
  const dpi = SCANS_DPI[Math.floor(chance(seed, 1) * SCANS_DPI.length)] as number;
  const content = await authority.issueSeal({ signedOn: plainDate('2025-08-04'), fields: fieldsOf(seed) });
  const code = await drawCode(content);
  const paper = await specimenPage(seed, Math.max(dpi, 200));
  const sealed = printCode(paper, code, placeOn(paper, sizeMm, Math.max(dpi, 200), seed));
  const scan = scanned(dpi < 200 ? resizeToFit(sealed, Math.round((297 / 25.4) * dpi)) : sealed, seed);
  await measure(`scan of ${dpi} dpi`, scan, content, `${seed} ${sizeMm} mm`);
  const at200 = dpi === 200 ? scan : scanned(resizeToFit(sealed, 2339), seed + 7);
  if (dpi !== 200) await measure('scan of 200 dpi', at200, content, `${seed} ${sizeMm} mm`);
  const degrees = Math.round(chance(seed, 4) * 359);
  await measure(
    '200 dpi, turned',
    rotate(at200, degrees, { fill: 235 }),
    content,
    `${seed} ${sizeMm} mm ${degrees}°`,
  );
  await measure('photo', await photographed(sealed, seed), content, `${seed} ${sizeMm} mm`);
}
for (const [name, { found, of, ms, missed }] of [...tallies].sort()) {
  const sorted = ms.toSorted((a, b) => a - b);
  const part = (share: number): number => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  console.log(
    `${name}: found ${found}/${of}, median ${part(0.5)} ms of CPU, 95 % under ${part(0.95)} ms, slowest ${part(1 - 1e-9)} ms`,
  );
  if (missed.length > 0) console.log(`  missed: ${missed.join('; ')}`);
}
process.exit(0);

/** Anywhere on the paper, 8 mm from its edges. */
function placeOn(
  { widthPx, heightPx }: GreyRaster,
  sizeMm: number,
  dpi: number,
  seed: number,
): Parameters<typeof printCode>[2] {
  const free = (px: number): number => (px / dpi) * 25.4 - sizeMm - 16;
  return { xMm: 8 + chance(seed, 2) * free(widthPx), yMm: 8 + chance(seed, 3) * free(heightPx), sizeMm, dpi };
}

/** Between 90 and 240 characters, as in seals that are in use. */
function fieldsOf(seed: number): SealDraftFields {
  const fields: [string, string][] = [
    ['45', '2024'],
    ['44', `25${seed}`.padEnd(13, '7')],
    ['41', String(20_000 + seed)],
    ['46', 'MARTIN LEA'],
  ];
  if (seed % 3 > 0) fields.push(['4Y', `${seed} RUE DES LILAS/75011/PARIS`]);
  if (seed % 3 > 1) fields.push(['48', 'MARTIN JEAN BAPTISTE'], ['49', '1234567890123'], ['4A', '15092025']);
  return fields;
}

async function specimenPage(seed: number, dpi: number): Promise<GreyRaster> {
  const kind = KINDS[seed % KINDS.length] ?? 'invoice';
  const { bytes } = await renderSpecimen(kind, { seed, medium: 'pdf', country: 'FR' });
  const opened = await reader.open(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  using document = opened.value;
  const raster = await document.pages[0]?.readRaster({ grey: true, dpi });
  if (!raster?.ok) throw new Error('no page');
  return toGrey(raster.value);
}

/** Soft as a scanner is, on paper that is not quite white, with a little noise. */
function scanned(page: GreyRaster, seed: number): GreyRaster {
  const soft = gaussianBlur(page, 0.4 + 0.5 * chance(seed, 5));
  return { ...soft, data: noisy(soft.data, seed, 6, (value) => 12 + value * 0.91) };
}

function noisy(
  data: GreyRaster['data'],
  seed: number,
  strength: number,
  tone: (value: number, i: number) => number,
): Uint8Array {
  let state = seed * 2_654_435_761;
  return Uint8Array.from(data, (value, i) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    const noise = ((state >>> 24) + ((state >>> 16) & 255)) / 255 - 1;
    return Math.max(0, Math.min(255, tone(value, i) + noise * strength));
  });
}

/** Seen by a hand-held phone: 1600 to 2600 pixels wide, corners off by up to 6 %, light from one side, not quite sharp, noisy, JPEG. */
async function photographed(page: GreyRaster, seed: number): Promise<GreyRaster> {
  const widthPx = Math.round(1600 + 1000 * chance(seed, 6));
  const heightPx = Math.round(widthPx * 1.38);
  const off = (n: number): number => 0.01 + chance(seed, 10 + n) * 0.06;
  const corner = (x: number, y: number, n: number): Point => ({
    x: (x === 0 ? off(n) : 1 - off(n)) * widthPx,
    y: (y === 0 ? off(n + 4) : 1 - off(n + 4)) * heightPx,
  });
  const small = resizeToFit(page, Math.round(heightPx * 1.1));
  const seen = [corner(0, 0, 0), corner(1, 0, 1), corner(1, 1, 2), corner(0, 1, 3)] as const;
  const flat = [
    { x: 0, y: 0 },
    { x: small.widthPx, y: 0 },
    { x: small.widthPx, y: small.heightPx },
    { x: 0, y: small.heightPx },
  ] as const;
  const toSource = homographyFromQuads(seen, flat);
  if (!toSource) throw new Error('no map');
  const warped = gaussianBlur(
    warpPerspective(small, { widthPx, heightPx, toSource, fill: 90 }),
    0.5 + 0.5 * chance(seed, 7),
  );
  const [turn, strength] = [chance(seed, 8) * 2 * Math.PI, 0.35 * chance(seed, 9)];
  const light = (i: number): number => {
    const [x, y] = [(i % widthPx) / widthPx - 0.5, Math.floor(i / widthPx) / heightPx - 0.5];
    return 0.78 + strength * (x * Math.cos(turn) + y * Math.sin(turn));
  };
  const data = noisy(warped.data, seed, 9, (value, i) => 10 + value * light(i));
  const jpeg = await sharp(data, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  const decoded = await sharp(jpeg).toColourspace('b-w').raw().toBuffer();
  return { widthPx, heightPx, channels: 1, data: new Uint8Array(decoded) };
}

async function measure(name: string, page: GreyRaster, content: string, label: string): Promise<void> {
  const tally = tallies.get(name) ?? { found: 0, of: 0, ms: [], missed: [] };
  tallies.set(name, tally);
  const start = process.cpuUsage();
  const found = await findSeals(page, { wasm });
  tally.ms.push(process.cpuUsage(start).user / 1000);
  tally.of++;
  const wanted = content.slice(0, 40);
  const right = found.some(({ seal }) => seal.ok && atob(seal.value.signedBytes).slice(0, 40) === wanted);
  if (right) tally.found++;
  else tally.missed.push(label);
}
