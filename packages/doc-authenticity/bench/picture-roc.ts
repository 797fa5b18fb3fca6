// How well patches in JPEGs are found, and how often untouched pictures are taken for patched ones:
//
//   node --import tsx --conditions=@dossierkit/source packages/doc-authenticity/bench/picture-roc.ts 500 12 [out.svg]
//
// (first seed, number of seeds, where to draw the curves). Specimens as photos and scans are opened, words are written on a flat
// patch or taken from another picture, and the result is saved again in several qualities.
import { writeFileSync } from 'node:fs';
import { renderSpecimen, type SpecimenKind } from '@dossierkit/specimens';
import sharp from 'sharp';
import { readCoefficients } from '../src/internal/jpeg/read-coefficients.js';
import { compressionHistory } from '../src/traces/picture/double-quantisation.js';
import { SURE_PATCH } from '../src/traces/picture/picture-traces.js';

const [first = '500', count = '12', out] = process.argv.slice(2);
const KINDS: readonly SpecimenKind[] = [
  'fr-payslip',
  'passport',
  'de-bank-statement',
  'id-card-front',
  'fr-tax-notice',
];
const QUALITIES = [98, 95, 92, 90, 80] as const;

interface Score {
  readonly group: string;
  readonly version: string;
  readonly edited: boolean;
  readonly surety: number;
}
const scores: Score[] = [];

function suretyOf(bytes: Buffer): number {
  const luma = readCoefficients(new Uint8Array(bytes));
  return (luma && compressionHistory(luma).foreign[0]?.surety) ?? 0;
}

for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const kind = KINDS[seed % KINDS.length] as SpecimenKind;
  const medium = seed % 2 === 0 ? 'photo' : 'scan';
  const { bytes } = await renderSpecimen(kind, { seed, medium, widthPx: 1400 });
  const other = await renderSpecimen(kind, { seed: seed + 10_000, medium, widthPx: 1400 });
  const base = await sharp(bytes).removeAlpha().png().toBuffer();
  const { width = 0, height = 0 } = await sharp(base).metadata();
  const [w, h] = [Math.round(width * 0.15), Math.round(height * 0.025)];
  const [left, top] = [
    Math.round(width * (0.2 + ((seed * 37) % 50) / 100)),
    Math.round(height * (0.2 + ((seed * 53) % 50) / 100)),
  ];
  const area = { left, top, width: w, height: h };
  const light = Math.round(((await sharp(base).extract(area).stats()).channels[0]?.max ?? 230) * 0.97);
  const label = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}"><rect width="100%" height="100%" fill="rgb(${light},${light},${light})"/><text x="3" y="${h * 0.75}" font-size="${h * 0.8}" font-family="sans-serif">1 ${seed},56 EUR</text></svg>`,
  );
  const splice = await pieceWithPrint(other.bytes, w, h);
  const versions = [
    ['untouched', base],
    [
      'words on a flat patch',
      await sharp(base)
        .composite([{ input: label, left, top }])
        .png()
        .toBuffer(),
    ],
    [
      'piece of another picture',
      await sharp(base)
        .composite([{ input: splice, left, top }])
        .png()
        .toBuffer(),
    ],
  ] as const;
  scores.push({
    group: 'as taken',
    version: 'untouched',
    edited: false,
    surety: suretyOf(Buffer.from(bytes)),
  });
  for (const [name, picture] of versions)
    for (const quality of QUALITIES) {
      const saved = await sharp(picture).jpeg({ quality }).toBuffer();
      scores.push({
        group: `quality ${quality}`,
        version: name,
        edited: name !== 'untouched',
        surety: suretyOf(saved),
      });
    }
}

