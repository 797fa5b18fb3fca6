// How many seals are found on specimen pages, and how long it takes:
// `node --import tsx --conditions=@dossierkit/source packages/doc-authenticity/bench/find-on-specimens.ts [pages]`
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
import { readBarcodeWasm } from '../src/node.js';
import { findSeals } from '../src/seals/find-seals.js';
import { createTestAuthority } from '../src/testing.js';
import { drawCode, printCode } from '../test/print-code.js';

const pages = Number(process.argv[2] ?? 10);
const authority = await createTestAuthority();
const wasm = await readBarcodeWasm();
await using reader = createReader();
const KINDS = ['fr-electricity-bill', 'fr-payslip', 'fr-tax-notice'] as const;
const tallies = new Map<string, { found: number; of: number; ms: number[] }>();

for (let seed = 1; seed <= pages; seed++) {
  const page = await specimenPage(seed);
  const content = await authority.issueSeal({
    signedOn: plainDate('2025-08-04'),
    fields: [
      ['45', '2024'],
      ['44', `25${seed}`.padEnd(13, '7')],
      ['41', String(20_000 + seed)],
      ['46', 'MARTIN LEA'],
      ['4Y', `${seed} RUE DES LILAS/75011/PARIS`],
    ],
  });
  const place = { xMm: 20 + ((seed * 37) % 140), yMm: 15 + ((seed * 53) % 230), sizeMm: 22 };
  const sealed = printCode(page, await drawCode(content), { ...place, dpi: 200 });
  await measure('200 dpi', sealed, content);
  await measure('150 dpi', resizeToFit(sealed, 1754), content);
  await measure('200 dpi, turned by any angle', rotate(sealed, (seed * 67) % 360, { fill: 235 }), content);
  await measure('photo: in perspective, uneven light, noise', photographed(sealed, seed), content);
  await measure('200 dpi, soft (blur of 1 px)', gaussianBlur(sealed, 1), content);
}
for (const [name, { found, of, ms }] of tallies) {
  const sorted = ms.toSorted((a, b) => a - b);
  const median = Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
  console.log(
    `${name}: found ${found}/${of}, median ${median} ms of CPU, slowest ${Math.round(sorted.at(-1) ?? 0)} ms`,
  );
}

async function specimenPage(seed: number): Promise<GreyRaster> {
  const { bytes } = await renderSpecimen(KINDS[seed % KINDS.length] ?? 'fr-electricity-bill', {
    seed,
    medium: 'scan',
    widthPx: 1654,
    country: 'FR',
  });
  const opened = await reader.open(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  using document = opened.value;
  const raster = await document.pages[0]?.readRaster({ grey: true });
  if (!raster?.ok) throw new Error('no page');
  return toGrey(raster.value);
}

/** The page seen by a hand-held phone: corners off by up to 6 %, a shadow across it, slightly out of focus, noisy. */
function photographed(page: GreyRaster, seed: number): GreyRaster {
  const { widthPx, heightPx } = page;
  const off = (n: number): number => ((((seed * 7919 + n * 104_729) % 1000) / 1000) * 0.06) as number;
  const corner = (x: number, y: number, n: number): Point => ({
    x: (x === 0 ? off(n) : 1 - off(n)) * widthPx,
    y: (y === 0 ? off(n + 4) : 1 - off(n + 4)) * heightPx,
  });
  const seen = [corner(0, 0, 0), corner(1, 0, 1), corner(1, 1, 2), corner(0, 1, 3)] as const;
  const flat = [
    { x: 0, y: 0 },
    { x: widthPx, y: 0 },
    { x: widthPx, y: heightPx },
    { x: 0, y: heightPx },
  ] as const;
  const toSource = homographyFromQuads(seen, flat);
  if (!toSource) throw new Error('no map');
  const warped = gaussianBlur(warpPerspective(page, { widthPx, heightPx, toSource, fill: 90 }), 0.8);
  const data = warped.data.map((value, i) => {
    const light = 0.65 + 0.35 * ((i % widthPx) / widthPx);
    const noise = ((Math.imul(i + seed, 2_654_435_761) >>> 24) - 128) / 16;
    return Math.max(0, Math.min(255, value * light + noise));
  });
  return { ...warped, data };
}

async function measure(name: string, page: GreyRaster, content: string): Promise<void> {
  const tally = tallies.get(name) ?? { found: 0, of: 0, ms: [] };
  tallies.set(name, tally);
  const start = process.cpuUsage();
  const found = await findSeals(page, { wasm });
  tally.ms.push(process.cpuUsage(start).user / 1000);
  tally.of++;
  const wanted = content.slice(4, 20);
  const right = found.some(({ seal }) => seal.ok && atob(seal.value.signedBytes).slice(4, 20) === wanted);
  if (right) tally.found++;
}
