// How well edited pictures are noticed, by how they were edited and saved, and how often untouched ones are:
//
//   node --import tsx --conditions=@dossierkit/source packages/doc-authenticity/bench/picture-roc.ts 900 8 [out.svg] [folder]
//
// (first seed, number of seeds, where to draw the curves, a folder of genuine pictures to be counted as untouched).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { PICTURE_LIMITS, pictureRegions } from '../src/traces/picture/picture-traces.js';
import { editsOf, fromScreen, takenPicture } from './corpus/picture-edits.js';

const [first = '900', count = '8', out, folder] = process.argv.slice(2);
const FORMATS = ['png', 98, 95, 92, 88, 80] as const;
type Format = (typeof FORMATS)[number];
const RULES = ['patched', 'even', 'copied', 'screen'] as const;

interface Score {
  readonly edit: string;
  readonly format: Format | 'as taken';
  /** The highest of the rules, in parts of the limit from which on a person should look. */
  readonly value: number;
  readonly by: string;
}
const scores: Score[] = [];
let [spent, pictures] = [0, 0];

function score(edit: string, format: Score['format'], bytes: Uint8Array): void {
  const start = process.cpuUsage();
  const regions = pictureRegions(bytes);
  spent += process.cpuUsage(start).user / 1000;
  pictures++;
  const values = RULES.map((rule) => {
    const found = regions?.[rule];
    const surety = typeof found === 'number' ? found : (found?.[0]?.surety ?? 0);
    return { by: rule, value: surety / PICTURE_LIMITS[rule].look };
  });
  const [best] = values.sort((a, b) => b.value - a.value);
  scores.push({ edit, format, value: best?.value ?? 0, by: best?.by ?? '' });
}

const savedAs = (picture: Buffer, format: Format): Promise<Buffer> =>
  format === 'png' ? Promise.resolve(picture) : sharp(picture).jpeg({ quality: format }).toBuffer();

for (let seed = Number(first); seed < Number(first) + Number(count); seed++) {
  const taken = await takenPicture(seed);
  const base = await sharp(taken).removeAlpha().png({ compressionLevel: 1 }).toBuffer();
  score('untouched', 'as taken', taken);
  score('photographed from a screen', 'as taken', await fromScreen(seed));
  const smaller = await sharp(base).resize({ width: 1050 }).png({ compressionLevel: 1 }).toBuffer();
  const versions = [
    { edit: 'untouched', picture: base },
    { edit: 'untouched', picture: smaller },
    ...(await editsOf(taken, await takenPicture(seed + 10_007), seed)),
  ];
  for (const { edit, picture } of versions)
    for (const format of FORMATS) score(edit, format, await savedAs(picture, format));
}
for (const file of folder ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
  if (/\.(jpe?g|png)$/i.test(file))
    score('genuine', 'as taken', new Uint8Array(readFileSync(join(folder as string, file))));

const rate = (list: readonly Score[], limit: number): number =>
  list.length === 0 ? 0 : list.filter(({ value }) => value >= limit).length / list.length;
for (const edit of new Set(scores.map((one) => one.edit))) {
  const parts = (['as taken', ...FORMATS] as const).flatMap((format) => {
    const list = scores.filter((one) => one.edit === edit && one.format === format);
    if (list.length === 0) return [];
    const by = RULES.map(
      (rule) => [rule, list.filter((one) => one.value >= 1 && one.by === rule).length] as const,
    );
    const named = by.flatMap(([rule, n]) => (n > 0 ? [`${rule} ${n}`] : [])).join(', ');
    return [
      `${format}: ${list.filter(({ value }) => value >= 1).length}/${list.length}${named && ` (${named})`}`,
    ];
  });
  console.log(`${edit}: ${parts.join('; ')}`);
}
console.log(`${Math.round(spent / pictures)} ms of CPU for a picture`);
if (out) writeFileSync(out, drawCurves());
process.exit(0);

/** Found against false alarms over all limits, one curve for each way to save. */
function drawCurves(): string {
  const [size, left, top] = [300, 60, 40];
  const colours = ['#6941c6', '#175cd3', '#079455', '#dc6803', '#d92d20', '#667085'];
  const untouched = scores.filter(({ edit }) => edit === 'untouched');
  const limits = [...new Set(scores.map(({ value }) => value))].sort((a, b) => b - a);
  const curves = FORMATS.map((format, k) => {
    const edited = scores.filter(
      (one) => one.edit !== 'untouched' && one.edit !== 'genuine' && one.format === format,
    );
    const points = [[0, 0], ...limits.map((limit) => [rate(untouched, limit), rate(edited, limit)]), [1, 1]];
    const path = points
      .map(([x = 0, y = 0]) => `${(left + x * size).toFixed(1)},${(top + (1 - y) * size).toFixed(1)}`)
      .join(' ');
    const [x, y] = [left + rate(untouched, 1) * size, top + (1 - rate(edited, 1)) * size];
    const name = format === 'png' ? 'saved as PNG' : `saved in quality ${format}`;
    return `<polyline points="${path}" fill="none" stroke="${colours[k]}" stroke-width="2"/><circle cx="${x}" cy="${y}" r="4" fill="${colours[k]}"/><text x="${left + size + 14}" y="${top + 20 + k * 20}" fill="${colours[k]}">${name}</text>`;
  });
  const ticks = [0, 0.5, 1].map(
    (value) =>
      `<text x="${left + value * size}" y="${top + size + 18}" text-anchor="middle">${value * 100} %</text><text x="${left - 8}" y="${top + (1 - value) * size + 4}" text-anchor="end">${value * 100} %</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="400" font-family="sans-serif" font-size="12" fill="#344054"><title>How well edited pictures are noticed</title><rect width="100%" height="100%" fill="#fff"/><text x="${left}" y="22" font-size="14">Edited pictures noticed; dots: the limit used</text><rect x="${left}" y="${top}" width="${size}" height="${size}" fill="none" stroke="#98a2b3"/>${ticks.join('')}<text x="${left + size / 2}" y="${top + size + 38}" text-anchor="middle">untouched pictures named</text>${curves.join('')}</svg>\n`;
}