/** The piece of a picture with the most print on it; from a picture in another size, as pieces of other pictures are. */
async function pieceWithPrint(bytes: Uint8Array, width: number, height: number): Promise<Buffer> {
  const larger = await sharp(bytes).resize({ width: 1580 }).removeAlpha().png().toBuffer();
  const size = await sharp(larger).metadata();
  let best: { piece: Buffer; print: number } | undefined;
  for (let k = 0; k < 24; k++) {
    const left = Math.round((size.width - width) * (0.15 + 0.1 * (k % 6)));
    const top = Math.round((size.height - height) * (0.2 + 0.15 * Math.floor(k / 6)));
    const piece = await sharp(larger).extract({ left, top, width, height }).png().toBuffer();
    const print = (await sharp(piece).stats()).channels[0]?.stdev ?? 0;
    if (!best || print > best.print) best = { piece, print };
  }
  return best?.piece ?? Buffer.alloc(0);
}

const rate = (list: readonly Score[], limit: number): number =>
  list.length === 0 ? 0 : list.filter(({ surety }) => surety >= limit).length / list.length;
const percent = (value: number): string => `${Math.round(value * 100)} %`;
const untouched = scores.filter(({ edited }) => !edited);
for (const group of QUALITIES.map((quality) => `quality ${quality}`)) {
  const found = ['words on a flat patch', 'piece of another picture'].map((version) => {
    const edited = scores.filter((one) => one.version === version && one.group === group);
    return `${version} found ${percent(rate(edited, SURE_PATCH))} of ${edited.length}`;
  });
  const clean = untouched.filter((one) => one.group === group);
  console.log(
    `saved in ${group}: ${found.join(', ')}, false alarms ${percent(rate(clean, SURE_PATCH))} of ${clean.length}`,
  );
}
const asTaken = untouched.filter(({ group }) => group === 'as taken');
console.log(`as taken: false alarms ${percent(rate(asTaken, SURE_PATCH))} of ${asTaken.length}`);
console.log(
  `all: false alarms ${untouched.filter(({ surety }) => surety >= SURE_PATCH).length} of ${untouched.length}; highest surety of an untouched one ${Math.round(Math.max(...untouched.map(({ surety }) => surety)))}`,
);
if (out) writeFileSync(out, drawCurves());
process.exit(0);

/** Found against false alarms over all limits, one curve for each quality. */
function drawCurves(): string {
  const [size, left, top] = [300, 60, 40];
  const colours = ['#175cd3', '#079455', '#dc6803', '#d92d20', '#667085'];
  const limits = [...new Set(scores.map(({ surety }) => surety))].sort((a, b) => b - a);
  const curves = QUALITIES.map((quality, k) => {
    const edited = scores.filter((one) => one.edited && one.group === `quality ${quality}`);
    const points = [[0, 0], ...limits.map((limit) => [rate(untouched, limit), rate(edited, limit)]), [1, 1]];
    const path = points
      .map(([x = 0, y = 0]) => `${(left + x * size).toFixed(1)},${(top + (1 - y) * size).toFixed(1)}`)
      .join(' ');
    const [x, y] = [left + rate(untouched, SURE_PATCH) * size, top + (1 - rate(edited, SURE_PATCH)) * size];
    return `<polyline points="${path}" fill="none" stroke="${colours[k]}" stroke-width="2"/><circle cx="${x}" cy="${y}" r="4" fill="${colours[k]}"/><text x="${left + size + 14}" y="${top + 20 + k * 20}" fill="${colours[k]}">saved in quality ${quality}</text>`;
  });
  const ticks = [0, 0.5, 1].map(
    (value) =>
      `<text x="${left + value * size}" y="${top + size + 18}" text-anchor="middle">${value * 100} %</text><text x="${left - 8}" y="${top + (1 - value) * size + 4}" text-anchor="end">${value * 100} %</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="400" font-family="sans-serif" font-size="12" fill="#344054"><title>How well patches are found</title><rect width="100%" height="100%" fill="#fff"/><text x="${left}" y="22" font-size="14">Found against false alarms; dots: the limit used</text><rect x="${left}" y="${top}" width="${size}" height="${size}" fill="none" stroke="#98a2b3"/>${ticks.join('')}<text x="${left + size / 2}" y="${top + size + 38}" text-anchor="middle">untouched pictures named</text>${curves.join('')}</svg>\n`;
}
